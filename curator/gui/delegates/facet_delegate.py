"""A value of a facet in the left pane: its sign, its name, and quietly how often it is there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.gui.theme import FOCUS_WIDTH, Type, colour, font, icon
from curator.gui.widgets.roles import CHOSEN, COUNT_ROLE, EXCLUDED, FADED_ROLE, PICK_ROLE

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 26
_EDGE, _SIDE, _SIGN, _GAP = 8, 6, 14, 6
_ABOUT = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus


class FacetDelegate(QStyledItemDelegate):
    """The sign to exclude with comes up under the pointer and the focus, left of the count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for every value; the list sets the width."""
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign, name, count."""
        pick = index.data(PICK_ROLE)
        painter.save()
        _paint_ground(painter, option, pick)
        inner = _inner(option.rect)
        if sign := {CHOSEN: ("check", "accent"), EXCLUDED: ("exclude", "danger")}.get(pick):
            icon(*sign).paint(painter, QRect(inner.left(), inner.top(), _SIGN, inner.height()))
        count = count_rect(option.rect, index)
        painter.setFont(font(Type.QUIET))
        painter.setPen(colour("muted"))
        painter.setOpacity(0.45 if index.data(FADED_ROLE) else 1.0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(count, right, _number(index))
        painter.setOpacity(1.0)
        end = count.left() - _GAP
        if option.state & _ABOUT and not pick:
            place = exclude_rect(option.rect, index)
            icon("exclude", "muted").paint(painter, place)
            end = place.left() - _GAP
        left = inner.left() + _SIGN + _GAP
        name = QRect(left, inner.top(), end - left, inner.height())
        _paint_name(painter, name, index.data(), pick)
        painter.restore()


def count_rect(row: QRect, index: Index) -> QRect:
    """Where the count of a value stands in its row."""
    inner = _inner(row)
    width = QFontMetrics(font(Type.QUIET)).horizontalAdvance(_number(index))
    return QRect(inner.right() - width, inner.top(), width + 1, inner.height())


def exclude_rect(row: QRect, index: Index) -> QRect:
    """Where the sign stands that excludes a value."""
    count = count_rect(row, index)
    return QRect(count.left() - _GAP - _SIGN, count.top(), _SIGN, count.height())


def _inner(row: QRect) -> QRect:
    return row.adjusted(_EDGE + _SIDE, 0, -_EDGE - _SIDE, 0)


def _number(index: Index) -> str:
    return f"{index.data(COUNT_ROLE):,}"


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, pick: str) -> None:
    ground = {CHOSEN: "accent_soft", EXCLUDED: "danger_soft"}.get(pick, "")
    if not ground and option.state & QStyle.StateFlag.State_MouseOver:
        ground = "line"
    focused = option.state & QStyle.StateFlag.State_HasFocus
    pill = option.rect.adjusted(_EDGE, 1, -_EDGE, -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if ground:
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(pill, 5, 5)
    if focused:
        painter.setPen(QPen(colour("accent"), FOCUS_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, 5, 5)


def _paint_name(painter: QPainter, place: QRect, name: str, pick: str) -> None:
    made = QFont(font(Type.TABLE_STRONG if pick == CHOSEN else Type.TABLE))
    made.setStrikeOut(pick == EXCLUDED)
    painter.setFont(made)
    painter.setPen(colour("muted" if pick == EXCLUDED else "text"))
    elided = QFontMetrics(made).elidedText(name, Qt.TextElideMode.ElideRight, place.width())
    left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, left | Qt.TextFlag.TextSingleLine, elided)
