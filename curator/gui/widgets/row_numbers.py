"""The numbers at the left of a table: a click chooses a row, a drag moves what is chosen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

NOWHERE = -1


class RowNumbers(QHeaderView):
    """With Shift or Ctrl it selects ranges, as every table does; without, it takes hold of rows.

    Signals:
        row_pressed(int), row_clicked(int): a row was taken hold of, and let go where it stood.
        gap_shown(int): rows would be dropped before this row (one beyond the last: at the end);
            NOWHERE: no longer.
        rows_dropped(int): they were dropped there.
    """

    row_pressed = QtSignal(int)
    row_clicked = QtSignal(int)
    gap_shown = QtSignal(int)
    rows_dropped = QtSignal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._held = NOWHERE
        self._start = QPoint()
        self._gap = NOWHERE
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the row under the mouse."""
        choosing = event.modifiers() != Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or choosing:
            super().mousePressEvent(event)
            return
        # First of all, since an editor that closes may take its row with it.
        if table := self.parentWidget():
            table.setFocus(Qt.FocusReason.MouseFocusReason)
        self._start = event.position().toPoint()
        self._held = self.logicalIndexAt(self._start)
        if self._held >= 0:
            self.row_pressed.emit(self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the rows would go."""
        if self._held < 0:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        far = (place - self._start).manhattanLength() >= QApplication.startDragDistance()
        if far or self._gap >= 0:
            self._show_gap(self._gap_at(place.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop them, or choose the one row that was only clicked."""
        if self._held < 0:
            super().mouseReleaseEvent(event)
            return
        held, gap = self._held, self._gap
        self._held = NOWHERE
        if gap < 0:
            self.row_clicked.emit(held)
            return
        self._show_gap(NOWHERE)
        self.rows_dropped.emit(gap)

    def _show_gap(self, gap: int) -> None:
        if gap != self._gap:
            self._gap = gap
            self.gap_shown.emit(gap)

    def _gap_at(self, y: int) -> int:
        for row in range(self.count()):
            if y < self.sectionViewportPosition(row) + self.sectionSize(row) // 2:
                return row
        return self.count()
