"""A line at the head of a page that says what is special about it, with one thing to do."""

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


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
