"""A table with lines of groups, that open and close as the branches of a tree do."""

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from curator.gui.widgets.calm_table import Index
from curator.gui.widgets.cell_table import plain_modifiers
from curator.gui.widgets.column_table import ColumnTable
from curator.gui.widgets.growing_text import ENTER_KEYS
from curator.gui.widgets.roles import GROUP_ROLE

SIGN_WIDTH = 28
"""Pixels at the left of the line of a group in which a click opens and closes it."""


class GroupedTable(ColumnTable):
    """Enter and Right open a group, Enter and Left close it; Left at the first column of a row
    goes to the line above its group.

    Signals:
        open_asked(str), close_asked(str): the value of a group.
        line_asked(int): the line of the group of a row shall become the current one.
    """

    open_asked = QtSignal(str)
    close_asked = QtSignal(str)
    line_asked = QtSignal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a tree on the lines of groups, those of a spreadsheet in their rows."""
        if plain_modifiers(event) == Qt.KeyboardModifier.NoModifier and self._steer(event.key()):
            event.accept()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sign of a group opens and closes it."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and place.x() < SIGN_WIDTH:
            self._turn(self.indexAt(place))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So does a double click anywhere on its line."""
        place = event.position().toPoint()
        if place.x() >= SIGN_WIDTH and self._turn(self.indexAt(place)):
            event.accept()
            return
        super().mouseDoubleClickEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The line of a group shows over its whole width that it is the current one."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid() and index.data(GROUP_ROLE) is not None:
                row = self.visualRect(index)
                self.viewport().update(QRect(0, row.top(), self.viewport().width(), row.height()))

    def _steer(self, key: int) -> bool:
        index = self.currentIndex()
        if not index.isValid():
            return False
        told = index.data(GROUP_ROLE)
        if told is None:
            at_first = index.column() == self.shown_columns()[0]
            if key == Qt.Key.Key_Left and at_first:
                self.line_asked.emit(index.row())
            return bool(key == Qt.Key.Key_Left and at_first)
        group, is_open = told
        if key in ENTER_KEYS:
            return self._turn(index)
        if key == Qt.Key.Key_Right and not is_open:
            self.open_asked.emit(group.value)
            return True
        if key == Qt.Key.Key_Left and is_open:
            self.close_asked.emit(group.value)
            return True
        return False

    def _turn(self, index: QModelIndex) -> bool:
        told = index.data(GROUP_ROLE) if index.isValid() else None
        if told is None:
            return False
        group, is_open = told
        (self.close_asked if is_open else self.open_asked).emit(group.value)
        return True
