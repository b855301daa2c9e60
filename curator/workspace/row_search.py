"""Signals found by a question, each with the field in which it stands why."""

from dataclasses import dataclass

from curator.domain.ledger import LedgerQuestion, LedgerRow
from curator.domain.listing import Listing
from curator.domain.query import EVERYTHING
from curator.domain.query_hits import Hits, hits_of
from curator.domain.query_parsing import question_of
from curator.domain.signal import Signal
from curator.workspace import ledger
from curator.workspace.workspace import Workspace

_ASKED_AS = {"name": "signal", "driving_force": "force"}
"""How a question calls fields that the record calls otherwise."""
EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class RowHit:
    """A row that was found, and the field that says most of what was looked for; empty where that
    is said by its digest."""

    row: LedgerRow
    field: str


def search_rows(workspace: Workspace, text: str, limit: int = 50) -> list[RowHit]:
    """Rows that `text` asks for, those of the newest digests first; none where nothing is asked.

    The last word may go on, and the trash is left out unless the question names it.
    """
    query = question_of(text, typing=True).query
    if query == EVERYTHING:
        return []
    ids = ledger.row_ids(workspace, LedgerQuestion(Listing(search=text)))[:limit]
    hits = hits_of(query)
    return [RowHit(row, _field(row.signal, hits)) for row in ledger.rows(workspace, ids)]


def _field(row: Signal, hits: Hits) -> str:
    texts = {name: getattr(row, name) for name in Signal.TEXT_FIELDS}
    texts[EXTRA] = "\n".join(cell for _heading, cell in row.extra)
    found = {name: len(hits.spans(_ASKED_AS.get(name, name), text)) for name, text in texts.items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] else ""
