"""Values of digests in numbers: counted by flags or weights, and exchanged where they change."""

import numpy as np
from numpy.typing import NDArray

from curator.library.facet_column import FacetColumn, places_in

LENGTH = 4


def places(*numbers: int) -> NDArray[np.int64]:
    return np.array(numbers, dtype=np.int64)


def a_column() -> FacetColumn:
    parts = [(("a",), (2,), places(0, 2)), (("b", "c"), (1, 3), places(2, 0, 1, 3))]
    return FacetColumn.made("theme", parts)


def counted(column: FacetColumn, weights: list[int] | list[bool]) -> dict[str, int]:
    found = column.counts(np.array(weights)).tolist()
    return dict(zip(column.names.names, found, strict=True))


def test_digests_are_counted_by_flags_and_by_weights() -> None:
    column = a_column()
    assert counted(column, [True] * LENGTH) == {"a": 2, "b": 1, "c": 3}
    assert counted(column, [True, False, False, False]) == {"a": 1, "b": 0, "c": 1}
    assert counted(column, [10, 5, 2, 0]) == {"a": 12, "b": 2, "c": 15}


def test_digests_that_have_one_of_some_values_are_found() -> None:
    column = a_column()
    assert column.having(["a", "nobody"], LENGTH).tolist() == [True, False, True, False]
    assert column.having(["a", "c"], LENGTH).tolist() == [True] * 4
    assert column.having([], LENGTH).tolist() == [False] * 4


def test_a_pair_counts_once_and_a_digest_that_is_missing_not_at_all() -> None:
    column = FacetColumn.made("theme", [(("a", "b"), (3, 2), places(1, 0, 1, -1, 2))])
    assert counted(column, [True] * LENGTH) == {"a": 2, "b": 1}


def test_what_changed_takes_the_place_of_what_was() -> None:
    column = a_column().changed(places(0, 4), (("aa", "c"), (2, 1), places(0, 4, 4)), LENGTH + 1)
    assert counted(column, [True] * 5) == {"a": 1, "aa": 2, "b": 1, "c": 3}
    assert column.having(["aa"], 5).tolist() == [True, False, False, False, True]
    assert column.having(["b"], 5).tolist() == [False, False, True, False, False]


def test_what_has_nothing_any_more_is_counted_nowhere() -> None:
    column = a_column().changed(places(2), ((), (), places()), LENGTH)
    assert counted(column, [True] * LENGTH) == {"a": 1, "b": 0, "c": 3}


def test_places_of_ids_among_others() -> None:
    assert places_in(places(3, 5, 9), places(9, 4, 3, 10)).tolist() == [2, -1, 0, -1]
    assert places_in(places(), places(1)).tolist() == [-1]
