"""A title broken into two lines at most."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from curator.domain.text import visible

_ENOUGH = 400  # characters; two lines of a list show fewer


def title_lines(text: str, font: QFont, width: int) -> list[str]:
    """One or two lines that fit `width` pixels; the second is elided where there is more."""
    shown = visible(text[:_ENOUGH])
    layout = QTextLayout(shown, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = layout.createLine()
    if first.isValid():
        first.setLineWidth(max(width, 1))
    layout.endLayout()
    end = first.textLength() if first.isValid() else 0
    lines = [shown[:end].rstrip()]
    rest = shown[end:].strip()
    metrics = QFontMetrics(font)
    lines = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
    if rest:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return lines
