"""The digests of the library by their slots, and the orders in which lists show them."""

from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Select, select

from curator.domain.listing import ALL, TRASH, VIEWS
from curator.library import queries, tables
from curator.library.id_lists import Ids, ids
from curator.library.queries import NEWEST_FIRST
from curator.library.slots import Places, Slots
from curator.library.snapshot import Snapshot

_digest = tables.digest.c


def digests(snapshot: Snapshot) -> Slots:
    """All digests, those in the trash with them."""

    def make() -> Slots:
        # Sorted here: in the order of the ids SQLite would read the table, with all its texts.
        return Slots(np.sort(ids(snapshot.connection, select(_digest.id))))

    def unmoved(known: Slots, touched: frozenset[int]) -> Slots | None:
        """The same, where of the digests that were touched none came and none went."""
        asked = np.array(sorted(touched), np.int64)
        there = ids(snapshot.connection, select(_digest.id).where(_digest.id.in_(asked.tolist())))
        before = asked[known.of(asked) < len(known)]
        return known if np.array_equal(np.sort(there), before) else None

    return snapshot.renewed("digests", make, unmoved)


def newest_first(snapshot: Snapshot, view: str = ALL, *, with_trash: bool = False) -> Places:
    """The digests of a view as lists have them; `with_trash` leaves in what lies in the trash."""
    statement = select(_digest.id).where(*in_view(view, with_trash=with_trash))
    return snapshot.once(
        ("newest first", view, with_trash),
        lambda: _slots(snapshot, statement.order_by(*NEWEST_FIRST)),
    )


def counts(snapshot: Snapshot) -> dict[str, int]:
    """How many digests each view of the sidebar has."""

    def make() -> Ids:
        by_view = queries.counts(snapshot.connection)
        return np.array([by_view[view] for view in VIEWS])

    numbers = snapshot.once("counts", make).tolist()
    return dict(zip(VIEWS, numbers, strict=True))


def in_view(view: str, *, with_trash: bool = False) -> list[ColumnElement[bool]]:
    """Which digests a view has, as conditions."""
    if view == TRASH:
        return [_digest.trashed > ""]
    where = [] if with_trash else [_digest.trashed == ""]
    return where if view == ALL else [*where, _digest.review == view]


def _slots(snapshot: Snapshot, statement: Select[Any]) -> Places:
    return digests(snapshot).of(ids(snapshot.connection, statement))
