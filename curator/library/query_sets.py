"""A question answered by sets: each part by the one index that knows it, joined as masks.

`query_sql` says which digests or rows a part finds. SQLite could join the parts too, but would
carry each of a hundred thousand ids into a tree of its own and look it up there; a mask is joined
in a tenth of a millisecond, and a part that was asked before is still known.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Select, select

from curator.domain.query import Choice, Every, Not, OneOf, Query
from curator.library import tables
from curator.library.digest_orders import digests
from curator.library.id_lists import ids
from curator.library.match_expression import DIGEST_WORDS, ROW_WORDS, TextScope, joined
from curator.library.query_sql import asks_of_digests, digest_condition, row_condition
from curator.library.row_table import of_digests, rows
from curator.library.slots import Mask, Slots
from curator.library.snapshot import Snapshot

_FINDINGS = Choice("has", "findings")
"""Findings are counted behind the back of the history, so nothing is kept of them."""


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is looked for: its index of words, its ids, and what a part means that is no word."""

    words: TextScope
    id: ColumnElement[int]
    slots: Callable[[Snapshot], Slots]
    condition: Callable[[Query], ColumnElement[bool]]


def digest_mask(snapshot: Snapshot, query: Query) -> Mask:
    """Which digests a question asks for; those in the trash are among them."""
    return _mask(snapshot, query, _DIGESTS)


def row_mask(snapshot: Snapshot, query: Query) -> Mask:
    """Which signal rows a question asks for, whatever their digest lies in."""
    return _mask(snapshot, query, _ROWS)


def _mask(snapshot: Snapshot, query: Query, scope: _Scope) -> Mask:
    expression = scope.words.expression(query)
    if expression:
        return _holding(snapshot, expression, scope)
    if scope is _ROWS and asks_of_digests(query):
        return of_digests(snapshot, digest_mask(snapshot, query))
    match query:
        case Not(part):
            return ~_mask(snapshot, part, scope)
        case Every() | OneOf():
            return _joined(snapshot, query, scope)
        case _:
            return _leaf(snapshot, query, scope)


def _joined(snapshot: Snapshot, query: Every | OneOf, scope: _Scope) -> Mask:
    """The parts of a question; those that are words are put as one expression."""
    every = isinstance(query, Every)
    mask = np.full(len(scope.slots(snapshot)), every)
    join = np.logical_and if every else np.logical_or
    expressions: list[str] = []
    for part in query.parts:
        if expression := scope.words.expression(part, depth=1):
            expressions.append(expression)
        else:
            join(mask, _mask(snapshot, part, scope), out=mask)
    if expressions:
        join(mask, _holding(snapshot, joined(query, expressions), scope), out=mask)
    return mask


def _holding(snapshot: Snapshot, expression: str, scope: _Scope) -> Mask:
    words = scope.words
    return _kept(snapshot, (words.index, expression), words.matching(expression), scope)


def _leaf(snapshot: Snapshot, leaf: Query, scope: _Scope) -> Mask:
    statement = select(scope.id).where(scope.condition(leaf))
    if leaf == _FINDINGS:
        return scope.slots(snapshot).mask(ids(snapshot.connection, statement))
    return _kept(snapshot, (scope.words.index, leaf), statement, scope)


def _kept(
    snapshot: Snapshot, key: tuple[str, object], statement: Select[Any], scope: _Scope
) -> Mask:
    def make() -> Mask:
        return scope.slots(snapshot).mask(ids(snapshot.connection, statement))

    return snapshot.once(key, make)


def _row_slots(snapshot: Snapshot) -> Slots:
    return rows(snapshot).slots


_DIGESTS = _Scope(DIGEST_WORDS, tables.digest.c.id, digests, digest_condition)
_ROWS = _Scope(ROW_WORDS, tables.signal.c.id, _row_slots, row_condition)
