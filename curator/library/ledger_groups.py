"""How the rows of the ledger group: by theme, force, horizon, digest or month."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, select

from curator.domain.facets import MONTH, Pick, part_of
from curator.domain.facets import THEME as THEMES
from curator.domain.ledger import (
    BY_DIGEST,
    BY_FORCE,
    BY_HORIZON,
    BY_MONTH,
    BY_THEME,
    Group,
    LedgerQuestion,
)
from curator.domain.listing import Listing
from curator.library import ranks, tables
from curator.library.digest_orders import digests
from curator.library.id_lists import Ids, ids
from curator.library.ledger_queries import in_order, listed
from curator.library.query_sets import digest_mask
from curator.library.row_table import of_digests, rows
from curator.library.rows import batches
from curator.library.slots import Mask
from curator.library.snapshot import Snapshot
from curator.library.tables import sort_key
from curator.library.theme_table import themes

MOST_GROUPS = 2_000
"""Groups that are told; nobody looks through more, and half a million rows may have as many."""

_digest = tables.digest.c
_signal = tables.signal.c
_COLUMNS = {BY_FORCE: "driving_force", BY_HORIZON: "horizon"}

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Grouping:
    """How rows are counted by a value, and which rows have it."""

    groups: Callable[[Snapshot, Mask], list[Group]]
    rows: Callable[[Snapshot, str], Mask]


def groups(snapshot: Snapshot, listing: Listing, by: str) -> list[Group]:
    """The groups of the rows of a listing, the largest first, months the newest first.

    Raises:
        ValueError: nothing is grouped by that.
    """
    return _grouping(by).groups(snapshot, listed(snapshot, listing))


def group_ids(snapshot: Snapshot, question: LedgerQuestion, by: str, value: str) -> Ids:
    """The rows of one group, as the question sorts them; raises as `groups` does."""
    mask = listed(snapshot, question.listing) & _grouping(by).rows(snapshot, value)
    return in_order(snapshot, question, mask)


def _grouping(by: str) -> _Grouping:
    if by not in _GROUPINGS:
        raise ValueError(f"rows are not grouped by {by!r}")
    return _GROUPINGS[by]


# --- by a text of the row ---------------------------------------------------------------------


def _of_text(by: str) -> _Grouping:
    name = _COLUMNS[by]

    def count(snapshot: Snapshot, mask: Mask) -> list[Group]:
        slots = np.flatnonzero(mask)
        codes = ranks.by_text(snapshot, name)[slots] + 1  # the empty ones come to 0
        counts = np.bincount(codes)
        first = np.zeros(len(counts), np.int64)
        first[codes[::-1]] = slots[::-1]
        largest = _largest(counts)
        row_ids = rows(snapshot).slots.ids[first[largest]].tolist()
        said = _texts(snapshot.connection, name, row_ids)
        return [
            Group(*said[row_id], count)
            for row_id, count in zip(row_ids, counts[largest].tolist(), strict=True)
        ]

    def having(snapshot: Snapshot, value: str) -> Mask:
        statement = select(_signal.id).where(sort_key(name) == value)
        return rows(snapshot).slots.mask(ids(snapshot.connection, statement))

    return _Grouping(count, having)


def _texts(connection: Connection, name: str, row_ids: list[int]) -> dict[int, tuple[str, str]]:
    """By what rows are sorted in a column, and what they say there."""
    statement = select(_signal.id, sort_key(name), _signal[name])
    found = (
        row
        for batch in batches(row_ids)
        for row in connection.execute(statement.where(_signal.id.in_(batch)))
    )
    return {row_id: (key, text) for row_id, key, text in found}


# --- by what the digest says ------------------------------------------------------------------


def _count_digests(snapshot: Snapshot, mask: Mask) -> list[Group]:
    counts = _rows_of_digests(snapshot, mask)
    largest = _largest(counts)
    digest_ids = digests(snapshot).ids[largest].tolist()
    names: dict[int, str] = {}
    for batch in batches(digest_ids):
        statement = select(_digest.id, _digest.title, _digest.key).where(_digest.id.in_(batch))
        found = snapshot.connection.execute(statement)
        names.update((id_, title or key) for id_, title, key in found)
    counted = zip(digest_ids, counts[largest].tolist(), strict=True)
    return [Group(str(id_), names[id_], count) for id_, count in counted]


def _of_digest(snapshot: Snapshot, value: str) -> Mask:
    return of_digests(snapshot, digests(snapshot).mask(np.array([int(value)], np.int64)))


def _count_themes(snapshot: Snapshot, mask: Mask) -> list[Group]:
    weights = _rows_of_digests(snapshot, mask)
    table = themes(snapshot)
    without = np.ones(len(weights) + 1, np.bool_)
    without[table.owners] = False
    said = table.counts(weights) * np.array([name != "" for name in table.names], np.int64)
    counts = np.append(said, weights[without[:-1]].sum())
    return _named((*table.names, ""), counts, _largest(counts))


def _count_months(snapshot: Snapshot, mask: Mask) -> list[Group]:
    weights = _rows_of_digests(snapshot, mask)
    months, codes = np.unique(ranks.by_day(snapshot) // 100, return_inverse=True)
    counts = np.bincount(codes, weights, len(months)).astype(np.int64)
    names = [f"{month // 100}-{month % 100:02}" if month > 0 else "" for month in months.tolist()]
    newest = np.flatnonzero(counts)[::-1][:MOST_GROUPS]
    return _named(names, counts, newest)


def _picked(facet: str) -> Callable[[Snapshot, str], Mask]:
    def having(snapshot: Snapshot, value: str) -> Mask:
        return of_digests(snapshot, digest_mask(snapshot, part_of(Pick(facet, value))))

    return having


def _rows_of_digests(snapshot: Snapshot, mask: Mask) -> Counts:
    """How many rows of a set each digest has."""
    count = len(digests(snapshot))
    return np.bincount(rows(snapshot).owners[mask], minlength=count)[:count]


# --- what all of them share -------------------------------------------------------------------


def _largest(counts: Counts) -> Counts:
    """The places of the largest counts, the largest first; none that is 0."""
    order = np.argsort(-counts, kind="stable")[:MOST_GROUPS]
    return order[counts[order] > 0]


def _named(names: Iterable[str], counts: Counts, places: Counts) -> list[Group]:
    known = tuple(names)
    counted = zip(places.tolist(), counts[places].tolist(), strict=True)
    return [Group(known[place], known[place], count) for place, count in counted]


_GROUPINGS = {
    BY_THEME: _Grouping(_count_themes, _picked(THEMES)),
    BY_FORCE: _of_text(BY_FORCE),
    BY_HORIZON: _of_text(BY_HORIZON),
    BY_DIGEST: _Grouping(_count_digests, _of_digest),
    BY_MONTH: _Grouping(_count_months, _picked(MONTH)),
}
