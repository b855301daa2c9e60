"""Labels for the words of people, of files and of errors."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from curator.domain.text import visible
from curator.gui.widgets.breaking import breakable


class PlainLabel(QLabel):
    """Shows a text as it is written. Qt would take one that looks like HTML for a page and load its
    pictures, and a mark that nobody sees could turn the letters of a whole sentence round.

    `tone` is its look in the style sheet; with `breaks` a long path goes on in the next line.
    """

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        tone: str = "",
        wraps: bool = True,
        breaks: bool = False,
    ) -> None:
        super().__init__(parent, wordWrap=wraps, textFormat=Qt.TextFormat.PlainText)
        self._breaks = breaks
        if name:
            self.setObjectName(name)
        if tone:
            self.setProperty("tone", tone)
        self.setText(words)

    def setText(self, words: str, /) -> None:
        """Show other words."""
        shown = visible(words)
        super().setText(breakable(shown) if self._breaks else shown)
