"""What a search found, shown in a field that is edited where it stands."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from curator.domain.query_hits import NO_HITS, Hits
from curator.gui.widgets.growing_text import GrowingText
from curator.gui.widgets.hit_ranges import hit_format, places_for_qt

_Keep = QTextCursor.MoveMode.KeepAnchor


class FieldHits(QObject):
    """Lifts hits out of the text of a field that questions call `name`, also while it is typed in.

    It is a way of painting: the text, its undo and what is copied stay as they are.
    """

    def __init__(self, field: GrowingText, name: str) -> None:
        super().__init__(field)
        self._field = field
        self._name = name
        self._hits = NO_HITS
        field.textChanged.connect(self._paint)
        field.installEventFilter(self)

    def show(self, hits: Hits) -> None:
        """Show what another question looks for."""
        if hits != self._hits:
            self._hits = hits
            self._paint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a change of the scheme."""
        if event.type() == QEvent.Type.PaletteChange and self._hits:
            self._paint()
        return super().eventFilter(watched, event)

    def _paint(self) -> None:
        shown = self._field.extraSelections()
        text = self._field.text() if self._hits else ""
        spans = places_for_qt(text, self._hits.spans(self._name, text))
        if spans or shown:
            self._field.setExtraSelections([self._lifted(*span) for span in spans])

    def _lifted(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.format = hit_format()
        made.cursor = QTextCursor(self._field.document())
        made.cursor.setPosition(start)
        made.cursor.setPosition(end, _Keep)
        return made
