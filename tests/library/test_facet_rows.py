"""Signal rows in numbers."""

import numpy as np
from numpy.typing import NDArray

from curator.library.facet_rows import NAMES, FacetRows


def numbers(*values: int) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def some_rows() -> FacetRows:
    return FacetRows.made(
        [
            ("signal", numbers(4, 1, 9), numbers(0, 0, -1)),
            ("concern", numbers(2), numbers(1)),
            ("rumour", numbers(7), numbers(1)),
        ]
    )


def test_rows_are_in_the_order_of_their_ids_without_those_of_missing_digests() -> None:
    rows = some_rows()
    assert rows.ids.tolist() == [1, 2, 4, 7]
    assert rows.owners.tolist() == [0, 1, 0, 1]


def test_rows_are_counted_by_kind_and_by_digest() -> None:
    rows = some_rows()
    chosen = np.array([True, True, False, True])
    counts = dict(zip(NAMES.names, rows.counts(chosen).tolist(), strict=True))
    assert {kind: count for kind, count in counts.items() if count} == {"signal": 1, "concern": 1}
    assert rows.weights(chosen, 3).tolist() == [1, 2, 0]


def test_rows_of_kinds_and_with_ids_are_found() -> None:
    rows = some_rows()
    assert rows.having(["signal"]).tolist() == [True, False, True, False]
    assert rows.having(["nothing"]).tolist() == [False] * 4
    assert rows.among(numbers(7, 3, 1)).tolist() == [True, False, False, True]


def test_rows_of_changed_digests_take_the_place_of_what_was() -> None:
    now = FacetRows.made([("issue", numbers(3, 12), numbers(0, 2))])
    rows = some_rows().changed(numbers(0, 2), now, 3)
    assert rows.ids.tolist() == [2, 3, 7, 12]
    assert rows.owners.tolist() == [1, 0, 1, 2]
    assert rows.having(["issue"]).tolist() == [False, True, False, True]
