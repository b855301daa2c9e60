"""How every table looks: hairlines instead of a grid, quiet headings, words where it is empty."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QTableView,
    QWidget,
)

from curator.gui.theme import FOCUS_WIDTH, Type, colour, font

NARROW = 48
"""Pixels that the narrowest column keeps."""
Index = QModelIndex | QPersistentModelIndex


class CalmTable(QTableView):
    """A table that says what it is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self._how = "", ""
        self._invites = True
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)  # delegates draw one hairline under each row
        self.setWordWrap(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setMinimumSectionSize(NARROW)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setAccessibleName("Columns")
        self.verticalHeader().setAccessibleName("Rows")
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName("All rows")

    def set_hint(self, words: str, how: str) -> None:
        """What an empty table says, and how to fill it."""
        self._hint, self._how = words, how
        self.viewport().update()

    def invite(self, invites: bool) -> None:
        """Say how to fill the table, or not where nobody can."""
        self._invites = invites
        self.viewport().update()

    def shown_columns(self) -> list[int]:
        """The columns that are not hidden, in the order on screen."""
        header = self.horizontalHeader()
        columns = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in columns if not header.isSectionHidden(column)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, or the hint where there are none."""
        super().paintEvent(event)
        if self.model() is not None and self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), FOCUS_WIDTH))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        if self._hint:
            painter.setFont(font(Type.TABLE))
            painter.setPen(colour("muted"))
            place = self.viewport().rect().adjusted(8, 0, -8, 0)
            words = f"{self._hint} {self._how}" if self._invites else self._hint
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
