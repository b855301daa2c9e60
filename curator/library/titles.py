"""Digests found by what they are called: words of a title in any order, or the beginning of a key.

An index serves all but the middle of words, which is looked for only where that gives too few.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, column, func, select
from sqlalchemy import table as named_table

from curator.domain.fitting import WITHIN, fit
from curator.domain.listing import DigestCard
from curator.domain.query import Every, Words
from curator.domain.query_words import words_of
from curator.library import tables
from curator.library.match_expression import DIGEST_WORDS
from curator.library.queries import NEWEST_FIRST, cards

_BEYOND = chr(0x10FFFF)
"""Sorts behind all that goes on from a beginning."""
_digest = tables.digest.c
_index = named_table("search", column("rowid", Integer))
_present = _digest.trashed == ""


def titles_like(connection: Connection, text: str, limit: int = 20) -> list[DigestCard]:
    """Digests outside the trash whose name has all words of `text`: first those that begin with
    it, by name, then those with words that do, then the rest, the newest of them first."""
    found: dict[int, None] = {}
    for statement in _ways(text):
        if len(found) < limit:
            found.update(dict.fromkeys(connection.scalars(statement.limit(limit))))
    return sorted(cards(connection, list(found)), key=partial(_rank, text))[:limit]


def _ways(text: str) -> Iterator[Select[Any]]:
    """Statements that find ids, each slower than the one before."""
    whole, words = text.strip().casefold(), text.casefold().split()
    if words:
        yield select(_digest.id).where(_present, *_begins(_digest.sort_name, whole))
        # By length, or SQLite would rather walk along all that is not in the trash.
        present = func.length(_digest.trashed) == 0
        yield select(_digest.id).where(present, *_begins(_digest.key, text.strip()))
    wanted = tuple(Words(word, "title", goes_on=True) for word in words_of(text))
    if wanted:
        expression = DIGEST_WORDS.expression(Every(wanted))
        yield (
            select(_index.c.rowid)
            .join(tables.digest, _digest.id == _index.c.rowid)
            .where(DIGEST_WORDS.document.op("MATCH")(expression), _present)
            .order_by(_index.c.rowid.desc())
        )
    within = (_digest.sort_name.contains(word, autoescape=True) for word in words)
    yield select(_digest.id).where(_present, *within).order_by(*NEWEST_FIRST)


def _begins(name: ColumnElement[str], beginning: str) -> tuple[ColumnElement[bool], ...]:
    return name >= beginning, name < beginning + _BEYOND


def _rank(text: str, card: DigestCard) -> int:
    found = fit(text, card.title)
    return WITHIN if found is None else found
