"""The orders of all signal rows: by any column, and where they agree, as their digests stand."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from curator.domain import ledger
from curator.domain.ledger import Sorting
from curator.domain.signal import Signal
from curator.library import ranks
from curator.library.row_table import rows
from curator.library.slots import Places
from curator.library.snapshot import Snapshot

_RANK_BITS = 32
_RANK = (1 << _RANK_BITS) - 1
_OF_DIGESTS: dict[str, Callable[[Snapshot], Places]] = {
    ledger.DATE: ranks.by_day,
    ledger.TITLE: ranks.by_title,
    ledger.REVIEW: ranks.by_review,
    ledger.THEMES: ranks.by_theme,
}


def sorted_rows(snapshot: Snapshot, sorting: Sorting) -> Places:
    """The slots of all rows in an order; empty cells stand last whichever way it goes."""

    def make() -> Places:
        column = _column(snapshot, sorting.column).astype(np.int64)
        last = column.max(initial=0) + 1
        if sorting.descending:
            column = np.where(column >= 0, last - column, column)
        column[column < 0] = last + 1
        order = standing(snapshot)
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        return order[_in_order(column, place)]

    return snapshot.once(("rows", sorting), make)


def standing(snapshot: Snapshot) -> Places:
    """The slots of all rows as their digests stand, and there by kind and position."""

    def make() -> Places:
        table = rows(snapshot)
        order = np.empty(len(table.slots), np.int32)
        order[table.standing] = np.arange(len(order), dtype=np.int32)
        return order[_in_order(of_owners(snapshot, ranks.standing)[order], np.arange(len(order)))]

    return snapshot.once("standing rows", make)


def of_owners(snapshot: Snapshot, ranks_of: Callable[[Snapshot], Places]) -> Places:
    """What is the rank of a digest, for each of its rows."""
    return np.append(ranks_of(snapshot), np.int32(ranks.NONE))[rows(snapshot).owners]


def _column(snapshot: Snapshot, column: str) -> Places:
    if column in _OF_DIGESTS:
        return of_owners(snapshot, _OF_DIGESTS[column])
    if column == ledger.KIND:
        return rows(snapshot).kinds.astype(np.int32)
    if column in Signal.TEXT_FIELDS:
        return ranks.by_text(snapshot, column)
    raise ValueError(f"the ledger has no column {column!r}")


def _in_order(column: npt.NDArray[np.integer[Any]], ties: npt.NDArray[np.integer[Any]]) -> Places:
    """Places sorted by a column and then by `ties`, packed into one number: nothing is faster."""
    keys = column.astype(np.int64) << _RANK_BITS | ties
    keys.sort()
    return (keys & _RANK).astype(np.int32)
