"""Words as FTS5 is asked for them: many leaves of a question in one MATCH expression."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, column, select
from sqlalchemy import table as named_table

from curator.domain.query import Every, Not, OneOf, Query, Words, parts_of
from curator.domain.query_fields import ROW, TEXTS
from curator.domain.query_words import words_of
from curator.library.text_index import SEPARATOR

_DEEPEST = 4
"""Expressions inside each other; the parser of FTS5 has a small stack."""


@dataclass(frozen=True, slots=True)
class TextScope:
    """One of the full-text indexes, and the column in it of each field of a question."""

    index: str
    columns: dict[str, str]

    def matching(self, expression: str) -> Select[Any]:
        """The ids of the documents that an expression finds."""
        rows = named_table(self.index, column("rowid", Integer))
        return select(rows.c.rowid).where(self.document.op("MATCH")(expression))

    @property
    def document(self) -> ColumnElement[str]:
        """What is asked with MATCH, and what rank and snippet are functions of."""
        return column(self.index, is_literal=True)

    def expression(self, query: Query, depth: int = 0) -> str:
        """The question as one expression; empty where it asks for more than words found here."""
        if isinstance(query, Words):
            return self._words(query)
        if not isinstance(query, Every | OneOf) or depth >= _DEEPEST:
            return ""
        inner = [self.expression(part, depth + 1) for part in query.parts]
        return joined(query, inner) if inner and all(inner) else ""

    def wanted(self, query: Query) -> str:
        """An expression that any of the words finds that a question wants, for marking them."""
        inner = [self._words(words) for words in _positive(query)]
        return " OR ".join(dict.fromkeys(filter(None, inner)))

    def _words(self, words: Words) -> str:
        if not words_of(words.text) or words.field not in self.columns:
            return ""
        text = words.text.replace(SEPARATOR, " ").replace('"', '""')
        place = self.columns[words.field]
        phrase = f'"{text}" *' if words.goes_on else f'"{text}"'
        return f'"{place}" : {phrase}' if place else phrase


def joined(query: Every | OneOf, expressions: list[str]) -> str:
    """Expressions joined the way the parts of a question are."""
    word = " AND " if isinstance(query, Every) else " OR "
    unique = list(dict.fromkeys(expressions))
    return f"({word.join(unique)})" if len(unique) > 1 else unique[0]


def _positive(query: Query) -> Iterator[Words]:
    if isinstance(query, Words):
        yield query
    elif not isinstance(query, Not):
        for part in parts_of(query):
            yield from _positive(part)


DIGEST_WORDS = TextScope("search", {"": ""} | {field.name: field.column for field in TEXTS})
ROW_WORDS = TextScope(
    "signal_search",
    {"": ""}
    | {field.name: field.column for field in TEXTS if field.scope == ROW}
    | {"signal": "name"},
)
