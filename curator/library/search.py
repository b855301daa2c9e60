"""Digests found by a question, the best first; any string that a person types is a legal one."""

from sqlalchemy import ColumnElement, Connection, Integer, column, func, select
from sqlalchemy import table as named_table

from curator.domain.listing import Listing, SearchHit
from curator.domain.query import EVERYTHING
from curator.library import tables
from curator.library.listing import asked, digest_ids
from curator.library.match_expression import DIGEST_WORDS
from curator.library.search_index import COLUMNS
from curator.library.snapshot import Snapshot
from curator.library.text_index import SEPARATOR

_OPEN, _CLOSE = "\x02", "\x03"
"""Marks that no text holds, so that brackets of the text are not taken for ours."""

_WORDS = 16
"""How many words a snippet may have."""

_index = named_table("search", column("rowid", Integer))
_document: ColumnElement[str] = DIGEST_WORDS.document
_SNIPPETS = [
    func.snippet(_document, place, _OPEN, _CLOSE, "…", _WORDS) for place in range(len(COLUMNS))
]


def search(snapshot: Snapshot, text: str, limit: int = 50) -> list[SearchHit]:
    """The best digests, each with its best field and a snippet of it; none where nothing is asked.

    The last word may go on, and the trash is left out unless the question names it.
    """
    query = asked(Listing(search=text))
    if query == EVERYTHING:
        return []
    connection = snapshot.connection
    ids = digest_ids(snapshot, Listing(search=text))[:limit].tolist()
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
