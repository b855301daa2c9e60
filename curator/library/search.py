"""Full-text search in SQLite's FTS5: any string a person types is a legal question."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, column, func, select
from sqlalchemy import table as named_table

from curator.domain.listing import SearchHit
from curator.library import tables
from curator.library.search_index import COLUMNS

_OPEN, _CLOSE = "\x02", "\x03"
"""Marks that no text holds, so that brackets of the text are not taken for ours."""

_WORDS = 16
"""How many words a snippet may have."""

_WEIGHTS = (8.0, 3.0, 4.0, 4.0, 5.0, 2.0, 2.0, 2.0, 2.0, 1.0, 4.0)
"""How much a word counts in each column of the index: a title says more than a list of links."""

_index = named_table("search", column("rowid", Integer), *(column(name) for name in COLUMNS))
_document: ColumnElement[str] = column("search", is_literal=True)
_SNIPPETS = [
    func.snippet(_document, place, _OPEN, _CLOSE, "…", _WORDS) for place in range(len(COLUMNS))
]


def expression(words: str) -> str:
    """What a person typed as a question to FTS5: each word quoted, the last one may go on.

    Words without a letter or a digit find nothing and are left out; empty where none is left.
    """
    clean = words.encode("utf-8", "replace").decode().replace("\x00", " ")
    kept = [word for word in clean.split() if any(map(str.isalnum, word))]
    kept = [*dict.fromkeys(kept[:-1]), *kept[-1:]]  # a word that comes again says nothing more
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in kept)
    # A single letter would go on to half of all words there are.
    goes_on = kept and (len(kept[-1]) > 1 or not kept[-1].isascii())
    return f"{quoted} *" if goes_on else quoted


def matching(words: str) -> Select[Any]:
    """The ids of the digests that hold all the words."""
    return select(_index.c.rowid).where(_document.op("MATCH")(expression(words) or '""'))


def search(connection: Connection, text: str, limit: int = 50) -> list[SearchHit]:
    """The best digests outside the trash, each with its best field and a snippet of it."""
    question = expression(text)
    if not question:
        return []
    places = {id_: place for place, id_ in enumerate(_best(connection, question, limit))}
    digest = tables.digest.c
    # Snippets cost far more than ranks, so only what is shown gets some. The sum keeps SQLite
    # from putting the question once for each row.
    shown = (_index.c.rowid + 0).in_(list(places))
    statement = (
        select(digest.id, digest.key, digest.title, *_SNIPPETS)
        .select_from(_index.join(tables.digest, digest.id == _index.c.rowid))
        .where(_document.op("MATCH")(question), shown)
    )
    hits = [
        _hit(id_, key, title, snippets)
        for id_, key, title, *snippets in connection.execute(statement)
    ]
    return sorted(hits, key=lambda hit: places[hit.id])


def _best(connection: Connection, question: str, limit: int) -> list[int]:
    digest = tables.digest.c
    statement = (
        select(digest.id)
        .select_from(_index.join(tables.digest, digest.id == _index.c.rowid))
        .where(_document.op("MATCH")(question), digest.trashed == "")
        .order_by(func.bm25(_document, *_WEIGHTS), digest.id.desc())
        .limit(limit)
    )
    return list(connection.scalars(statement))


def _hit(digest_id: int, key: str, title: str, snippets: list[str | None]) -> SearchHit:
    texts = [snippet or "" for snippet in snippets]
    best = max(range(len(texts)), key=lambda place: (texts[place].count(_OPEN), -place))
    marked = texts[best].replace(_OPEN, "[").replace(_CLOSE, "]")
    return SearchHit(digest_id, key, title or key, COLUMNS[best], marked)
