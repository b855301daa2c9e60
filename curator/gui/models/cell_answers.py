"""What a cell, or the heading of a column, answers for each role that a view asks for."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt

from curator.gui.models.columns import Column
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.roles import FIELD_ROLE, ID_ROLE, NOTE_ROLE, STRONG_ROLE, WIDTH_ROLE


class Row(Protocol):
    """What stands in a row, whatever the table."""

    @property
    def id(self) -> int:
        """The id of the record."""


def cell_answer(column: Column, record: Row, role: int) -> Any:
    """What the cell of a record in a column answers; None for a role that says nothing of it."""
    answer = _CELL_ROLES.get(role)
    return None if answer is None else answer(column, record)


def heading_answer(column: Column, role: int) -> Any:
    """The same for the heading of a column."""
    answer = _HEADING_ROLES.get(role)
    return None if answer is None else answer(column)


def _note(column: Column, record: Row) -> str:
    return column.note(record) if column.note else ""


def _spoken(column: Column, record: Row) -> str:
    return ", ".join(part for part in (column.read(record), _note(column, record)) if part)


_CELL_ROLES: dict[int, Callable[[Column, Row], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, record: column.read(record),
    Qt.ItemDataRole.EditRole: lambda column, record: column.read(record),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _: (
        column.alignment | Qt.AlignmentFlag.AlignTop
    ),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    ID_ROLE: lambda _, record: record.id,
    NOTE_ROLE: _note,
    STRONG_ROLE: lambda column, _: column.strong,
    FIELD_ROLE: lambda column, _: column.sought,
}
_HEADING_ROLES: dict[int, Callable[[Column], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column: column.short or column.title,
    Qt.ItemDataRole.AccessibleTextRole: lambda column: column.title,
    Qt.ItemDataRole.ToolTipRole: lambda column: plain_tip(
        column.tip or (column.short and column.title)
    ),
    Qt.ItemDataRole.TextAlignmentRole: lambda column: (
        column.alignment | Qt.AlignmentFlag.AlignVCenter
    ),
    WIDTH_ROLE: lambda column: column.share,
}
