"""Rows come, go and move; each deed is undone as a whole."""

import pytest

from curator.domain.errors import InvalidRecord, UnknownRecord
from curator.domain.signal import CONCERN, SIGNAL
from curator.domain.term import KEYWORD, THEME
from curator.domain.whole import WholeDigest
from curator.workspace import rows
from curator.workspace.reading import digest_by_key, whole
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B


def record(workspace: Workspace, key: str = KEY_A) -> WholeDigest:
    return whole(workspace, digest_by_key(workspace, key).id)


def signal_names(workspace: Workspace) -> list[str]:
    return [row.name for row in record(workspace).signals]


def test_a_signal_is_added_behind_another_and_at_the_end(stocked: Workspace) -> None:
    first, second = record(stocked).signals
    digest_id = first.digest_id
    changes = stocked.do(rows.add_signal, digest_id, SIGNAL, after_id=first.id, name="New\nrow")
    stocked.do(rows.add_signal, digest_id, SIGNAL)
    stocked.do(rows.add_signal, digest_id, CONCERN, name="Worry")
    assert changes.label == "Add signal"
    assert signal_names(stocked) == [first.name, "New row", second.name, "", "Worry"]
    with pytest.raises(InvalidRecord, match="no kind"):
        stocked.do(rows.add_signal, digest_id, "rumour")


def test_signals_are_duplicated_deleted_and_moved_as_one_step(stocked: Workspace) -> None:
    first, second = record(stocked).signals
    both = [first.id, second.id]
    assert stocked.do(rows.duplicate_signals, both).label == "Duplicate 2 signals"
    assert signal_names(stocked) == [first.name, first.name, second.name, second.name]
    stocked.undo()
    assert stocked.do(rows.move_signals, [first.id], 0).label == f"Move signal “{first.name}”"
    assert signal_names(stocked) == [second.name, first.name]
    assert stocked.do(rows.delete_signals, both).label == "Delete 2 signals"
    assert signal_names(stocked) == []
    stocked.undo()
    assert [row.id for row in record(stocked).signals] == [second.id, first.id]


def test_several_technologies_are_called_so(stocked: Workspace) -> None:
    digest_id = record(stocked).digest.id
    stocked.do(rows.add_signal, digest_id, "technology", name="a")
    stocked.do(rows.add_signal, digest_id, "technology", name="b")
    ids = [row.id for row in record(stocked).signals_of("technology")]
    assert stocked.do(rows.delete_signals, ids).label == "Delete 2 technologies"


def test_a_theme_is_added_renamed_moved_and_deleted(stocked: Workspace) -> None:
    digest_id = record(stocked).digest.id
    stocked.do(rows.add_term, digest_id, THEME, "Ports")
    energy, shipping, ports = record(stocked).themes
    renamed = stocked.do(rows.rename_term, energy.id, "Electricity")
    assert renamed.label == "Rename theme “Energy” to “Electricity”"
    stocked.do(rows.move_terms, [ports.id], energy.id)
    assert [t.name for t in record(stocked).themes] == ["Ports", "Electricity", "Shipping"]
    assert stocked.do(rows.delete_terms, [ports.id]).label == "Delete theme “Ports”"
    assert stocked.do(rows.delete_terms, [energy.id, shipping.id]).label == "Delete 2 themes"
    assert record(stocked).themes == ()


def test_a_term_needs_a_name_of_its_own(stocked: Workspace) -> None:
    energy, _ = record(stocked).themes
    for name, what in (("  ", "needs a name"), ("Shipping", "already")):
        with pytest.raises(InvalidRecord, match=what):
            stocked.do(rows.rename_term, energy.id, name)
        with pytest.raises(InvalidRecord, match=what):
            stocked.do(rows.add_term, energy.digest_id, THEME, name)
    assert stocked.do(rows.rename_term, energy.id, " Energy ").is_empty
    stocked.do(rows.add_term, energy.digest_id, KEYWORD, "Shipping")
    with pytest.raises(InvalidRecord, match="neither"):
        stocked.do(rows.add_term, energy.digest_id, "mood", "x")


def test_a_closest_digest_is_added_moved_and_deleted(stocked: Workspace) -> None:
    first, second = record(stocked).closest
    digest_id = first.digest_id
    stocked.do(rows.add_link, digest_id, "abc", "Third")
    third = record(stocked).closest[2]
    stocked.do(rows.move_links, [third.id], first.id)
    assert record(stocked).closest[0].title == "Third"
    stocked.do(rows.set_link_field, third.id, "title", "Third one")
    stocked.do(rows.set_link_field, third.id, "key", KEY_B[::-1])
    assert record(stocked).closest[0].target_key == KEY_B[::-1]
    with pytest.raises(UnknownRecord, match="mood"):
        stocked.do(rows.set_link_field, third.id, "mood", "x")
    assert stocked.do(rows.delete_links, [third.id]).label == "Delete closest “Third one”"
    assert stocked.do(rows.delete_links, [first.id, second.id]).label == "Delete 2 closest"


@pytest.mark.parametrize(
    ("target", "why"), [("", "needs the key"), (KEY_A, "itself"), (KEY_B, "already")]
)
def test_a_link_that_makes_no_sense_is_refused(stocked: Workspace, target: str, why: str) -> None:
    with pytest.raises(InvalidRecord, match=why):
        stocked.do(rows.add_link, record(stocked).digest.id, target, "Title")
