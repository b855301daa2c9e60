"""The words that a search found, lifted out of the text around them where it is painted.

They get the ground of what is selected and a line under them, so that they can be told without
colours, and on a selected cell. The text itself, and what is copied or undone, stays as it is.
"""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from curator.domain.query_hits import NO_HITS, Hits, Span
from curator.gui.theme import colour

_MOST_KEPT = 4_000


def hit_format() -> QTextCharFormat:
    """How a hit looks in the scheme in force."""
    look = QTextCharFormat()
    look.setBackground(colour("accent_soft"))
    look.setForeground(colour("text"))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(colour("accent"))
    return look


def places_for_qt(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans as Qt counts letters: those beyond the first 65,536 of Unicode are two."""
    if text.isascii():
        return spans
    return tuple((length_for_qt(text[:start]), length_for_qt(text[:end])) for start, end in spans)


def length_for_qt(text: str) -> int:
    """How many letters Qt counts in a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def place_from_qt(text: str, place: int) -> int:
    """The place in a text that Qt counts as `place`."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))


class HitRanges:
    """What of the texts of one view is to be shown as found; found once for each text."""

    def __init__(self) -> None:
        self._hits = NO_HITS
        self._kept: dict[tuple[str, str], tuple[Span, ...]] = {}

    def show(self, hits: Hits) -> None:
        """Show what another question looks for."""
        self._hits = hits
        self._kept.clear()

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self._hits)

    def spans(self, field: str, text: str) -> tuple[Span, ...]:
        """Where hits stand in the text of a field, as Qt counts letters."""
        if not self._hits or not field:
            return ()
        spans = self._kept.get((field, text))
        if spans is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            spans = places_for_qt(text, self._hits.spans(field, text))
            self._kept[field, text] = spans
        return spans

    def ranges(self, field: str, text: str) -> list[QTextLayout.FormatRange]:
        """The same, as the layout of a text is painted with."""
        spans = self.spans(field, text)
        return [_range(span) for span in spans] if spans else []


def draw_line(painter: QPainter, place: QRect, text: str, spans: tuple[Span, ...]) -> None:
    """One line of text in the middle of its place, with its hits; those behind its end are left
    out."""
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width())
    layout.endLayout()
    length = length_for_qt(text)
    inside = [_range((start, min(end, length))) for start, end in spans if start < length]
    top = place.top() + (place.height() - line.height()) / 2
    layout.draw(painter, QPointF(place.left(), round(top)), inside)


def _range(span: Span) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = span[0], span[1] - span[0]
    made.format = hit_format()
    return made
