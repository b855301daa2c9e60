"""What is ticked, and how much that is."""

from curator.workspace.bulk_edits import DIGEST, SIGNAL, Fill, Numbers, Plan, PlannedChange
from curator.workspace.ticks import Ticks


def line(kind: str, record_id: int, digest_id: int) -> PlannedChange:
    return PlannedChange(kind, record_id, digest_id, "name", "old", "new")


def ticks(*lines: PlannedChange) -> Ticks:
    return Ticks(Plan(Fill("name"), lines, {}))


def test_numbers_follow_the_ticks() -> None:
    first, second, third = line(SIGNAL, 1, 7), line(SIGNAL, 1, 7), line(SIGNAL, 2, 8)
    ticked = ticks(first, second, third)
    assert ticked.numbers() == Numbers(changes=3, rows=2, digests=2, only_rows=True)
    ticked.turn(1, on=False)
    assert ticked.numbers() == Numbers(changes=2, rows=2, digests=2, only_rows=True)
    ticked.turn(2, on=False)
    assert ticked.numbers() == Numbers(changes=1, rows=1, digests=1, only_rows=True)
    assert [ticked.is_on(place) for place in range(3)] == [True, False, False]
    assert list(ticked.lines()) == [first]
    ticked.turn_all(on=False)
    assert ticked.numbers() == Numbers()
    ticked.turn_all(on=True)
    assert list(ticked.lines()) == [first, second, third]


def test_where_digests_change_too_rows_are_not_all() -> None:
    mixed = ticks(line(SIGNAL, 1, 7), line(DIGEST, 7, 7), line("theme", 0, 8))
    assert mixed.numbers() == Numbers(changes=3, rows=1, digests=2, only_rows=False)


def test_a_plan_without_changes_has_none() -> None:
    assert ticks().numbers() == Numbers()
