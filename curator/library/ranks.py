"""The rank of each digest or row in a column: equal cells have the same, empty ones have none."""

from typing import Any

import numpy as np
from sqlalchemy import Column, ColumnElement, Connection, Integer, cast, func, select

from curator.domain.review import REVIEWS
from curator.domain.term import THEME
from curator.library import tables
from curator.library.digest_orders import digests, newest_first
from curator.library.id_lists import Ids, ids, numbers
from curator.library.row_table import rows
from curator.library.slots import Places, Slots
from curator.library.snapshot import Snapshot
from curator.library.tables import sort_key

NONE = -1
"""The rank of an empty cell: it stands last, whichever way the others are sorted."""

_digest = tables.digest.c
_signal = tables.signal.c
_term = tables.term.c


def by_text(snapshot: Snapshot, name: str) -> Places:
    """Rows by a column of texts: by their first letters, whatever their capitals."""

    def make() -> Places:
        ranks = _ranks(snapshot.connection, rows(snapshot).slots, _signal.id, sort_key(name))
        empty = select(_signal.id).where(sort_key(name) == "").limit(1)
        return ranks - 1 if snapshot.connection.scalar(empty) else ranks

    return snapshot.once(("ranks", name), make)


def by_title(snapshot: Snapshot) -> Places:
    """Digests by what lists call them; those in the trash come after the others."""

    def make() -> Places:
        slots, name = digests(snapshot), _digest.sort_name
        living, trashed = (
            _ranks(snapshot.connection, slots, _digest.id, name, where)
            for where in (_digest.trashed == "", _digest.trashed > "")
        )
        return np.where(trashed >= 0, trashed + living.max(initial=0) + 1, living)

    return snapshot.once(("ranks", "title"), make)


def by_day(snapshot: Snapshot) -> Places:
    """Digests by their date: the day itself as a number (20240818) is the rank."""

    def make() -> Places:
        day = func.coalesce(cast(func.replace(_digest.date, "-", ""), Integer), 0)
        digest_ids, days = numbers(snapshot.connection, select(_digest.id, day))
        return _spread(digests(snapshot), digest_ids, np.where(days > 0, days, NONE))

    return snapshot.once(("ranks", "day"), make)


def by_review(snapshot: Snapshot) -> Places:
    """Digests by their state of review, in the order of the work."""

    def make() -> Places:
        ranks = np.full(len(digests(snapshot)), NONE, np.int32)
        for place, review in enumerate(REVIEWS):
            found = select(_digest.id).where(_digest.review == review)
            ranks[digests(snapshot).mask(ids(snapshot.connection, found))] = place
        return ranks

    return snapshot.once(("ranks", "review"), make)


def by_theme(snapshot: Snapshot) -> Places:
    """Digests by their first theme, whatever its capitals."""

    def make() -> Places:
        # Not compared as it stands, so that SQLite takes the index that has the positions.
        is_theme = _term.kind.concat("") == THEME
        order = (_term.digest_id, _term.kind, _term.position, _term.id)
        listed = select(_term.id, _term.digest_id).where(is_theme).order_by(*order)
        term_ids, digest_ids = numbers(snapshot.connection, listed)
        owners, first = np.unique(digest_ids, return_index=True)
        terms = Slots(np.sort(term_ids))
        ranks = _theme_ranks(snapshot.connection, terms)
        return _spread(digests(snapshot), owners, ranks[terms.of(term_ids[first])])

    return snapshot.once(("ranks", "theme"), make)


def standing(snapshot: Snapshot) -> Places:
    """Digests as lists have them, the newest first; those in the trash come after the others."""

    def make() -> Places:
        order = np.concatenate([newest_first(snapshot), newest_first(snapshot, "trash")])
        ranks = np.empty(len(digests(snapshot)), np.int32)
        ranks[order] = np.arange(len(order), dtype=np.int32)
        return ranks

    return snapshot.once(("ranks", "standing"), make)


def _theme_ranks(connection: Connection, terms: Slots) -> Places:
    """The rank of each theme by its letters, which Python folds better than SQLite."""
    themes = _term.kind == THEME
    by_name = select(_term.id).where(themes).order_by(_term.name, _term.digest_id, _term.id)
    spellings = connection.execute(
        select(_term.name, func.count()).where(themes).group_by(_term.name).order_by(_term.name)
    ).all()
    folded = [name.casefold() for name, _ in spellings]
    rank_of = {name: rank for rank, name in enumerate(sorted(set(folded) - {""}))} | {"": NONE}
    ranks = np.array([rank_of[name] for name in folded], np.int32)
    uses = np.array([count for _, count in spellings], np.int64)
    return _spread(terms, ids(connection, by_name), np.repeat(ranks, uses))


def _ranks(
    connection: Connection,
    slots: Slots,
    id_: Column[int],
    key: ColumnElement[str],
    *where: ColumnElement[bool],
) -> Places:
    """Ranks by a key that an index has: the ids in its order, and how many of them agree.

    Groups come in the order of their key. To ask for that would make SQLite sort them again.
    """
    in_order = ids(connection, select(id_).where(*where).order_by(key, id_))
    agreeing: Any = select(func.count()).select_from(id_.table).where(*where).group_by(key)
    counts = ids(connection, agreeing)
    return _spread(slots, in_order, np.repeat(np.arange(len(counts)), counts))


def _spread(slots: Slots, of_ids: Ids, ranks: Ids | Places) -> Places:
    """The rank of each slot, none where no id has one."""
    spread = np.full(len(slots) + 1, NONE, np.int32)
    spread[slots.of(of_ids)] = ranks
    return spread[:-1]
