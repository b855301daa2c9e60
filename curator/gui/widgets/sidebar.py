"""The views of the library, with how many digests each holds."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from curator.domain.listing import ALL, TRASH, VIEWS
from curator.domain.measures import counted
from curator.gui.theme import colour

VIEW, COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 30


def view_words(view: str) -> str:
    """What a person calls a view."""
    return {ALL: "All digests", TRASH: "Trash"}.get(view, view.capitalize())


class Sidebar(QListWidget):
    """One line per view; choosing one emits `view_chosen` with its name."""

    view_chosen = QtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName("Views of the library")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(_ViewDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(120)
        for view in VIEWS:
            item = QListWidgetItem(view_words(view), self)
            item.setData(VIEW, view)
        self.setCurrentRow(0)
        self.currentItemChanged.connect(self._choose)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Put the number of digests behind each view; nothing where they could not be counted."""
        for row in range(self.count()):
            item = self.item(row)
            if not counts:
                item.setData(COUNT, None)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
                continue
            number = counts.get(item.data(VIEW), 0)
            item.setData(COUNT, number)
            spoken = f"{item.text()}, {counted(number, 'digest')}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def view(self) -> str:
        """The view that is chosen."""
        return VIEWS[max(self.currentRow(), 0)]

    def choose(self, view: str) -> None:
        """Make `view` the current one; an unknown name chooses all digests."""
        self.setCurrentRow(VIEWS.index(view) if view in VIEWS else 0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.view_chosen.emit(item.data(VIEW))


class _ViewDelegate(QStyledItemDelegate):
    """The name on the left, the count quietly on the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 12))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pill = option.rect.adjusted(8, 1, -8, -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft") if chosen else colour("line"))
            painter.drawRoundedRect(pill, 5, 5)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill, 5, 5)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        self._write(painter, pill.adjusted(10, 0, -10, 0), index)
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        count = index.data(COUNT)
        number = "" if count is None else f"{count:,}"
        room = painter.fontMetrics().horizontalAdvance(number) + 8
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, box.width() - room
        )
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(colour("muted"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, number)
