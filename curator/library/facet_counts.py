"""How many digests, or rows, of a result have each value of a facet.

The search is asked of SQLite, once for all facets and the list; the view and what was picked are
flags of the columns in memory. They mean the same as `digest_condition` and `row_condition`, which
a test proves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from curator.domain.facets import KIND, MONTH, REVIEW, YES, FacetCounts, FacetValue, Pick
from curator.domain.listing import ALL, TRASH, Listing
from curator.domain.query import EVERYTHING, Query, mentions
from curator.domain.query_parsing import question_of
from curator.library import facet_reading, row_table
from curator.library.digest_orders import digests
from curator.library.facet_column import Flags, Places
from curator.library.facet_names import FacetNames
from curator.library.facet_rows import NAMES, FacetRows
from curator.library.facet_store import FacetStore
from curator.library.listing import TRASHED
from curator.library.query_sets import digest_mask, row_mask
from curator.library.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class FacetQuestion:
    """What is to be counted: the values of a facet in a listing, whose picks of other facets
    narrow it; those that hold `text`, and at most `limit` of them, but always what is picked."""

    listing: Listing
    facet: str
    of_rows: bool = False
    text: str = ""
    limit: int = 200


def facet_counts(store: FacetStore, moment: Snapshot, question: FacetQuestion) -> FacetCounts:
    """The values of a facet, the most frequent first, but months with the newest first.

    Whoever asks has the turn of the store.

    Raises:
        Interrupted: the connection was stopped.
    """
    store.follow(moment.connection)
    asked = question_of(question.listing.search, typing=True).query
    count = _of_rows if question.of_rows else _of_digests
    names, counts = count(store, moment, question, asked)
    return _best(names, counts, question)


def _of_digests(
    store: FacetStore, moment: Snapshot, question: FacetQuestion, asked: Query
) -> tuple[FacetNames, Places]:
    connection = moment.connection
    flags = _in_view(store, connection, question.listing, asked)
    flags &= _picked(store, connection, question, {question.facet})
    if asked != EVERYTHING:
        places = store.places(digests(moment).ids[digest_mask(moment, asked)])
        found = np.zeros(len(store), dtype=np.bool_)
        found[places[places >= 0]] = True
        flags &= found
    column = store.column(connection, question.facet)
    return column.names, column.counts(flags)


def _of_rows(
    store: FacetStore, moment: Snapshot, question: FacetQuestion, asked: Query
) -> tuple[FacetNames, Places]:
    connection = moment.connection
    rows = store.rows(connection)
    of_view = _in_view(store, connection, question.listing, asked)
    of_view &= _picked(store, connection, question, {question.facet, KIND})
    flags = of_view[rows.owners]
    if asked != EVERYTHING:
        flags &= rows.among(row_table.rows(moment).slots.ids[row_mask(moment, asked)])
    if question.facet == KIND:
        return NAMES, rows.counts(flags)
    flags &= _of_kinds(rows, question.listing.picks)
    column = store.column(connection, question.facet)
    return column.names, column.counts(rows.weights(flags, len(store)))


def _in_view(store: FacetStore, connection: Connection, listing: Listing, asked: Query) -> Flags:
    trashed = store.column(connection, facet_reading.TRASHED).having([YES], len(store))
    if listing.view == TRASH:
        return trashed
    flags = np.ones_like(trashed) if mentions(asked, TRASHED) else ~trashed
    if listing.view != ALL:
        flags &= store.column(connection, REVIEW).having([listing.view], len(store))
    return flags


def _picked(
    store: FacetStore, connection: Connection, question: FacetQuestion, without: set[str]
) -> Flags:
    """Which digests the picks leave, those of some facets not counted."""
    flags = np.ones(len(store), dtype=np.bool_)
    picks = [pick for pick in question.listing.picks if pick.facet not in without]
    for facet in {pick.facet for pick in picks}:
        column = store.column(connection, facet)
        wanted, unwanted = _values(facet, picks)
        if wanted:
            flags &= column.having(wanted, len(store))
        if unwanted:
            flags &= ~column.having(unwanted, len(store))
    return flags


def _of_kinds(rows: FacetRows, picks: Iterable[Pick]) -> Flags:
    wanted, unwanted = _values(KIND, picks)
    flags = rows.having(wanted) if wanted else np.ones(len(rows.ids), dtype=np.bool_)
    return flags & ~rows.having(unwanted) if unwanted else flags


def _values(facet: str, picks: Iterable[Pick]) -> tuple[list[str], list[str]]:
    """What is chosen of a facet, and what is excluded."""
    of_it = [pick for pick in picks if pick.facet == facet]
    wanted = [pick.value for pick in of_it if not pick.excluded]
    return wanted, [pick.value for pick in of_it if pick.excluded]


def _best(names: FacetNames, counts: Places, question: FacetQuestion) -> FacetCounts:
    there = counts > 0
    if question.text.strip():
        there &= names.holding(question.text)
    codes = np.flatnonzero(there)
    order = codes if question.facet == MONTH else counts[codes] * len(names) - codes
    if len(codes) > question.limit:
        best = np.argpartition(-order, question.limit)[: question.limit]
        shown, order = codes[best], order[best]
    else:
        shown = codes
    shown = shown[np.argsort(-order)]
    values = [FacetValue(names.names[code], int(counts[code])) for code in shown.tolist()]
    return FacetCounts((*values, *_missing(names, counts, question, values)), len(codes))


def _missing(
    names: FacetNames, counts: Places, question: FacetQuestion, shown: Sequence[FacetValue]
) -> list[FacetValue]:
    """What is picked of the facet and not among the values that are shown."""
    known = {value.value for value in shown}
    picks = [pick.value for pick in question.listing.picks if pick.facet == question.facet]
    return [
        FacetValue(value, int(counts[code]) if (code := names.code_of(value)) >= 0 else 0)
        for value in dict.fromkeys(picks)
        if value not in known
    ]
