"""A line at the head of a page that says what is special about it, with what to do about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from curator.gui.theme import icon


class Banner(QFrame):
    """Emits `chosen` when its button is pressed."""

    chosen = QtSignal()

    def __init__(self, words: str, verb: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("tone", "banner")
        text = QLabel(words, self, wordWrap=True)
        button = QPushButton(verb, self)
        button.setObjectName(f"{name}Button")
        button.clicked.connect(self.chosen)
        layout = QHBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(text, stretch=1)
        layout.addWidget(button)
        self.hide()


class LastingBanner(QFrame):
    """Says how things stand until they change; its words and its ways out change with them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("tone", "banner")
        self._sign = QLabel(self)
        self._text = QLabel(self, wordWrap=True)
        self._text.setObjectName(f"{name}Text")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, stretch=1)
        layout.addLayout(self._buttons)
        self.hide()

    def tell(self, words: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show `words`, and a button for each way out: what it says and what it does."""
        self._sign.setPixmap(icon("warning", "warn").pixmap(16, 16))
        self._text.setText(words)
        self.setAccessibleName(words)
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for verb, deed in ways:
            button = QPushButton(verb, self)
            button.clicked.connect(deed)
            self._buttons.addWidget(button)
            button.show()
        self.show()
