"""Go to anything: one field that finds digests, themes, saved searches, views and actions."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.domain.destination import Destination
from curator.gui.delegates.destination_delegate import DESTINATION, DestinationDelegate, spoken
from curator.gui.widgets.growing_text import ENTER_KEYS
from curator.gui.widgets.plain_label import PlainLabel

WIDTH, HEIGHT = 620, 460
_LEADS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_HOW = "Enter goes there, Esc leaves."


class GoToDialog(QDialog):
    """Asks at each key; Enter goes to the line that is chosen, which is the first at the start.

    Signals:
        asked(str): something else was typed.
        chosen(Destination): the person wants to go there; the dialog is closed by then.
    """

    asked = QtSignal(str)
    chosen = QtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goToDialog")
        self.setWindowTitle("Go to anything")
        self.resize(WIDTH, HEIGHT)
        self._waits = True
        self._hurries = False
        self._words = QLineEdit(self, clearButtonEnabled=True)
        self._words.setObjectName("goToWords")
        self._words.setPlaceholderText("Title, theme, search, view or action")
        self._words.setAccessibleName("Where to go")
        self._words.installEventFilter(self)
        self._found = QListWidget(self)
        self._found.setObjectName("goToFound")
        self._found.setAccessibleName("Places found")
        self._found.setItemDelegate(DestinationDelegate(self._found))
        self._found.setUniformItemSizes(True)
        self._found.setFrameShape(QListWidget.Shape.NoFrame)
        self._found.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys typed into the words move in it
        self._found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._note = PlainLabel(_HOW, self, tone="quiet", wraps=False)
        self._words.textChanged.connect(self._ask)
        self._found.itemClicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.addWidget(self._words)
        layout.addWidget(self._found, stretch=1)
        layout.addWidget(self._note)

    def show_found(self, found: Sequence[Destination]) -> None:
        """Show the answer to what was asked last."""
        self._waits = False
        self._found.clear()
        for destination in found:
            item = QListWidgetItem(destination.name, self._found)
            item.setData(DESTINATION, destination)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(destination))
        self._found.setCurrentRow(0)
        self._note.setText(_HOW if found else "Nothing is called so. Try fewer letters.")
        if self._hurries:
            self.go()

    def go(self) -> None:
        """Go to the line that is chosen; what is still being looked up is waited for."""
        self._hurries = self._waits
        if not self._waits and (item := self._found.currentItem()) is not None:
            self._go(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys typed into the words move in the list, Enter goes."""
        if (
            watched is self._words
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.key() in _LEADS:
                self._found.keyPressEvent(event)
                return True
            if event.key() in ENTER_KEYS:
                self.go()
                return True
        return super().eventFilter(watched, event)

    def _ask(self, text: str) -> None:
        self._waits, self._hurries = True, False
        self.asked.emit(text)

    def _go(self, item: QListWidgetItem) -> None:
        destination: Destination = item.data(DESTINATION)
        self.accept()
        self.chosen.emit(destination)
