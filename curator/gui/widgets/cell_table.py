"""The table of a page: a spreadsheet's keys over a few rows of wrapped text."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
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
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from curator.gui.widgets.cell_block import block_at, texts_of
from curator.gui.widgets.cell_clipboard import as_tsv, rows_of
from curator.gui.widgets.cell_editor import CellEditor
from curator.gui.widgets.cell_model import CellModel
from curator.gui.widgets.fitted_table import Index
from curator.gui.widgets.growing_text import ENTER_KEYS
from curator.gui.widgets.roles import ID_ROLE
from curator.gui.widgets.whole_rows_table import WholeRowsTable

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


class CellTable(WholeRowsTable):
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
    """

    opened = QtSignal(int)
    delete_requested = QtSignal()
    move_requested = QtSignal(int)
    rows_left_over = QtSignal(list)
    paste_refused = QtSignal(str)
    edit_ended = QtSignal()
    typed = QtSignal()
    given_up = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edited = QPersistentModelIndex()
        self.setTabKeyNavigation(False)  # Tab leaves the table behind its last cell
        self.setEditTriggers(
            _Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed
        )
        self.doubleClicked.connect(self._open_read_only)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; what is being typed goes in before it shows other rows."""
        super().setModel(model)
        if isinstance(model, CellModel):
            model.leaving.connect(self._leave_editor)

    # --- what is being typed, and the clipboard -----------------------------------------------

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

    def be_read_only(self, read_only: bool) -> None:
        """Let cells be read, selected and copied, but not changed, whatever the model allows."""
        model = self.model()
        if isinstance(model, CellModel):
            model.only_reads = read_only
        self.invite(not read_only)

    def typed_cell(self) -> tuple[int, int, str] | None:
        """Row, column and text of an open editor whose text was changed."""
        editor = self._editor()
        if not isinstance(editor, CellEditor) or not editor.document().isModified():
            return None
        return self._edited.row(), self._edited.column(), editor.text()

    def copy(self) -> None:
        """Put the selected block on the clipboard, for spreadsheets and text."""
        rows = texts_of(self.selected_cells())
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
            self._write([(i.row(), i.column(), rows[0][0]) for i in self.selected_cells()], "Paste")
            return
        room = self.model().rowCount() - start.row()
        self._write(block_at(start, rows[:room]), "Paste")
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
            return partial(_done, self.select_whole_rows)
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
        indexes = self.selected_cells()
        if not indexes:
            return False
        if all(self.is_whole_row(row) for row in {index.row() for index in indexes}):
            self.delete_requested.emit()
        else:
            count = len(indexes)
            label = "Clear cell" if count == 1 else f"Clear {count} cells"
            self._write([(index.row(), index.column(), "") for index in indexes], label)
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
