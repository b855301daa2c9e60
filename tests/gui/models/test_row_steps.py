"""From one order of ids to the next in one small step, where there is one."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from curator.gui.models.row_steps import (
    INSERTED,
    MOVED,
    OTHERWISE,
    REMOVED,
    SAME,
    RowStep,
    step_between,
)

ORDERS = st.lists(st.integers(1, 9), unique=True, max_size=9)


def ids(*numbers: int) -> "array[int]":
    return array("q", numbers)


def done(step: RowStep, old: list[int], new: list[int]) -> list[int]:
    """What a view has that follows the step."""
    rows = list(old)
    if step.kind == REMOVED:
        del rows[step.first : step.first + step.count]
    elif step.kind == INSERTED:
        rows[step.first : step.first] = new[step.first : step.first + step.count]
    elif step.kind == MOVED:
        rows.insert(step.target, rows.pop(step.first))
    elif step.kind == OTHERWISE:
        return new
    return rows


def test_each_kind_of_step_is_told() -> None:
    assert step_between(ids(1, 2, 3), ids(1, 2, 3)) == RowStep(SAME)
    assert step_between(ids(), ids()) == RowStep(SAME)
    assert step_between(ids(1, 2, 3, 4), ids(1, 4)) == RowStep(REMOVED, 1, 2)
    assert step_between(ids(1, 4), ids(1, 2, 3, 4)) == RowStep(INSERTED, 1, 2)
    assert step_between(ids(1, 2, 3, 4), ids(2, 3, 1, 4)) == RowStep(MOVED, 0, 1, 2)
    assert step_between(ids(1, 2, 3, 4), ids(1, 4, 2, 3)) == RowStep(MOVED, 3, 1, 1)
    assert step_between(ids(1, 2, 3, 4), ids(4, 3, 2, 1)) == RowStep(OTHERWISE)
    assert step_between(ids(1, 2), ids(3)) == RowStep(OTHERWISE)


@given(ORDERS, ORDERS)
def test_whoever_follows_the_step_has_the_new_order(old: list[int], new: list[int]) -> None:
    assert done(step_between(ids(*old), ids(*new)), old, new) == new


@given(ORDERS, st.integers(0, 9), st.integers(0, 9))
def test_one_row_that_came_went_or_moved_is_never_more_than_a_step(
    left: list[int], before: int, after: int
) -> None:
    old, new = list(left), list(left)
    old.insert(before, 10)
    new.insert(after, 10)
    for some, others in ((old, new), (old, left), (left, new)):
        assert step_between(ids(*some), ids(*others)).kind != OTHERWISE
