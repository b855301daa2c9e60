"""The table of a page: a spreadsheet's keys over a few rows of wrapped text."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from curator.gui.theme import FOCUS_WIDTH, colour
from curator.gui.widgets.cell_clipboard import as_tsv, rows_of
from curator.gui.widgets.cell_editor import CellEditor
from curator.gui.widgets.cell_model import CellModel
from curator.gui.widgets.fitted_table import FittedTable, Index
from curator.gui.widgets.growing_text import ENTER_KEYS
from curator.gui.widgets.roles import ID_ROLE
from curator.gui.widgets.row_numbers import NOWHERE

_Hint = QAbstractItemDelegate.EndEditHint
_Select = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger
_STEPS = {
    _Hint.SubmitModelCache: (1, 0),
    _Hint.EditNextItem: (0, 1),
    _Hint.EditPreviousItem: (0, -1),
}
_GO_ON_WRITING = {_Trigger.EditKeyPressed, _Trigger.DoubleClicked}
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FAR_KEYS = frozenset(
    {
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    }
)
"""Keys that go far with Ctrl, as in a spreadsheet."""


class CellTable(FittedTable):
    """Enter, F2 or typing edit; Enter commits and goes down, Tab right; Del clears cells.

    Whole rows (Shift+Space, or a click on the row number) can be deleted, moved by Alt+Up and
    Alt+Down, and dragged.

    Signals:
        opened(int): Enter or a double click on a cell that can't be edited; the id of its record.
        delete_requested(): Del was pressed on whole rows.
        move_requested(int): the chosen rows want to go up (-1) or down (1).
        rows_left_over(list): lines of a pasted block that found no row.
        paste_refused(str): the clipboard was too large; the sentence to show.
        edit_ended(): an editor was closed.
        typed(), given_up(): its text was changed; Esc takes that back.
        rows_dropped(int): the chosen rows were dragged before this row (one beyond the last: to
            the end).
    """

    opened = QtSignal(int)
    delete_requested = QtSignal()
    move_requested = QtSignal(int)
    rows_left_over = QtSignal(list)
    paste_refused = QtSignal(str)
    edit_ended = QtSignal()
    typed = QtSignal()
    given_up = QtSignal()
    rows_dropped = QtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edited = QPersistentModelIndex()
        self.setTabKeyNavigation(False)  # Tab leaves the table behind its last cell
        self.setEditTriggers(
            _Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.doubleClicked.connect(self._open_read_only)
        self._gap = NOWHERE
        self.row_numbers.row_pressed.connect(self._take_hold)
        self.row_numbers.row_clicked.connect(self.selectRow)
        self.row_numbers.gap_shown.connect(self._show_gap)
        self.row_numbers.rows_dropped.connect(self.rows_dropped)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; what is being typed goes in before it shows other rows."""
        super().setModel(model)
        if isinstance(model, CellModel):
            model.leaving.connect(self._leave_editor)
        if model is not None:
            model.rowsRemoved.connect(self._select_current)

    # --- rows and cells -----------------------------------------------------------------------

    def selected_ids(self) -> list[int]:
        """The ids of all rows with a selected cell, from the top."""
        rows = sorted({index.row() for index in self._selected()})
        return [int(self.model().index(row, 0).data(ID_ROLE)) for row in rows]

    def select_ids(self, ids: Iterable[int], column: int = -1) -> bool:
        """Select the rows with these ids, or their cells in one column; False: none is here."""
        wanted, model = set(ids), self.model()
        last = model.columnCount() - 1
        chosen = QItemSelection()
        for row in range(model.rowCount()):
            if model.index(row, 0).data(ID_ROLE) in wanted:
                left, right = (0, last) if column < 0 else (column, column)
                chosen.select(model.index(row, left), model.index(row, right))
        if chosen.isEmpty():
            return False
        first = min(chosen.indexes())
        self.selectionModel().setCurrentIndex(first, _Select.NoUpdate)
        self.selectionModel().select(chosen, _Select.ClearAndSelect)
        self.scrollTo(first)
        return True

    def commit_editor(self) -> None:
        """Put what is being typed into the record; its editor closes, unless that was refused."""
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            if not (isinstance(editor, CellEditor) and editor.refused):
                self._close(editor, _Hint.NoHint)

    def is_editing(self) -> bool:
        """Whether an editor is open; rows may change around it, never below it."""
        return self._editor() is not None

    def typed_cell(self) -> tuple[int, int, str] | None:
        """Row, column and text of an open editor whose text was changed."""
        editor = self._editor()
        if not isinstance(editor, CellEditor) or not editor.document().isModified():
            return None
        return self._edited.row(), self._edited.column(), editor.text()

    def copy(self) -> None:
        """Put the selected block on the clipboard, for spreadsheets and text."""
        rows = self._selected_block()
        if rows:
            # Text only: a QMimeData made in Python crashes at exit when it is still there then.
            QGuiApplication.clipboard().setText(as_tsv(rows))

    def paste(self) -> None:
        """Write the clipboard into the cells from the current one on, as one step.

        A single value fills all selected cells. Nothing is written beyond the last row or column.
        """
        try:
            rows = rows_of(QGuiApplication.clipboard().text())
        except ValueError as error:
            self.paste_refused.emit(str(error))
            return
        start = self.currentIndex()
        if not rows or not start.isValid():
            return
        if len(rows) == len(rows[0]) == 1:
            self._write([(i.row(), i.column(), rows[0][0]) for i in self._selected()], "Paste")
            return
        room = self.model().rowCount() - start.row()
        self._write(self._block_at(start, rows[:room]), "Paste")
        if len(rows) > room:
            self.rows_left_over.emit(rows[room:])

    # --- what Qt asks -------------------------------------------------------------------------

    def edit(  # type: ignore[override]
        self,
        index: Index,
        trigger: QAbstractItemView.EditTrigger = _Trigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open the editor; F2, Enter and a double click go on writing, all else replaces."""
        opened = super().edit(index, trigger, event)  # type: ignore[arg-type]
        editor = self.indexWidget(index) if opened else None
        if opened:
            self._edited = QPersistentModelIndex(index)
        if isinstance(editor, CellEditor):
            editor.textChanged.connect(self.typed)
            editor.paste_refused.connect(self.paste_refused)
            if trigger in _GO_ON_WRITING:
                editor.move_to_end()
        return bool(opened)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close it and go where the key that ended the edit says; a refused text keeps it open."""
        given_up = hint == _Hint.RevertModelCache
        if given_up:
            self.given_up.emit()
        if given_up or not (isinstance(editor, CellEditor) and editor.refused):
            self._close(editor, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet."""
        deed = self._deed_of(event)
        if deed is not None and deed():
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in _FAR_KEYS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            # Qt moves the frame alone here; what is pasted or cleared must be where the frame is.
            self.selectionModel().select(self.currentIndex(), _Select.ClearAndSelect)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cell to cell, and on to the next field behind the last one."""
        return self._go(0, 1 if forward else -1) or super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag moves rows only where whole rows are chosen; else it selects cells."""
        index = self.indexAt(event.position().toPoint())
        self.setDragEnabled(index.isValid() and self._is_whole_row(index.row()))
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and the line where dragged rows would go."""
        super().paintEvent(event)
        if self._gap < 0:
            return
        painter = QPainter(self.viewport())
        last = self._gap >= self.model().rowCount()
        y = self.verticalHeader().length() if last else self.rowViewportPosition(self._gap)
        top = max(0, min(y, self.viewport().height()) - FOCUS_WIDTH)
        painter.fillRect(0, top, self.viewport().width(), 2 * FOCUS_WIDTH, colour("accent"))
        painter.end()

    # --- dragging by the row number -----------------------------------------------------------

    def _take_hold(self, row: int) -> None:
        if not self._is_whole_row(row):
            self.selectRow(row)

    def _show_gap(self, gap: int) -> None:
        self._gap = gap
        if gap >= 0:
            self.scrollTo(self.model().index(min(gap, self.model().rowCount() - 1), 0))
        self.viewport().update()

    # --- the editor ---------------------------------------------------------------------------

    def _editor(self) -> QWidget | None:
        return self.indexWidget(self._edited) if self._edited.isValid() else None

    def _leave_editor(self) -> None:
        self.commit_editor()
        if (editor := self._editor()) is not None:
            self._close(editor, _Hint.NoHint)

    def _close(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, _Hint.NoHint if hint in _STEPS else hint)
        row = self._edited.row()
        self._edited = QPersistentModelIndex()
        if self._drop_draft():
            self.setCurrentIndex(self.model().index(max(row - 1, 0), 0))
        elif hint in _STEPS:
            self._go(*_STEPS[hint])
        self.edit_ended.emit()

    def _drop_draft(self) -> bool:
        model = self.model()
        return isinstance(model, CellModel) and model.drop_draft()

    def _select_current(self) -> None:
        """Rows went; the one that took their place is the one to go on with."""
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(index, _Select.Select)

    # --- keys ---------------------------------------------------------------------------------

    def _deed_of(self, event: QKeyEvent) -> Callable[[], bool] | None:
        key, modifiers = (
            Qt.Key(event.key()),
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier,
        )
        if event.matches(QKeySequence.StandardKey.Copy):
            return partial(_done, self.copy)
        if event.matches(QKeySequence.StandardKey.Paste):
            return partial(_done, self.paste)
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            return partial(_done, partial(self.move_requested.emit, _MOVES[key]))
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Space:
            return self._select_rows
        if modifiers == Qt.KeyboardModifier.NoModifier:
            return self._plain_keys().get(key)
        return None

    def _plain_keys(self) -> dict[Qt.Key, Callable[[], bool]]:
        return {
            **dict.fromkeys(ENTER_KEYS, self._edit_or_open),
            Qt.Key.Key_Delete: self._clear_or_delete,
            Qt.Key.Key_Backspace: self._clear_or_delete,
        }

    def _edit_or_open(self) -> bool:
        index = self.currentIndex()
        if not index.isValid():
            return False
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index, _Trigger.EditKeyPressed, None)
        else:
            self._open_read_only(index)
        return True

    def _open_read_only(self, index: QModelIndex) -> None:
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(int(index.data(ID_ROLE)))

    def _clear_or_delete(self) -> bool:
        indexes = self._selected()
        if not indexes:
            return False
        if all(self._is_whole_row(row) for row in {index.row() for index in indexes}):
            self.delete_requested.emit()
        else:
            count = len(indexes)
            label = "Clear cell" if count == 1 else f"Clear {count} cells"
            self._write([(index.row(), index.column(), "") for index in indexes], label)
        return True

    def _select_rows(self) -> bool:
        for row in {index.row() for index in self._selected()}:
            last = self.model().columnCount() - 1
            block = QItemSelection(self.model().index(row, 0), self.model().index(row, last))
            self.selectionModel().select(block, _Select.Select)
        return True

    def _go(self, down: int, right: int) -> bool:
        """Step to a neighbour, at a line's end to the next line; False where there is none."""
        index, model = self.currentIndex(), self.model()
        if not index.isValid():
            return False
        width = model.columnCount()
        place = (index.row() + down) * width + index.column() + right
        while 0 <= place < model.rowCount() * width:
            target = model.index(*divmod(place, width))
            if down or _is_stop(target):
                self.setCurrentIndex(target)
                return True
            place += right
        return False

    # --- blocks of cells ----------------------------------------------------------------------

    def _selected(self) -> list[QModelIndex]:
        return sorted(self.selectedIndexes())

    def _is_whole_row(self, row: int) -> bool:
        return self.selectionModel().isRowSelected(row)

    def _selected_block(self) -> list[list[str]]:
        """The smallest block around the selection; cells that are not selected stay empty."""
        indexes = self._selected()
        if not indexes:
            return []
        columns = [index.column() for index in indexes]
        told = {(index.row(), index.column()): str(index.data() or "") for index in indexes}
        return [
            [told.get((row, column), "") for column in range(min(columns), max(columns) + 1)]
            for row in sorted({index.row() for index in indexes})
        ]

    def _block_at(
        self, start: QModelIndex, rows: Sequence[Sequence[str]]
    ) -> list[tuple[int, int, str]]:
        room = self.model().columnCount() - start.column()
        return [
            (start.row() + down, start.column() + right, text)
            for down, row in enumerate(rows)
            for right, text in enumerate(row[:room])
        ]

    def _write(self, cells: list[tuple[int, int, str]], label: str) -> None:
        model = self.model()
        if cells and isinstance(model, CellModel):
            model.set_cells(cells, label)


def _is_stop(index: QModelIndex) -> bool:
    """Tab stops where something can be done: cells to edit, and the first one, which opens."""
    return not index.column() or bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _done(deed: Callable[[], object]) -> bool:
    deed()
    return True
