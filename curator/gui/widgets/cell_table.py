"""A table with the habits of a spreadsheet: keys, editing in place, blocks, the clipboard."""

from collections.abc import Callable, Iterator, Sequence
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
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from curator.gui.widgets.calm_table import CalmTable, Index
from curator.gui.widgets.cell_block import (
    EVERYWHERE,
    BlockEdit,
    Cell,
    Reach,
    block_at,
    cell_count,
    row_spans,
    selected_cells,
    texts_of,
)
from curator.gui.widgets.cell_clipboard import as_tsv, rows_of
from curator.gui.widgets.cell_editor import CellEditor
from curator.gui.widgets.cell_model import CellModel
from curator.gui.widgets.growing_text import ENTER_KEYS
from curator.gui.widgets.roles import ID_ROLE

MOST_COPIED = 10_000
"""Cells that are copied at once; more belong into an export."""
_Hint = QAbstractItemDelegate.EndEditHint
_Select = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger
_STEPS = {
    _Hint.SubmitModelCache: (1, 0),
    _Hint.EditNextItem: (0, 1),
    _Hint.EditPreviousItem: (0, -1),
}
_GO_ON_WRITING = {_Trigger.EditKeyPressed, _Trigger.DoubleClicked}
_FAR_KEYS = frozenset(
    {
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    }
)
"""Keys that go far with Ctrl, as in a spreadsheet."""


class CellTable(CalmTable):
    """Enter, F2 or typing edit; Enter commits and goes down, Tab right; Del clears cells.

    Shift+Space selects whole rows. An edit of more than `most_unasked` cells is not done but told
    by `block_asked`.

    Signals:
        opened(int): Enter or a double click on a cell that can't be edited; the id of its record.
        block_asked(BlockEdit): many cells would be changed; `write_block` does it.
        rows_left_over(list): lines of a pasted block that found no row.
        paste_refused(str), copy_refused(str): too large for the clipboard; the sentence to show.
        edit_ended(): an editor was closed.
        typed(), given_up(): its text was changed; Esc takes that back.
    """

    opened = QtSignal(int)
    block_asked = QtSignal(object)
    rows_left_over = QtSignal(list)
    paste_refused = QtSignal(str)
    copy_refused = QtSignal(str)
    edit_ended = QtSignal()
    typed = QtSignal()
    given_up = QtSignal()

    most_unasked = 1_000_000

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edited = QPersistentModelIndex()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
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

    # --- what is being typed ------------------------------------------------------------------

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

    # --- blocks of cells ----------------------------------------------------------------------

    def selection(self) -> QItemSelection:
        """What is selected, as ranges: all rows of a huge table are one."""
        return self.selectionModel().selection()

    def select_whole_rows(self) -> None:
        """Select all cells of the rows that have a selected one."""
        model, chosen = self.model(), QItemSelection()
        last = model.columnCount() - 1
        for span in row_spans(self.selection()):
            chosen.select(model.index(span.start, 0), model.index(span.stop - 1, last))
        self.selectionModel().select(chosen, _Select.Select)

    def copy(self) -> None:
        """Put the selected block on the clipboard, for spreadsheets and text."""
        columns = self.shown_columns()
        if (count := cell_count(self.selection(), columns)) > MOST_COPIED:
            self.copy_refused.emit(
                f"{count:,} cells are too many to copy; at most {MOST_COPIED:,} go at once."
            )
            return
        if rows := texts_of(self.model(), self.selection(), columns):
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
            self._fill(rows[0][0], "Paste")
            return
        room = self.model().rowCount() - start.row()
        cells = block_at(start.row(), start.column(), rows[:room], self.shown_columns())
        self._write(BlockEdit("Paste", len(cells), min(len(rows), room), iter(cells)))
        if len(rows) > room:
            self.rows_left_over.emit(rows[room:])

    def write_block(self, block: BlockEdit) -> None:
        """Change the cells of a block as one step."""
        model, cells = self.model(), list(block.cells)
        if cells and isinstance(model, CellModel):
            model.set_cells(cells, block.label)

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
        """What a key does here; None where Qt does the usual."""
        key, modifiers = Qt.Key(event.key()), plain_modifiers(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            return partial(done, self.copy)
        if event.matches(QKeySequence.StandardKey.Paste):
            return partial(done, self.paste)
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Space:
            return partial(done, self.select_whole_rows)
        if modifiers == Qt.KeyboardModifier.NoModifier:
            return self._plain_keys().get(key)
        return None

    def _plain_keys(self) -> dict[Qt.Key, Callable[[], bool]]:
        return {
            **dict.fromkeys(ENTER_KEYS, self._edit_or_open),
            Qt.Key.Key_Delete: self._clear,
            Qt.Key.Key_Backspace: self._clear,
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

    def _clear(self) -> bool:
        chosen, columns = self.selection(), self._columns_to_clear()
        if count := cell_count(chosen, columns, self._reach()):
            self._fill("", "Clear cell" if count == 1 else f"Clear {count:,} cells")
        return not chosen.isEmpty()

    def _go(self, down: int, right: int) -> bool:
        """Step to a neighbour, at a line's end to the next line; False where there is none."""
        index, model, columns = self.currentIndex(), self.model(), self.shown_columns()
        if not index.isValid() or index.column() not in columns:
            return False
        width = len(columns)
        place = (index.row() + down) * width + columns.index(index.column()) + right
        while 0 <= place < model.rowCount() * width:
            row, number = divmod(place, width)
            target = model.index(row, columns[number])
            if down or _is_stop(target, columns):
                self.setCurrentIndex(target)
                return True
            place += right
        return False

    # --- writing ------------------------------------------------------------------------------

    def _fill(self, text: str, label: str) -> None:
        chosen, columns = self.selection(), self._columns_to_clear()
        rows = self._reach().count_rows(row_spans(chosen))
        cells = _filled(selected_cells(chosen, columns), text)
        self._write(BlockEdit(label, cell_count(chosen, columns, self._reach()), rows, cells))

    def _columns_to_clear(self) -> list[int]:
        return [column for column in self.shown_columns() if self._reach().has_column(column)]

    def _reach(self) -> Reach:
        model = self.model()
        return model.reach if isinstance(model, CellModel) else EVERYWHERE

    def _write(self, block: BlockEdit) -> None:
        if block.cell_count > self.most_unasked:
            self.block_asked.emit(block)
        else:
            self.write_block(block)


def done(deed: Callable[[], object]) -> bool:
    """Do it; a key that came to it goes no further."""
    deed()
    return True


def plain_modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers of a key, wherever on the keyboard it was pressed."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _filled(places: Iterator[tuple[int, int]], text: str) -> Iterator[Cell]:
    return ((row, column, text) for row, column in places)


def _is_stop(index: QModelIndex, columns: Sequence[int]) -> bool:
    """Tab stops where something can be done: cells to edit, and the first one, which opens."""
    return index.column() == columns[0] or bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
