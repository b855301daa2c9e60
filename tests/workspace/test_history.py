"""The history tells in words who changed which cell, from what to what."""

from pathlib import Path

import pytest

from curator.domain.changes import Change
from curator.domain.digest import Digest
from curator.domain.errors import UnknownRecord
from curator.workspace import rows
from curator.workspace.editing import set_digest_field, set_signal_field
from curator.workspace.history import redoable, size, step, step_lines, steps, undoable
from curator.workspace.importing import import_paths
from curator.workspace.reading import digest_by_key, whole
from curator.workspace.reviewing import set_relation, set_tags, trash
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B, LAYOUT_A


def told(workspace: Workspace, digest_id: int = 0) -> list[tuple[str, str, str]]:
    """The cells of the newest step."""
    newest = step(workspace, steps(workspace)[0].id)
    lines = step_lines(newest.items, digest_id)
    return [(line.what, line.before, line.after) for line in lines]


def test_each_cell_is_told_before_and_after(stocked: Workspace) -> None:
    record = whole(stocked, digest_by_key(stocked, KEY_A).id)
    first = record.signals[0]
    stocked.do(set_signal_field, first.id, "horizon", "Quiet harbours")
    told_so = "10y horizon of “Charging arms at quay”"
    assert told(stocked) == [(told_so, "Harbours without smoke", "Quiet harbours")]
    stocked.do(set_signal_field, first.id, "name", "Arms")
    assert told(stocked) == [("signal", "Charging arms at quay", "Arms")]
    stocked.do(rows.rename_term, record.themes[0].id, "Power")
    assert told(stocked) == [("theme", "Energy", "Power")]
    stocked.do(set_tags, record.closest[0].id, "a, b")
    assert told(stocked) == [("tags of “Ferries on Batteries”", "", "a, b")]
    stocked.do(set_relation, [record.closest[0].id], "extends")
    assert told(stocked)[0][1:] == ("", "extends")
    stocked.do(set_digest_field, record.digest.id, "source_url", "https://new.example")
    assert told(stocked)[0][0] == "source"
    stocked.do(trash, [record.digest.id])
    assert told(stocked)[0][0] == "trash"


def test_rows_that_come_go_and_move_are_told(stocked: Workspace) -> None:
    record = whole(stocked, digest_by_key(stocked, KEY_A).id)
    first, second = record.signals
    stocked.do(rows.add_signal, record.digest.id, "signal")
    assert told(stocked) == [("signal", "", "empty signal")]
    stocked.do(rows.move_signals, [second.id], first.id)
    assert told(stocked) == [("place", "Grid too weak", "moved")]
    stocked.do(rows.delete_links, [record.closest[1].id])
    assert told(stocked) == [("closest", "A Port That Is Not Here", "")]


def test_an_import_and_a_conflict_are_told(stocked: Workspace, inbox: Path) -> None:
    assert {line[2] for line in told(stocked)} == {"imported"}
    digest = digest_by_key(stocked, KEY_A)
    assert len(told(stocked, digest.id)) == 1
    stocked.do(set_digest_field, digest.id, "title", "Mine")
    (inbox / f"{KEY_A}.md").write_text(LAYOUT_A.replace("mixed", "good"))
    import_paths(stocked, [inbox])
    assert told(stocked) == [("conflict", "", str(inbox / f"{KEY_A}.md"))]


def test_steps_of_one_digest_leave_out_the_others(stocked: Workspace) -> None:
    for key, title in ((KEY_A, "First"), (KEY_B, "Second")):
        stocked.do(set_digest_field, digest_by_key(stocked, key).id, "title", title)
    of_first = steps(stocked, digest_id=digest_by_key(stocked, KEY_A).id)
    assert [one.label.split(" ")[0] for one in of_first] == ["Edit", "Import"]
    assert {one.actor for one in of_first} == {"Ada"}
    older = steps(stocked, before_id=of_first[0].id)
    assert [one.id for one in older] == [of_first[1].id]


def test_the_next_undo_and_redo_have_names(stocked: Workspace) -> None:
    stocked.do(set_digest_field, digest_by_key(stocked, KEY_A).id, "title", "First")
    undo = undoable(stocked)
    assert undo is not None
    assert undo.label.startswith("Edit title")
    assert redoable(stocked) is None
    stocked.undo()
    assert redoable(stocked) is not None


def test_a_digest_that_was_told_whole_says_its_name() -> None:
    lines = step_lines((Change("digest", 1, 1, None, Digest(id=1, title="Whole")),))
    assert [(line.what, line.after) for line in lines] == [("digest", "Whole")]


def test_a_step_tells_its_size_without_its_changes(stocked: Workspace) -> None:
    newest = steps(stocked, limit=1)[0]
    assert size(stocked, newest.id) == newest.count > 0
    with pytest.raises(UnknownRecord, match="no step"):
        size(stocked, 999)
