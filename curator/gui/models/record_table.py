"""The one table model: records, columns, and the road of an edit."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import KIND_OF, Changes
from curator.gui.models.cell_answers import cell_answer, heading_answer
from curator.gui.models.columns import Column, in_one_step
from curator.gui.models.dragged_rows import ROWS_MIME, carried, ids_carried
from curator.gui.models.ordered_rows import OrderedRows, Row, place_of
from curator.gui.models.scope import Scope
from curator.workspace.workspace import Deed

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CELL_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
)


class RecordTable(OrderedRows):
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
        self._scope: Scope | None = None
        self._add: Callable[[str], Deed] | None = None
        self._filling = False

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
        self._rows = sorted(records, key=place_of)
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

    def _put(self, row: int, record: Row) -> None:
        """A draft that is being filled becomes the row that the library made of it."""
        super()._put(self.row_of(0) if row < 0 and self._filling else row, record)

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
        if not index.isValid():
            return None
        return cell_answer(self._columns[index.column()], self._rows[index.row()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of the columns, numbers of the rows."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self._columns):
            return None
        return heading_answer(self._columns[section], role)

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
        return carried([self._rows[row].id for row in rows if self._rows[row].id], self._scope)

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Rows can be dropped only into the table that they come from."""
        return action == Qt.DropAction.MoveAction and bool(ids_carried(data, self._scope))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move; False, so that the view does not remove the rows itself."""
        if self.canDropMimeData(data, action, row, column, parent):
            before = parent.row() if parent.isValid() else row
            ids = ids_carried(data, self._scope)
            while 0 <= before < len(self._rows) and self._rows[before].id in ids:
                before += 1
            last = not 0 <= before < len(self._rows)
            self.rows_dropped.emit(ids, 0 if last else self._rows[before].id)
        return False


def _titles(columns: Sequence[Column]) -> list[str]:
    return [column.title for column in columns]
