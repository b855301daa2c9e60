"""The digests of a list: an order that is known, and the set of those that are asked for."""

from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Integer, Select, column, func, select
from sqlalchemy import table as named_table

from curator.domain.facets import query_of
from curator.domain.listing import Listing
from curator.domain.query import EVERYTHING, Choice, Every, Query, mentions
from curator.domain.query_parsing import question_of
from curator.library.digest_orders import digests, newest_first
from curator.library.id_lists import Ids
from curator.library.match_expression import DIGEST_WORDS, joined
from curator.library.query_sets import digest_mask
from curator.library.snapshot import Snapshot

RANKED = 2_000
"""Digests that are put in order by how well they fit; more than that nobody looks through, and
to weigh them takes longer than to find them. They stay as lists have them, newest first."""

TRASHED = Choice("is", "trashed")
"""A question that asks for the trash anywhere is put to what lies there too."""

_WEIGHTS = (8.0, 3.0, 4.0, 4.0, 5.0, 2.0, 2.0, 2.0, 2.0, 1.0, 4.0, 2.0, 2.0)
"""How much a word counts in each column of the index: a title says more than a list of links."""

_index = named_table("search", column("rowid", Integer))
_document: ColumnElement[str] = DIGEST_WORDS.document


def asked(listing: Listing) -> Query:
    """The question that a listing comes to; the last word of its search may go on."""
    query = question_of(listing.search, typing=True).query
    if not listing.picks:
        return query
    picked = query_of(listing.picks)
    return picked if query == EVERYTHING else Every((query, picked))


def digest_ids(snapshot: Snapshot, listing: Listing) -> Ids:
    """The digests of a listing: by how well they fit a search of words, else newest date first.

    What lies in the trash is found where it is asked for.
    """
    query = asked(listing)
    order = newest_first(snapshot, listing.view, with_trash=mentions(query, TRASHED))
    if query == EVERYTHING:
        return digests(snapshot).ids[order]
    found = digests(snapshot).ids[order[digest_mask(snapshot, query)[order]]]
    expression = _weighed(query) if 1 < len(found) <= RANKED else ""
    return _best_first(snapshot.connection, expression, found) if expression else found


def _weighed(query: Query, depth: int = 0) -> str:
    """The words by which digests are put in order: those that each of them has."""
    expression = DIGEST_WORDS.expression(query, depth)
    if expression or not isinstance(query, Every):
        return expression
    parts = [_weighed(part, depth + 1) for part in query.parts]
    words = [part for part in parts if part]
    return joined(query, words) if words else ""


def _best_first(connection: Connection, expression: str, found: Ids) -> Ids:
    scores: dict[int, float] = dict(connection.execute(_scores(expression, found.tolist())).all())
    weights = np.fromiter((scores[id_] for id_ in found.tolist()), np.float64, len(found))
    return found[np.argsort(weights, kind="stable")]


def _scores(expression: str, ids: list[int]) -> Select[Any]:
    # The sum keeps SQLite from putting the question once for each row.
    return select(_index.c.rowid, func.bm25(_document, *_WEIGHTS)).where(
        _document.op("MATCH")(expression), (_index.c.rowid + 0).in_(ids)
    )
