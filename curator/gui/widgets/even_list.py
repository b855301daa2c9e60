"""A list whose lines are all of one height, so that where each of them is follows from its row."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QCursor, QFocusEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_STEPS = {
    _Move.MoveUp: -1,
    _Move.MovePrevious: -1,
    _Move.MoveDown: 1,
    _Move.MoveNext: 1,
}


class EvenList(QListView):
    """Does nothing for each row but paint those that are seen.

    QListView asks a model for every one of its rows whenever their number or order changes, which
    for a hundred thousand takes half a second.

    It takes the focus without going to its first row: where it points to nothing, something is
    shown elsewhere that it does not list, and that stays.
    """

    def __init__(self, line_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line_height
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # --- where lines are ----------------------------------------------------------------------

    def visualRect(self, index: Index, /) -> QRect:
        """The line of a row, in pixels of the viewport; empty for none."""
        if not index.isValid():
            return QRect()
        return self._rows_rect(index.row(), index.row())

    def indexAt(self, point: QPoint, /) -> QModelIndex:
        """What stands at a point of the viewport."""
        row = self._row_at(point.y())
        return self.model().index(row, 0) if 0 <= row < self._count() else QModelIndex()

    def visualRegionForSelection(self, selection: QItemSelection, /) -> QRegion:
        """The lines of a selection that can be seen."""
        region = QRegion()
        for chosen in selection.toList():
            lines = self._rows_rect(chosen.top(), chosen.bottom())
            region += lines.intersected(self.viewport().rect())
        return region

    def scrollTo(self, index: Index, /, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring a line into view."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        line, height = self.visualRect(index), self.viewport().height()
        bar = self.verticalScrollBar()
        if hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + line.center().y() - height // 2)
        elif line.top() < 0 or hint == _Hint.PositionAtTop:
            bar.setValue(bar.value() + line.top())
        elif line.bottom() >= height or hint == _Hint.PositionAtBottom:
            bar.setValue(bar.value() + line.bottom() + 1 - height)

    def doItemsLayout(self) -> None:
        """Only the length of the scroll bar depends on the rows."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Give the scroll bar the length of all lines."""
        QAbstractItemView.updateGeometries(self)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._line // 2)
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._count() * self._line - height))

    # --- moving and choosing ------------------------------------------------------------------

    def moveCursor(self, action: _Move, _modifiers: Qt.KeyboardModifier, /) -> QModelIndex:
        """The line that a key leads to."""
        last, row = self._count() - 1, self.currentIndex().row()
        page = max(1, self.viewport().height() // self._line - 1)
        steps = _STEPS | {_Move.MovePageUp: -page, _Move.MovePageDown: page}
        if row < 0 or action == _Move.MoveHome:
            row = 0
        elif action == _Move.MoveEnd:
            row = last
        else:
            row += steps.get(action, 0)
        return self.model().index(min(max(row, 0), last), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag, /) -> None:
        """Select the lines that a rectangle touches."""
        top, bottom = self._row_at(rect.top()), self._row_at(rect.bottom())
        first, last = max(min(top, bottom), 0), min(max(top, bottom), self._count() - 1)
        chosen = QItemSelection()
        if first <= last:
            chosen.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(chosen, command)

    def keyboardSearch(self, _text: str, /) -> None:
        """Nothing: it would read every digest of the library for one letter."""

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines that are seen."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain, delegate = option.state, self.itemDelegate()
        hovered = self.viewport().mapFromGlobal(QCursor.pos())
        under = self._row_at(hovered.y()) if self.viewport().underMouse() else -1
        pointed = self.currentIndex().row() if self.hasFocus() else -1
        first, last = self._row_at(event.rect().top()), self._row_at(event.rect().bottom())
        for row in range(max(first, 0), min(last + 1, self._count())):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = plain
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == under:
                option.state |= QStyle.StateFlag.State_MouseOver
            if row == pointed:
                option.state |= QStyle.StateFlag.State_HasFocus
            delegate.paint(painter, option, index)
        painter.end()

    def dataChanged(
        self, top_left: Index, bottom_right: Index, /, roles: Sequence[int] = ()
    ) -> None:
        """Paint anew; no line changes its height."""
        QAbstractItemView.dataChanged(self, top_left, bottom_right, list(roles))
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus, and choose nothing by that."""
        pointed = self.currentIndex().isValid()
        with QSignalBlocker(self.selectionModel()):
            super().focusInEvent(event)
            if not pointed:
                self.selectionModel().clear()
        self.viewport().update()

    def _count(self) -> int:
        model = cast("QAbstractItemModel | None", self.model())
        return model.rowCount() if model else 0

    def _row_at(self, y: int) -> int:
        return (y + self.verticalScrollBar().value()) // self._line

    def _rows_rect(self, first: int, last: int) -> QRect:
        top = first * self._line - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), (last - first + 1) * self._line)
