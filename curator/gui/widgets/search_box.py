"""The box to search the library in."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from curator.gui.theme import set_icon
from curator.gui.widgets.growing_text import refusal_of

PAUSE = 150  # milliseconds without a key before the library is searched
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchBox(QLineEdit):
    """Searches after a short pause in typing, at once on Enter; Esc empties it.

    Signals:
        searched(str): what to search for, without outer blanks; told once for each change.
        list_requested(): Down was pressed: the person wants to go into the results.
        hit_requested(): Enter was pressed on a search: the person wants its first result.
        paste_refused(str): what was pasted or dropped is too large; the sentence to show.
    """

    searched = QtSignal(str)
    list_requested = QtSignal()
    hit_requested = QtSignal()
    paste_refused = QtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.search_now)
        self.setObjectName("searchBox")
        self.setAccessibleName("Search")
        self.setPlaceholderText("Search digests, signals, themes …   Ctrl+F")
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName("Clear the search")
        sign = self.addAction(QIcon(), self.ActionPosition.LeadingPosition)
        sign.setText("Search")
        set_icon(sign, "search", "muted")
        self.textChanged.connect(self._search_later)

    def search_now(self) -> None:
        """Tell what is searched for, if it is something else than before."""
        self._timer.stop()
        words = self.text().strip()
        if words != self._told:
            self._told = words
            self.searched.emit(words)

    def show_text(self, words: str) -> None:
        """Show a search that is made elsewhere; it is not told again."""
        self._told = words
        with QSignalBlocker(self):
            self.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the first result, Down into the list, Esc empties the box."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_words()
        elif event.key() in _ENTER:
            self.search_now()
            if self.text().strip():
                self.hit_requested.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.search_now()
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search_now()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, whose Paste looks at the clipboard first."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_words)
        menu.popup(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped, unless it is too large to be a question."""
        if not self._refuses(event.mimeData().text()):
            super().dropEvent(event)

    def paste_words(self) -> None:
        """Paste, unless the clipboard is too large to be a question."""
        if not self._refuses(QGuiApplication.clipboard().text()):
            self.paste()

    def _refuses(self, text: str) -> bool:
        refusal = refusal_of(text)
        if refusal:
            self.paste_refused.emit(refusal)
        return bool(refusal)

    def _search_later(self) -> None:
        if self.text().strip():
            self._timer.start()
        else:
            self.search_now()  # an empty search is cheap, and waiting for it feels broken
