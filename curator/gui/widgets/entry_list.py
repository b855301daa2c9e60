"""A list of wrapped entries: a line in bold, a quiet line, and a text below; for side panels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from curator.domain.text import visible
from curator.gui.theme import FOCUS_WIDTH, Type, colour, font
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.wrapped_text import WrappedText

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
SIDE, ABOVE = 16, 10
"""Pixels between the edge of an entry and its text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `faded` tells that it no longer holds (its quiet line says so in words)."""

    id: int
    title: str
    quiet: str = ""
    text: str = ""
    faded: bool = False

    def spoken(self) -> str:
        """All of it as one text, for a screen reader and for copying."""
        return "\n".join(part for part in (self.title, self.quiet, self.text) if part)


class EntryList(QListWidget):
    """Shows entries wrapped to its width; Enter or a double click opens one."""

    opened = QtSignal(int)

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setItemDelegate(_EntryDelegate(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.itemActivated.connect(self._open)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these and keep the current one by its id, and the place where the list stands."""
        current, place = self.current_id(), self.verticalScrollBar().value()
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title, self)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, visible(entry.spoken()))
            item.setToolTip(plain_tip(entry.text) if len(entry.text) > 200 else "")
            if entry.id == current:
                self.setCurrentItem(item)
        if place:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(place)

    def entries(self) -> list[Entry]:
        """What it shows, in order."""
        return [self.item(row).data(ENTRY) for row in range(self.count())]

    def current_id(self) -> int:
        """The id of the current entry, or 0."""
        item = self.currentItem()
        return int(item.data(ENTRY).id) if self.currentRow() >= 0 else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(ENTRY).id)


class _EntryDelegate(QStyledItemDelegate):
    """Paints the three parts of an entry under each other, each wrapped."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, EntryList) else option.rect.width()
        parts = _parts(index.data(ENTRY), width - 2 * SIDE)
        return QSize(width, 2 * ABOVE + sum(part.height for _, part in parts))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        place = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, colour("hover"))
        top = place.top() + ABOVE
        for ink, part in _parts(entry, place.width() - 2 * SIDE):
            part.draw(painter, place.left() + SIDE, top, colour(ink), colour("muted"))
            top += part.height
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("accent"), FOCUS_WIDTH))
            painter.drawRect(place.adjusted(1, 1, -1, -2))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), colour("line"))
        painter.restore()


def _parts(entry: Entry, width: int) -> list[tuple[str, WrappedText]]:
    """The parts that are not empty, from the top: the name of their colour, and their lines."""
    ink = "muted" if entry.faded else "text"
    told = (
        (ink, Type.TABLE_STRONG, entry.title),
        ("muted", Type.QUIET, entry.quiet),
        (ink, Type.TABLE, entry.text),
    )
    return [(name, WrappedText(words, font(kind), width)) for name, kind, words in told if words]
