"""Cells of the ledger: so many lines of text, and lines of groups over the whole width."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from curator.domain.ledger import Group
from curator.domain.measures import counted
from curator.gui.delegates.cell_delegate import CellDelegate, Index, paint_ring
from curator.gui.delegates.choice_delegate import ChoiceDelegate
from curator.gui.theme import Type, colour, font
from curator.gui.widgets.grouped_table import SIGN_WIDTH
from curator.gui.widgets.roles import GROUP_ROLE

_ARROW, _MARGIN, _GAP = 4.0, 12, 16


class LedgerDelegate(CellDelegate):
    """Text cells between lines of groups; an editor may grow over the rows below, or above."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell, or its part of the line of a group."""
        if not _paint_line(painter, option, index):
            super().paint(painter, option, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell, as tall as its text, within the table."""
        around = editor.parentWidget()
        room = around.height() if around else option.rect.height()
        height = min(max(editor.sizeHint().height(), option.rect.height()), room)
        top = max(0, min(option.rect.top(), room - height))
        editor.setGeometry(option.rect.left(), top, option.rect.width(), height)


class LedgerChoice(ChoiceDelegate):
    """Cells that hold one of a few values, between lines of groups."""

    def __init__(self, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(choices, parent, empty=False)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell, or its part of the line of a group."""
        if not _paint_line(painter, option, index):
            super().paint(painter, option, index)


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> bool:
    """Paint what one cell shows of the line of a group; False where the row is no such line.

    Each cell paints the whole line and is clipped to itself, so that the line needs no spans and
    its words stay in sight when the columns are scrolled sideways.
    """
    told, table = index.data(GROUP_ROLE), option.widget
    if told is None or not isinstance(table, QTableView):
        return False
    group, is_open = told
    width = min(table.viewport().width(), table.horizontalHeader().length())
    line = QRect(0, option.rect.top(), width, option.rect.height())
    chosen = table.selectionModel().rowIntersectsSelection(index.row())
    painter.save()
    painter.setClipRect(option.rect)
    painter.fillRect(line, colour("accent_soft" if chosen else "window"))
    painter.fillRect(QRect(0, line.bottom(), width, 1), colour("line"))
    _paint_sign(painter, line, is_open=is_open)
    _paint_words(painter, line, group)
    if table.hasFocus() and table.currentIndex().row() == index.row():
        paint_ring(painter, line)
    painter.restore()
    return True


def _paint_sign(painter: QPainter, line: QRect, *, is_open: bool) -> None:
    x, y, a = SIGN_WIDTH / 2 + 2, line.center().y() + 0.5, _ARROW
    down = [QPointF(x - a, y - a / 2), QPointF(x + a, y - a / 2), QPointF(x, y + a / 2 + 1)]
    right = [QPointF(x - a / 2, y - a), QPointF(x - a / 2, y + a), QPointF(x + a / 2 + 1, y)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("muted"))
    painter.drawPolygon(QPolygonF(down if is_open else right))
    painter.setBrush(Qt.BrushStyle.NoBrush)  # the frame of the cursor comes after it
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_words(painter: QPainter, line: QRect, group: Group) -> None:
    count = counted(group.count, "row")
    quiet = QFontMetrics(font(Type.QUIET)).horizontalAdvance(count)
    place = line.adjusted(SIGN_WIDTH, 0, -_MARGIN, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font(Type.TABLE_STRONG))
    painter.setPen(colour("text"))
    room = place.adjusted(0, 0, -quiet - _GAP, 0)
    name = " ".join(group.name.split())
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, shown)
    painter.setFont(font(Type.QUIET))
    painter.setPen(colour("muted"))
    painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, count)
