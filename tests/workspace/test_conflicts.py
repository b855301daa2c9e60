"""Settling a conflict: mine, theirs, or both; and never asked about it again."""

from pathlib import Path

import pytest

from curator.domain.errors import UnknownRecord
from curator.workspace.conflicts import keep_both, keep_mine, take_theirs
from curator.workspace.editing import set_digest_field
from curator.workspace.importing import import_paths
from curator.workspace.reading import (
    conflicts,
    counts,
    digest_by_key,
    has_conflict,
    markdown,
)
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, LAYOUT_A

LATER = LAYOUT_A.replace("mixed", "good")


@pytest.fixture
def torn(stocked: Workspace, inbox: Path) -> Workspace:
    """A library with one digest edited here and changed outside."""
    stocked.do(set_digest_field, digest_by_key(stocked, KEY_A).id, "title", "Mine")
    (inbox / f"{KEY_A}.md").write_text(LATER)
    import_paths(stocked, [inbox])
    return stocked


def test_mine_is_kept_and_the_file_not_asked_about_again(torn: Workspace, inbox: Path) -> None:
    (asked,) = conflicts(torn)
    assert asked.card.conflict
    assert torn.do(keep_mine, asked.conflict.id).label == "Keep mine of “Mine”"
    assert conflicts(torn) == []
    assert import_paths(torn, [inbox]).same == 2
    torn.undo()
    assert conflicts(torn) == [asked]


def test_theirs_is_taken_and_can_be_undone(torn: Workspace, inbox: Path) -> None:
    (asked,) = conflicts(torn)
    torn.do(take_theirs, asked.conflict.id)
    digest = digest_by_key(torn, KEY_A)
    assert markdown(torn, digest.id) == LATER
    assert conflicts(torn) == []
    assert import_paths(torn, [inbox]).same == 2
    torn.undo()
    assert digest_by_key(torn, KEY_A).title == "Mine"


def test_both_are_kept_the_file_under_a_key_of_its_own(torn: Workspace, inbox: Path) -> None:
    (asked,) = conflicts(torn)
    torn.do(keep_both, asked.conflict.id)
    second = digest_by_key(torn, f"{KEY_A}-2")
    assert markdown(torn, second.id) == LATER
    assert digest_by_key(torn, KEY_A).title == "Mine"
    assert import_paths(torn, [inbox]).same == 2
    torn.undo()
    assert conflicts(torn) == [asked]
    assert (counts(torn)["all"], counts(torn)["trash"]) == (2, 0)
    torn.redo()
    (inbox / f"{KEY_A}.md").write_text(LATER.replace("good", "better"))
    import_paths(torn, [inbox])
    torn.do(keep_both, conflicts(torn)[0].conflict.id)
    assert digest_by_key(torn, f"{KEY_A}-3").summary.endswith("better.")
    assert counts(torn)["all"] == 4


def test_a_settled_conflict_is_gone(torn: Workspace) -> None:
    (asked,) = conflicts(torn)
    torn.do(keep_mine, asked.conflict.id)
    with pytest.raises(UnknownRecord):
        torn.do(take_theirs, asked.conflict.id)


def test_a_digest_knows_whether_there_is_a_question_about_it(torn: Workspace) -> None:
    (told,) = conflicts(torn)
    digest_id = told.conflict.digest_id
    assert has_conflict(torn, digest_id)
    torn.do(keep_mine, told.conflict.id)
    assert not has_conflict(torn, digest_id)
