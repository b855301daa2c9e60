"""Digests found by a question, the best first; any string that a person types is a legal one."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, column, func, select
from sqlalchemy import table as named_table

from curator.domain.listing import SearchHit
from curator.domain.query import EVERYTHING, Choice, Every, Query, mentions
from curator.domain.query_parsing import question_of
from curator.library import tables
from curator.library.match_expression import DIGEST_WORDS, joined
from curator.library.query_sql import digest_condition
from curator.library.search_index import COLUMNS
from curator.library.text_index import SEPARATOR

RANKED = 2_000
"""Digests that are put in order by how well they fit; more than that nobody looks through, and
to weigh them takes longer than to find them. They stay as lists have them, newest first."""

NEWEST_FIRST = (tables.digest.c.date.desc(), tables.digest.c.sort_name, tables.digest.c.id)
"""How lists of digests are sorted."""

TRASHED = Choice("is", "trashed")
"""A question that asks for the trash anywhere is put to what lies there too."""

_OPEN, _CLOSE = "\x02", "\x03"
"""Marks that no text holds, so that brackets of the text are not taken for ours."""

_WORDS = 16
"""How many words a snippet may have."""

_WEIGHTS = (8.0, 3.0, 4.0, 4.0, 5.0, 2.0, 2.0, 2.0, 2.0, 1.0, 4.0, 2.0, 2.0)
"""How much a word counts in each column of the index: a title says more than a list of links."""

_index = named_table("search", column("rowid", Integer))
_document: ColumnElement[str] = DIGEST_WORDS.document
_SNIPPETS = [
    func.snippet(_document, place, _OPEN, _CLOSE, "…", _WORDS) for place in range(len(COLUMNS))
]


def found(connection: Connection, query: Query, *where: ColumnElement[bool]) -> list[int]:
    """The digests that a question and further conditions ask for, in their order.

    What lies in the trash is among them unless a condition says otherwise.
    """
    statement = select(tables.digest.c.id).where(*where).order_by(*NEWEST_FIRST)
    if query == EVERYTHING:
        return list(connection.scalars(statement))
    ids = list(connection.scalars(statement.where(digest_condition(query))))
    expression = _weighed(query)
    if not expression or not 1 < len(ids) <= RANKED:
        return ids
    rows = connection.execute(_scores(expression, ids))
    scores: dict[int, float] = dict(rows.all())
    return sorted(ids, key=lambda id_: scores[id_])


def search(connection: Connection, text: str, limit: int = 50) -> list[SearchHit]:
    """The best digests, each with its best field and a snippet of it; none where nothing is asked.

    The last word may go on, and the trash is left out unless the question names it.
    """
    query = question_of(text, typing=True).query
    if query == EVERYTHING:
        return []
    where = () if mentions(query, TRASHED) else (tables.digest.c.trashed == "",)
    ids = found(connection, query, *where)[:limit]
    marked = _marked(connection, DIGEST_WORDS.wanted(query), ids)
    digest = tables.digest.c
    rows = connection.execute(
        select(digest.id, digest.key, digest.title).where(digest.id.in_(ids))
    ).all()
    places = {id_: place for place, id_ in enumerate(ids)}
    hits = [
        SearchHit(id_, key, title or key, *marked.get(id_, ("title", title or key)))
        for id_, key, title in rows
    ]
    return sorted(hits, key=lambda hit: places[hit.id])


def _weighed(query: Query) -> str:
    """The words by which digests are put in order: those that each of them has."""
    expression = DIGEST_WORDS.expression(query)
    if expression or not isinstance(query, Every):
        return expression
    parts = [DIGEST_WORDS.expression(part, depth=1) for part in query.parts]
    asked = [part for part in parts if part]
    return joined(query, asked) if asked else ""


def _scores(expression: str, ids: list[int]) -> Select[Any]:
    # The sum keeps SQLite from putting the question once for each row.
    return select(_index.c.rowid, func.bm25(_document, *_WEIGHTS)).where(
        _document.op("MATCH")(expression), (_index.c.rowid + 0).in_(ids)
    )


def _marked(connection: Connection, expression: str, ids: list[int]) -> dict[int, tuple[str, str]]:
    """The best field of digests and a snippet of it, for those that hold any of the words."""
    if not expression:
        return {}
    # Snippets cost far more than ranks, so only what is shown gets some.
    statement = select(_index.c.rowid, *_SNIPPETS).where(
        _document.op("MATCH")(expression), (_index.c.rowid + 0).in_(ids)
    )
    return {id_: _best(snippets) for id_, *snippets in connection.execute(statement)}


def _best(snippets: list[str | None]) -> tuple[str, str]:
    texts = [snippet or "" for snippet in snippets]
    best = max(range(len(texts)), key=lambda place: (texts[place].count(_OPEN), -place))
    text = texts[best].replace(_OPEN, "[").replace(_CLOSE, "]")
    return COLUMNS[best], text.replace(f"\n{SEPARATOR}\n", "\n").replace(SEPARATOR, "")
