"""Rows find a place between two others without moving any of them."""

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.order import GAP, place_at, spread

PLACES = st.lists(st.integers(min_value=-(2**40), max_value=2**40), unique=True, max_size=12).map(
    sorted
)


def test_rows_that_come_together_stand_apart() -> None:
    assert list(spread(3)) == [GAP, 2 * GAP, 3 * GAP]
    assert list(spread(0)) == []


def test_the_first_row_of_a_list_has_a_place() -> None:
    assert place_at([], 0) == GAP


def test_a_row_goes_between_its_neighbours() -> None:
    assert place_at([GAP, 2 * GAP], 1) == GAP + GAP // 2


def test_a_row_goes_before_the_first() -> None:
    assert place_at([GAP, 2 * GAP], 0) == 0


def test_a_row_goes_after_the_last() -> None:
    assert place_at([GAP, 2 * GAP], 2) == 3 * GAP
    assert place_at([GAP, 2 * GAP], 99) == 3 * GAP


def test_a_gap_that_is_used_up_is_told() -> None:
    assert place_at([7, 8], 1) is None


@given(PLACES, st.integers(min_value=0, max_value=14))
def test_a_place_keeps_the_order(places: list[int], index: int) -> None:
    place = place_at(places, index)
    if place is None:
        assert places[index] - places[index - 1] == 1
    else:
        assert sorted([*places, place]) == [*places[:index], place, *places[index:]]
        assert place not in places


@given(st.integers(min_value=0, max_value=3))
def test_sixteen_rows_fit_into_the_narrowest_spot(side: int) -> None:
    places = list(spread(3))
    for _ in range(16):
        place = place_at(places, min(side, len(places)))
        assert place is not None
        places = sorted([*places, place])
    assert len(set(places)) == 19
