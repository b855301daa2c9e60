"""The one table model: records, columns, and the road of an edit."""

import json
import sys
from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import KIND_OF, Changes, Record, digest_of
from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.term import Term
from curator.gui.models.columns import Column, in_one_step
from curator.gui.widgets.cell_model import CellModel
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.roles import ID_ROLE, NOTE_ROLE, STRONG_ROLE, WIDTH_ROLE
from curator.workspace.workspace import Deed

ROWS_MIME = "application/x-curator-rows"
Row = Signal | Term | Link
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which records are rows of a table: of one type, of one digest, maybe of one kind."""

    type: type[Row]
    digest_id: int
    kind: str = ""

    def holds(self, record: Record | None) -> bool:
        """Whether the record belongs into the table."""
        return (
            isinstance(record, self.type)
            and digest_of(record) == self.digest_id
            and self.kind in {"", getattr(record, "kind", "")}
        )


class RecordTable(CellModel):
    """Rows of one digest in the order of their positions.

    An edit goes to `do` as a deed, which answers None where it was refused; the rows change when
    its `Changes` come back (`apply`). A draft is a row of id 0 that only this table has: the
    first text in it becomes the deed that adds the row.

    Signals:
        rows_dropped(list[int], int): rows were dragged: their ids, and the id of the row that
            they shall stand before (0: at the end).
    """

    rows_dropped = QtSignal(list, int)

    def __init__(
        self,
        columns: Sequence[Column],
        do: Callable[[Deed], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._do = do
        self._rows: list[Row] = []
        self._scope: Scope | None = None
        self._add: Callable[[str], Deed] | None = None
        self._filling = False
        self.only_reads = False
        """Whether no cell can be edited and no row dragged, whatever the columns say."""

    # --- what it shows ------------------------------------------------------------------------

    def show(
        self, records: Sequence[Row], scope: Scope, columns: Sequence[Column] | None = None
    ) -> None:
        """Show other rows; `columns` where these need other columns.

        The same table as before, only newer, changes row by row: an editor in it stays open.
        """
        if scope == self._scope and (columns is None or _titles(columns) == _titles(self._columns)):
            self._renew(records)
            return
        self.leaving.emit()
        self.beginResetModel()
        self._rows = sorted(records, key=_place)
        self._scope = scope
        if columns is not None:
            self._columns = tuple(columns)
        self.endResetModel()

    def apply(self, changes: Changes) -> None:
        """Follow a commit: replace, insert and remove rows by id."""
        if self._scope is None:
            return
        for change in changes.of_kind(KIND_OF[self._scope.type]):
            row = self.row_of(change.id)
            after = change.after
            if not self._scope.holds(after):
                if row >= 0:
                    self._take_out(row)
            elif isinstance(after, Row):
                self._put(row, after)
        self._order()

    def refresh_column(self, column: int) -> None:
        """Read one column again, because what it tells lies outside the records."""
        if self._rows and 0 <= column < len(self._columns):
            self.dataChanged.emit(self.index(0, column), self.index(len(self._rows) - 1, column))

    def record_at(self, row: int) -> Row:
        """The record in a row.

        Raises:
            IndexError: there is no such row.
        """
        return self._rows[row]

    def row_of(self, record_id: int) -> int:
        """The row of a record, or -1."""
        return next((row for row, record in enumerate(self._rows) if record.id == record_id), -1)

    @property
    def records(self) -> tuple[Row, ...]:
        """All rows that the library has, in order."""
        return tuple(record for record in self._rows if record.id)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in order."""
        return self._columns

    # --- drafts -------------------------------------------------------------------------------

    def draft(self, blank: Row, after_id: int, add: Callable[[str], Deed]) -> None:
        """Begin a row behind the row `after_id` (0: at the end); `add(text)` is its deed."""
        self.drop_draft()
        known = self.row_of(after_id) if after_id else len(self._rows) - 1
        position = self._rows[known].position if self._rows else 0
        self._add = add
        self._put(-1, replace(blank, id=0, position=position))

    def drop_draft(self) -> bool:
        """Take the draft away; False where there is none."""
        row = self.row_of(0)
        if row >= 0:
            self._take_out(row)
        return row >= 0

    def _fill_draft(self, text: str) -> bool:
        if self._add is None or not text.strip():
            return True
        self._filling = True
        try:
            return self._do(self._add(text)) is not None
        finally:
            self._filling = False

    # --- editing ------------------------------------------------------------------------------

    def set_cells(self, cells: Sequence[tuple[int, int, str]], label: str) -> None:
        """Edit several (row, column, text) as one step; read-only cells are passed over."""
        deeds = [deed for cell in cells if (deed := self._deed(*cell)) is not None]
        if deeds:
            self._do(in_one_step(label, deeds))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand an edit over as a deed; the row itself changes when the changes come back.

        False: nothing to write, or refused.
        """
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if not self._rows[index.row()].id:
            return self._fill_draft(str(value))
        deed = self._deed(index.row(), index.column(), str(value))
        if deed is None:
            return False
        return self._do(deed) is not None

    def _deed(self, row: int, column: int, text: str) -> Deed | None:
        edit = self._columns[column].edit if self._rows[row].id else None
        if edit is None or self._columns[column].read(self._rows[row]) == text:
            return None
        return edit(self._rows[row], text)

    # --- what Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows of the table; cells have none."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns of the table; cells have none."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, in one look-up for each role."""
        answer = _CELL_ROLES.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._columns[index.column()], self._rows[index.row()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of the columns, numbers of the rows."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        answer = _HEADER_ROLES.get(role)
        if answer is None or not 0 <= section < len(self._columns):
            return None
        return answer(self._columns[section])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be dragged with their row; those with a deed can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.only_reads:
            return _CELL_FLAGS & ~Qt.ItemFlag.ItemIsDragEnabled
        flags = _CELL_FLAGS
        if self._columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # --- dragging -----------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only rows of a table can be dropped."""
        return [ROWS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged rows, and where they belong."""
        rows = sorted({index.row() for index in indexes})
        ids = [self._rows[row].id for row in rows if self._rows[row].id]
        told = {"home": self._home(), "ids": ids}
        mime = QMimeData()
        mime.setData(ROWS_MIME, json.dumps(told).encode())
        return mime

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Rows can be dropped only into the table that they come from."""
        return action == Qt.DropAction.MoveAction and bool(self._dragged_ids(data))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move; False, so that the view does not remove the rows itself."""
        if self.canDropMimeData(data, action, row, column, parent):
            before = parent.row() if parent.isValid() else row
            ids = self._dragged_ids(data)
            while 0 <= before < len(self._rows) and self._rows[before].id in ids:
                before += 1
            last = not 0 <= before < len(self._rows)
            self.rows_dropped.emit(ids, 0 if last else self._rows[before].id)
        return False

    def _dragged_ids(self, data: QMimeData) -> list[int]:
        if not data.hasFormat(ROWS_MIME):
            return []
        told = json.loads(data.data(ROWS_MIME).toStdString())
        return list(told["ids"]) if told["home"] == self._home() else []

    def _home(self) -> list[str | int]:
        scope = self._scope
        return [] if scope is None else [KIND_OF[scope.type], scope.digest_id, scope.kind]

    # --- rows come, go and move ---------------------------------------------------------------

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _renew(self, records: Sequence[Row]) -> None:
        kept = {record.id for record in records} | {0}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].id not in kept:
                self._take_out(row)
        for record in sorted(records, key=_place):
            row = self.row_of(record.id)
            if row < 0 or self._rows[row] != record:
                self._put(row, record)
        self._order()

    def _order(self) -> None:
        """Rows that changed places several at a time may not have found theirs one by one."""
        if all(_place(one) <= _place(next_) for one, next_ in pairwise(self._rows)):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows.sort(key=_place)
        places = zip(ids, before, strict=True)
        after = [self.index(self.row_of(id_), index.column()) for id_, index in places]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _put(self, row: int, record: Row) -> None:
        if row < 0 and self._filling:
            row = self.row_of(0)
        if row < 0:
            target = bisect(self._rows, _place(record), key=_place)
            self.beginInsertRows(QModelIndex(), target, target)
            self._rows.insert(target, record)
            self.endInsertRows()
            return
        others = self._rows[:row] + self._rows[row + 1 :]
        target = bisect(others, _place(record), key=_place)
        if target != row:
            # Qt counts the place in front of which the row goes while it still stands there.
            self.beginMoveRows(
                QModelIndex(), row, row, QModelIndex(), target + 1 if target > row else target
            )
            self._rows.insert(target, self._rows.pop(row))
            self.endMoveRows()
        self._rows[target] = record
        self.dataChanged.emit(self.index(target, 0), self.index(target, len(self._columns) - 1))


def _place(record: Row) -> tuple[int, int]:
    return record.position, record.id or sys.maxsize  # a draft stands behind its neighbour


def _titles(columns: Sequence[Column]) -> list[str]:
    return [column.title for column in columns]


def _note(column: Column, record: Row) -> str:
    return column.note(record) if column.note else ""


def _spoken(column: Column, record: Row) -> str:
    return ", ".join(part for part in (column.read(record), _note(column, record)) if part)


_CELL_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
)
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
}
_HEADER_ROLES: dict[int, Callable[[Column], Any]] = {
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
