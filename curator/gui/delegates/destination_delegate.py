"""One line of *Go to anything*: a sign and a name, and in quiet words of what kind it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.domain.destination import ACTION, DIGEST, SEARCH, THEME, VIEW, Destination
from curator.domain.text import visible
from curator.gui.delegates.digest_delegate import day_in_words
from curator.gui.theme import Type, colour, font, icon

Index = QModelIndex | QPersistentModelIndex
DESTINATION = Qt.ItemDataRole.UserRole
"""The destination that a line stands for."""
HEIGHT = 34
_SIGN, _SIDE, _GAP = 16, 12, 10
_MOST_QUIET = 0.5
_SIGNS = {
    DIGEST: "preview",
    THEME: "theme",
    SEARCH: "search",
    VIEW: "look",
    ACTION: "settings",
}


class DestinationDelegate(QStyledItemDelegate):
    """Lines of one height; kinds are told apart by sign and word, never by colour alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for every line; the list sets the width."""
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign, name, and what kind of thing it is."""
        found: Destination = index.data(DESTINATION)
        line = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(line, colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(line, colour("hover"))
        sign = QRect(line.left() + _SIDE, line.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
        icon(_SIGNS[found.kind], "muted").paint(painter, sign)
        inner = line.adjusted(_SIDE + _SIGN + _GAP, 0, -_SIDE, 0)
        taken = _paint_quiet(painter, inner, found)
        painter.setFont(font(Type.TABLE))
        painter.setPen(colour("text"))
        _write(painter, inner.adjusted(0, 0, -taken, 0), visible(found.name))
        painter.restore()


def spoken(found: Destination) -> str:
    """A line in words, for a screen reader."""
    return f"{visible(found.name)}, {_quiet(found)}"


def _quiet(found: Destination) -> str:
    note = day_in_words(found.note) if found.kind == DIGEST else found.note
    return f"{note} · {found.kind}" if note else found.kind


def _paint_quiet(painter: QPainter, line: QRect, found: Destination) -> int:
    """Paint the kind at the right end of a line; the answer is the width that it takes."""
    painter.setFont(font(Type.QUIET))
    painter.setPen(colour("muted"))
    words = _quiet(found)
    width = painter.fontMetrics().horizontalAdvance(words) + 1
    width = min(width, int(line.width() * _MOST_QUIET))
    _write(painter, QRect(line.right() - width, line.top(), width, line.height()), words)
    return width + _GAP


def _write(painter: QPainter, place: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
