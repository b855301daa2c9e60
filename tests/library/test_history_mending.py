"""A history with holes is made one that can be played: whole steps, or set aside."""

from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.whole import WholeDigest
from curator.library.library import Library
from curator.library.repair import repair
from tests.library import damage
from tests.library.stock import contents, labels, problems, stocked, stocked_once

__all__ = ["stocked", "stocked_once"]


@pytest.mark.fault("F10")
def test_steps_that_lost_their_names_keep_their_state(stocked: Path) -> None:
    before = labels(stocked)
    damage.overwrite_table(stocked, "step")
    done = repair(stocked)
    assert any("steps of the history lost their names" in note for note in done.notes)
    assert [state for _, state in labels(stocked)] == [state for _, state in before]
    with closing(Library.open(stocked)) as library:
        library.undo()
    assert problems(stocked) == []


def test_a_step_deleted_behind_our_back_is_applied_where_its_rows_stand_so(stocked: Path) -> None:
    before = [state for _, state in labels(stocked)]
    damage.delete_rows(stocked, "step")
    damage.rewritten(stocked, "UPDATE digest SET title = 'Theirs' WHERE id = 2")
    damage.rewritten(stocked, "UPDATE digest SET trashed = '2026-03-01' WHERE id = 40")
    repair(stocked)
    after = [state for _, state in labels(stocked)]
    assert after[0] == "aside"
    assert [now for now, was in zip(after, before, strict=True) if now != was] == [
        "aside",
        "aside",
        "aside",
    ]
    assert problems(stocked) == []


@pytest.mark.fault("F10")
def test_the_coming_of_digests_is_known_from_the_indexes_alone(stocked: Path) -> None:
    before = labels(stocked)
    damage.overwrite_table(stocked, "change")
    repair(stocked)
    after = labels(stocked)
    assert after[-1] == before[-1]
    with closing(Library.open(stocked)) as library:
        library.undo()
    assert all(whole.digest.trashed for whole in _trash(stocked))


def _trash(path: Path) -> list[WholeDigest]:
    return [*contents(path).values()]


@pytest.mark.fault("F10")
def test_a_step_that_lost_a_part_is_set_aside_and_says_so(stocked: Path) -> None:
    damage.rewritten(
        stocked,
        "UPDATE change SET step_id = 3 WHERE step_id = 2",
        "UPDATE change SET after = 'no record' WHERE id = 61",
    )
    done = repair(stocked)
    assert dict(done.lost) == {"change": 1, "step": 1}
    assert ("Edit 2 (partly lost)", "aside") in labels(stocked)
    assert problems(stocked) == []


def test_changes_of_a_kind_that_nobody_knows_are_kept_beside(stocked: Path) -> None:
    damage.rewritten(stocked, "UPDATE change SET kind = 'omen' WHERE id = 70")
    done = repair(stocked)
    assert done.rest is not None
    assert '"omen"' in done.rest.read_text(encoding="utf-8")
    assert problems(stocked) == []
