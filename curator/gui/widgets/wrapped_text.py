"""Wrapped text of a cell: laid out once, measured and painted from the same lines."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from curator.domain.text import visible

LINE_HEIGHT = 18
"""Pixels from line to line in cells and their editors."""
MOST_LINES = 12
"""A cell never shows more; its editor and its tooltip have all of the text."""
MORE, ELLIPSIS = "… more", "…"
_MOST_CHARACTERS = MOST_LINES * 400
_LINE_SEPARATOR = "\u2028"


class WrappedText:
    """The lines of one text in one font and width, at most `MOST_LINES` of them.

    `height` is in pixels, with the line that says that there is more; `cut` tells whether it does.
    Where only so many `lines` are wanted, the last of them ends in an ellipsis instead. Marks that
    nobody sees are painted by name, as they stand in `shown`.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: int,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        lines: int = 0,
    ) -> None:
        width = max(width, LINE_HEIGHT)
        self.shown = visible(text[:_MOST_CHARACTERS]).replace("\n", _LINE_SEPARATOR)
        self._layout = QTextLayout(self.shown, font)
        self._layout.setTextOption(_option(text, alignment))
        self._layout.setCacheEnabled(True)
        self.cut = len(text) > _MOST_CHARACTERS
        self._break_into_lines(width, _first_baseline(font), lines or MOST_LINES)
        self._marks = self.cut and not lines
        if self.cut and lines:
            self.shown = self._elided(self.shown, font, width)
            self._layout.setText(self.shown)
            self._break_into_lines(width, _first_baseline(font), lines)
        self.height = (self._layout.lineCount() + self._marks) * LINE_HEIGHT

    def draw(
        self,
        painter: QPainter,
        x: int,
        y: int,
        colour: QColor,
        quiet: QColor,
        *,
        hits: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        """Paint it with its upper left corner at (x, y); `quiet` is for the mark of a cut, and
        `hits` look as they say, which changes no line."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y), hits)
        if self._marks:
            painter.setPen(quiet)
            painter.setFont(self._layout.font())
            metrics = QFontMetricsF(self._layout.font())
            middle = self.height - LINE_HEIGHT + (LINE_HEIGHT + metrics.capHeight()) / 2
            painter.drawText(QPointF(x, y + middle), MORE)

    def _elided(self, shown: str, font: QFont, width: int) -> str:
        start = self._layout.lineAt(self._layout.lineCount() - 1).textStart()
        last = shown[start:].split(_LINE_SEPARATOR, 1)[0] + ELLIPSIS
        side = Qt.TextElideMode.ElideRight
        return shown[:start] + QFontMetricsF(font).elidedText(last[:_MOST_CHARACTERS], side, width)

    def _break_into_lines(self, width: int, baseline: float, most: int) -> None:
        end = 0
        self._layout.beginLayout()
        for number in range(most):
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * LINE_HEIGHT + baseline - line.ascent()))
            end = line.textStart() + line.textLength()
        self._layout.endLayout()
        self.cut = self.cut or end < len(self._layout.text())


def _first_baseline(font: QFont) -> float:
    return round((LINE_HEIGHT + QFontMetricsF(font).capHeight()) / 2)


def _option(text: str, alignment: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(alignment)
    # Words that are longer than the column (long compounds, addresses) break where they must.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if text[:200].isascii():
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    else:
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option
