"""A table whose rows are chosen as a whole, and dragged to another place."""

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from curator.gui.theme import FOCUS_WIDTH, colour
from curator.gui.widgets.fitted_table import FittedTable
from curator.gui.widgets.row_numbers import NOWHERE

_Select = QItemSelectionModel.SelectionFlag


class WholeRowsTable(FittedTable):
    """A row is chosen by a click on its number, and dragged by that or by any of its cells.

    Signals:
        rows_dropped(int): the chosen rows were dragged before this row (one beyond the last: to
            the end).
    """

    rows_dropped = QtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = NOWHERE
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
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

    def selected_cells(self) -> list[QModelIndex]:
        """The cells of the selection, row by row."""
        return sorted(self.selectedIndexes())

    def is_whole_row(self, row: int) -> bool:
        """Whether all cells of a row are selected."""
        return self.selectionModel().isRowSelected(row)

    def select_whole_rows(self) -> None:
        """Select all cells of the rows that have a selected one."""
        for row in {index.row() for index in self.selected_cells()}:
            last = self.model().columnCount() - 1
            block = QItemSelection(self.model().index(row, 0), self.model().index(row, last))
            self.selectionModel().select(block, _Select.Select)

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
