"""One quiet line below the search box: what in it can't be meant."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from curator.gui.widgets.plain_label import PlainLabel

_GAP = 4


class SearchNote(PlainLabel):
    """Lies over the window right below a box, as wide as that; it takes no room and no focus."""

    def __init__(self, box: QWidget) -> None:
        super().__init__("", box, name="searchNote", tone="note")
        self._box = box
        self.setAccessibleName("About the search")
        self.setMargin(8)
        self.hide()
        box.installEventFilter(self)

    def tell(self, words: str) -> None:
        """Say something, or nothing."""
        self.setText(words)
        self.setVisible(bool(words) and self._box.isVisible())
        if self.isVisible():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay below the box."""
        if self.isVisible() and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setFixedWidth(self._box.width())
        self.adjustSize()
        self.move(self._box.mapTo(window, QPoint(0, self._box.height() + _GAP)))
        self.show()
        self.raise_()
