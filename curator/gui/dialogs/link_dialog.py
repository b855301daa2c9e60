"""Finds the digest to list as close, by words of its title."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.domain.listing import DigestCard
from curator.domain.text import visible
from curator.gui.widgets.plain_label import PlainLabel

PAUSE = 120
"""Milliseconds of quiet after which what was typed is looked up."""
SEARCH_LIMIT = 50
"""Cards that a search gives at most."""
CARD = Qt.ItemDataRole.UserRole
PADDING = 6


class LinkDialog(QDialog):
    """Emits `link_chosen(key, title)`; `search` gives cards for what was typed."""

    link_chosen = QtSignal(str, str)

    def __init__(
        self, search: Callable[[str], Sequence[DigestCard]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("linkDialog")
        self.setWindowTitle("Add a closest digest")
        self.resize(560, 420)
        self._search = search
        self._words = QLineEdit(self, clearButtonEnabled=True)
        self._words.setObjectName("linkWords")
        self._words.setPlaceholderText("Words of its title")
        self._words.setAccessibleName("Words of the title")
        self._words.installEventFilter(self)
        self._found = QListWidget(self)
        self._found.setObjectName("linkFound")
        self._found.setAccessibleName("Digests found")
        self._found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._note = PlainLabel("", self, tone="quiet", wraps=False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look_up)
        self._words.textChanged.connect(self._wait)
        self._found.itemActivated.connect(self.choose)
        self._found.currentItemChanged.connect(self._check)
        self._lay_out()
        self._look_up()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._add = buttons.addButton("Add", QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setDefault(True)
        buttons.accepted.connect(self.choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(self._words)
        layout.addWidget(self._found, stretch=1)
        layout.addWidget(self._note)
        layout.addWidget(buttons)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys typed into the words move in the list."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        if watched is not self._words or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.key() in keys:
            self._found.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        self._pause.start()

    def _look_up(self) -> None:
        self._pause.stop()
        self._found.clear()
        for card in self._search(self._words.text()):
            words = visible(f"{card.title or card.key}  ·  {card.date}")
            item = QListWidgetItem(words, self._found)
            item.setData(CARD, card)
            item.setSizeHint(QSize(0, self._found.fontMetrics().height() + 2 * PADDING))
        self._found.setCurrentRow(0)
        number = self._found.count()
        self._note.setText(_found_words(number, typed=bool(self._words.text().strip())))
        self._check()

    def _check(self) -> None:
        self._add.setEnabled(self._found.currentItem() is not None)

    def choose(self) -> None:
        """Take the current digest and close."""
        if self._pause.isActive():
            self._look_up()
        item = self._found.currentItem()
        if item is not None:
            card: DigestCard = item.data(CARD)
            self.accept()
            self.link_chosen.emit(card.key, card.title or card.key)


def _found_words(number: int, *, typed: bool) -> str:
    most = number >= SEARCH_LIMIT
    if not typed:
        return f"The newest {number:,}. Type words of a title to find others." if most else ""
    if not number:
        return "No title has these words. Try fewer of them."
    return (
        f"The first {number:,} found. Type more words to narrow them."
        if most
        else f"{number:,} found"
    )
