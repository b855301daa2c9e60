"""A table whose rows are chosen as a whole, and dragged to another place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from curator.gui.theme import FOCUS_WIDTH, colour
from curator.gui.widgets.cell_block import row_spans
from curator.gui.widgets.cell_table import done, plain_modifiers
from curator.gui.widgets.fitted_table import FittedTable
from curator.gui.widgets.row_numbers import NOWHERE

_Select = QItemSelectionModel.SelectionFlag
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WholeRowsTable(FittedTable):
    """A row is chosen by a click on its number, and dragged by that or by any of its cells.

    Whole rows are deleted by Del, and those of the selection moved by Alt+Up and Alt+Down.

    Signals:
        rows_dropped(int): the chosen rows were dragged before this row (one beyond the last: to
            the end).
        delete_requested(): Del was pressed on whole rows.
        move_requested(int): the chosen rows want to go up (-1) or down (1).
    """

    rows_dropped = QtSignal(int)
    delete_requested = QtSignal()
    move_requested = QtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = NOWHERE
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.row_numbers.row_pressed.connect(self._take_hold)
        self.row_numbers.row_clicked.connect(self.selectRow)
        self.row_numbers.gap_shown.connect(self._show_gap)
        self.row_numbers.rows_dropped.connect(self.rows_dropped)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; where chosen rows go, the one that takes their place is chosen."""
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._select_current)

    def is_whole_row(self, row: int) -> bool:
        """Whether all cells of a row are selected."""
        return self.selectionModel().isRowSelected(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag moves rows only where whole rows are chosen; else it selects cells."""
        index = self.indexAt(event.position().toPoint())
        self.setDragEnabled(index.isValid() and self.is_whole_row(index.row()))
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

    def _deed_of(self, event: QKeyEvent) -> Callable[[], bool] | None:
        key = Qt.Key(event.key())
        if plain_modifiers(event) == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            return partial(done, partial(self.move_requested.emit, _MOVES[key]))
        return super()._deed_of(event)

    def _clear(self) -> bool:
        spans = row_spans(self.selection())
        if spans and all(self.is_whole_row(row) for span in spans for row in span):
            self.delete_requested.emit()
            return True
        return super()._clear()

    def _take_hold(self, row: int) -> None:
        if not self.is_whole_row(row):
            self.selectRow(row)

    def _show_gap(self, gap: int) -> None:
        self._gap = gap
        if gap >= 0:
            self.scrollTo(self.model().index(min(gap, self.model().rowCount() - 1), 0))
        self.viewport().update()

    def _select_current(self) -> None:
        """Rows went; the one that took their place is the one to go on with."""
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(index, _Select.Select)
