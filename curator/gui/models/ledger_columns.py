"""Columns of the ledger: those of the digest page for the row, and quiet ones for its digest."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from curator.domain.ledger import DATE, KIND, REVIEW, THEMES, TITLE, LedgerRow
from curator.domain.review import REVIEWS
from curator.domain.signal import SIGNAL, Signal
from curator.gui.models.columns import Column
from curator.gui.models.signal_columns import signal_columns
from curator.workspace.reviewing import set_review
from curator.workspace.workspace import Deed

WIDTHS = {
    "name": 180,
    "description": 220,
    "change": 200,
    "horizon": 190,
    "driving_force": 160,
    "relevancy": 90,
    KIND: 96,
    TITLE: 180,
    DATE: 96,
    THEMES: 160,
    REVIEW: 104,
}
"""Pixels that a column has at first, by its name."""
HIDDEN_AT_FIRST = frozenset({"description", "relevancy", KIND, THEMES})


def ledger_columns() -> dict[str, Column]:
    """All columns by the names of `domain.ledger.COLUMNS`, in their order at first."""
    fields = {column.field: _of_signal(column) for column in signal_columns(SIGNAL, (), "B")}
    return {
        **{name: fields[name] for name in Signal.TEXT_FIELDS},
        TITLE: Column(title="Digest", read=_title, sought="title", tip="Enter goes to the digest"),
        DATE: Column(title="Date", read=_date),
        REVIEW: Column(title="Review", read=_review, edit=_judge, choices=REVIEWS),
        THEMES: Column(title="Themes", read=_themes, sought="theme"),
        KIND: Column(title="Kind", read=_kind),
    }


def _of_signal(column: Column) -> Column:
    edit = column.edit
    return replace(
        column,
        short="",
        read=partial(_read, column.read),
        edit=None if edit is None else partial(_edit, edit),
    )


def _read(read: Callable[[Signal], str], row: LedgerRow) -> str:
    return read(row.signal)


def _edit(edit: Callable[[Signal, str], Deed], row: LedgerRow, text: str) -> Deed:
    return edit(row.signal, text)


def _judge(row: LedgerRow, text: str) -> Deed:
    return partial(set_review, digest_ids=[row.digest.id], review=text)


def _title(row: LedgerRow) -> str:
    return row.digest.title or row.digest.key


def _date(row: LedgerRow) -> str:
    return row.digest.date


def _review(row: LedgerRow) -> str:
    return row.digest.review


def _themes(row: LedgerRow) -> str:
    return ", ".join(row.digest.themes)


def _kind(row: LedgerRow) -> str:
    return row.signal.kind
