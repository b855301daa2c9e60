"""What the columns of facets are made of: for each value the digests that have it, in one text.

SQLite makes the text in one step; a row for each pair would take many times as long in Python.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    case,
    cast,
    exists,
    func,
    literal,
    select,
)

from curator.domain import facets
from curator.domain.term import KEYWORD, THEME
from curator.library import id_lists, tables
from curator.library.facet_column import Part, Places
from curator.library.rows import batches

TRASHED = "trashed"
"""A column that is no facet: what lies in the trash has the value YES, all else NO."""

Rows = tuple[str, Places, Places]
_VALUES, _DIGESTS = 500, 5_000
"""Values, and digests with their rows, that are read at once: to read a text into numbers holds up
all other threads, and so the window, for as long as it takes."""

_digest = tables.digest.c
_term = tables.term.c
_signal = tables.signal.c
_link = tables.link.c


_OF_DIGEST: dict[str, ColumnElement[str]] = {
    facets.REVIEW: _digest.review,
    facets.CATEGORY: _digest.category,
    facets.TYPE: _digest.type,
    facets.MONTH: func.substr(_digest.date, 1, 7),
    facets.LAYOUT: _digest.layout,
    TRASHED: case((_digest.trashed > "", facets.YES), else_=facets.NO),
}
"""Facets of which each digest has just one value."""


def _pairs(facet: str) -> list[Select[Any]]:
    """Statements of values and digests; their values, in order, follow each other."""
    if facet in _OF_DIGEST:
        value = _OF_DIGEST[facet]
        return [select(value.label("value"), _digest.id.label("digest_id"))]
    if facet in (THEME, KEYWORD):
        has_some = exists().where(_term.digest_id == _digest.id, _term.kind == facet)
        none = select(literal("").label("value"), _digest.id.label("digest_id")).where(~has_some)
        named = select(_term.name.label("value"), _term.digest_id)
        return [none, named.where(_term.kind == facet, _term.name > "")]
    column = {facets.KIND: _signal.kind, facets.RELATION: _link.relation}[facet]
    owner = {facets.KIND: _signal.digest_id, facets.RELATION: _link.digest_id}[facet]
    return [select(column.label("value"), owner.label("digest_id")).distinct()]


def all_pairs(connection: Connection, facet: str) -> Iterator[Part]:
    """The values of a facet in their order, how many digests each has, and these digests by id;
    a digest may be told twice of one value."""
    for statement in _pairs(facet):
        pair = statement.subquery()
        told = (
            select(pair.c.value, func.count(), together(pair.c.digest_id))
            .group_by(pair.c.value)
            .order_by(pair.c.value)
        )
        found = connection.execution_options(yield_per=_VALUES).execute(told)
        for rows in found.partitions(_VALUES):
            names, lengths, texts = zip(*rows, strict=True)
            yield names, lengths, numbers_in(texts)


def pairs_of(connection: Connection, facet: str, ids: Places) -> Part:
    """The same of a few digests."""
    found: set[tuple[str, int]] = set()
    for batch in batches(ids.tolist()):
        for statement in _pairs(facet):
            owner = statement.selected_columns[1]
            rows = connection.execute(statement.where(owner.in_(batch)))
            found.update((value, owner_id) for value, owner_id in rows)
    lengths = Counter(name for name, _ in found)
    names = sorted(lengths)
    owners = np.array([owner for _, owner in sorted(found)], dtype=np.int64)
    return names, [lengths[name] for name in names], owners


def all_rows(connection: Connection, ids: Places) -> Iterator[Rows]:
    """The signal rows of all digests: their kind, their ids, and the digest of each."""
    for start in range(0, len(ids), _DIGESTS):
        first, last = ids[start], ids[min(start + _DIGESTS, len(ids)) - 1]
        yield from _rows(connection, _signal.digest_id.between(int(first), int(last)))


def rows_of(connection: Connection, ids: Places) -> Iterator[Rows]:
    """The same of a few digests."""
    for batch in batches(ids.tolist()):
        yield from _rows(connection, _signal.digest_id.in_(batch))


def _rows(connection: Connection, where: ColumnElement[bool]) -> Iterator[Rows]:
    statement = select(_signal.kind, together(_signal.id), together(_signal.digest_id))
    for kind, ids, owners in connection.execute(statement.where(where).group_by(_signal.kind)):
        yield kind, numbers_in([ids]), numbers_in([owners])


def digest_ids(connection: Connection) -> Places:
    """All digests, also of the trash, in order."""
    return id_lists.ids(connection, select(_digest.id).order_by(_digest.id))


def with_findings(connection: Connection) -> Places:
    """The digests in which there is something to notice, in no order."""
    return id_lists.ids(connection, select(_digest.id).where(_digest.findings > 0))


def together(column: ColumnElement[Any]) -> ColumnElement[str]:
    """All numbers of a column as one text."""
    return func.aggregate_strings(cast(column, Text), ",")


def numbers_in(texts: Iterable[str]) -> Places:
    """The numbers that such texts hold."""
    return np.fromstring(",".join(texts), dtype=np.int64, sep=",")
