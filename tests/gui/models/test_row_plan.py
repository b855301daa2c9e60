"""Rows under the lines of their groups, held against a plain list of lines."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.ledger import Group
from curator.gui.models.row_plan import RowPlan

GROUPS = [Group("ai", "AI", 3), Group("war", "War", 1), Group("", "none", 2)]
IDS = {"ai": [1, 2, 3], "war": [2], "": [5, 6]}
OPEN = st.sets(st.sampled_from(sorted(IDS)))


def lines(opened: Mapping[str, list[int]]) -> list[tuple[str, int]]:
    """What a person sees, from the top: the value of a group, or of its group and an id."""
    seen = []
    for group in GROUPS:
        seen.append((group.value, 0))
        seen += [(group.value, id_) for id_ in opened.get(group.value, [])]
    return seen


@given(OPEN)
def test_every_row_is_what_a_person_sees(values: set[str]) -> None:
    opened = {value: IDS[value] for value in values}
    plan, seen = RowPlan(groups=GROUPS, opened=opened, grouped=True), lines(opened)
    assert len(plan) == len(seen)
    for row, (value, id_) in enumerate(seen):
        group = plan.group_at(row)
        assert plan.id_at(row) == id_
        assert (group is None) == bool(id_)
        assert group is None or group.value == value
        assert plan.line_above(row) == seen.index((value, 0)) == plan.line_of(value)
    every = [id_ for _, id_ in seen if id_]
    assert plan.ids_between(0, len(plan) + 9) == every
    assert list(plan.ids_in([range(len(plan))])) == list(dict.fromkeys(every))
    for spans in ([range(len(plan))], [range(1, 3)], [range(1), range(2, 5)]):
        assert plan.count_in(spans) == len(list(plan.ids_in(spans)))
    for id_ in range(1, 8):
        first = next((row for row, (_, told) in enumerate(seen) if told == id_), -1)
        assert plan.row_of(id_) == first


def test_groups_open_and_close() -> None:
    plan = RowPlan(groups=GROUPS, grouped=True)
    assert len(plan) == 3
    opened = plan.with_open("war", IDS["war"]).with_open("", IDS[""])
    assert [opened.id_at(row) for row in range(len(opened))] == [0, 0, 2, 0, 5, 6]
    assert opened.opened() == {"war": [2], "": [5, 6]}
    closed = opened.with_closed("war")
    assert [closed.id_at(row) for row in range(len(closed))] == [0, 0, 0, 5, 6]
    assert closed.line_of("gone") == -1


def test_without_groups_it_is_the_ids() -> None:
    plan = RowPlan([4, 2, 9])
    assert [plan.id_at(row) for row in range(len(plan))] == [4, 2, 9]
    assert plan.ids_between(1, 99) == [2, 9]
    assert list(plan.ids_in([range(1), range(2, 3)])) == [4, 9]
    assert (plan.row_of(2), plan.row_of(7)) == (1, -1)
    assert plan.group_at(0) is None
    assert plan.line_above(0) == -1
