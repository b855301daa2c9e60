"""Cells of a preview: one line of text that begins near what differs, which is marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.gui.theme import Type, colour, font
from curator.gui.widgets.roles import SPANS_ROLE

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 8
_BEFORE = 16
"""Characters that are shown before the first difference of a long text."""
_MOST = 400
"""Characters that are laid out; a line shows fewer."""


class DifferenceDelegate(QStyledItemDelegate):
    """Marks what goes (struck out) or what comes (underlined): no mark is a colour alone."""

    def __init__(self, *, comes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comes = comes

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the text."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.save()
        painter.setClipRect(option.rect)
        if selected:
            painter.fillRect(option.rect, colour("accent_soft"))
        painter.setPen(colour("text" if enabled else "muted"))
        self._write(painter, option.rect, str(index.data() or ""), index.data(SPANS_ROLE) or ())
        painter.restore()

    def _write(
        self, painter: QPainter, rect: QRect, text: str, spans: tuple[tuple[int, int], ...]
    ) -> None:
        width = rect.width() - 2 * _MARGIN
        text, spans = near_difference(text, spans, width)
        metrics = QFontMetrics(font(Type.TABLE))
        layout = QTextLayout(
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), font(Type.TABLE)
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([self._marked(*span) for span in spans])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        top = rect.top() + (rect.height() - line.height()) / 2
        layout.draw(painter, QPointF(rect.left() + _MARGIN, top))

    def _marked(self, start: int, end: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, end - start
        look = QTextCharFormat()
        look.setBackground(colour("accent_soft" if self._comes else "danger_soft"))
        look.setForeground(colour("accent" if self._comes else "danger"))
        look.setFontUnderline(self._comes)
        look.setFontStrikeOut(not self._comes)
        made.format = look
        return made


def near_difference(
    text: str, spans: tuple[tuple[int, int], ...], width: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text from a little before its first difference on, where that would not be seen else."""
    first = spans[0][0] if spans else 0
    fits = QFontMetrics(font(Type.TABLE)).horizontalAdvance(text[: first + _BEFORE]) <= width
    start = 0 if fits else max(first - _BEFORE, 0)
    if not start:
        return text[:_MOST], spans
    moved = ((a - start + 1, b - start + 1) for a, b in spans)
    return f"…{text[start : start + _MOST]}", tuple(moved)
