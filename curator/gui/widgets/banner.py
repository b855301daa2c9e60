"""A line at the head of a page that says what is special about it, with what to do about it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from curator.gui.theme import icon
from curator.gui.widgets.plain_label import PlainLabel


class Banner(QFrame):
    """Says how things stand as long as it is shown; its words and its ways out can change."""

    def __init__(self, name: str, parent: QWidget | None = None, sign: str = "warning") -> None:
        super().__init__(parent)
        self._icon = sign
        self._sign = QLabel(self)
        self.setObjectName(name)
        self.setProperty("tone", "banner")
        self._text = PlainLabel("", self, name=f"{name}Text")
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
        """Take other words, and a button for each way out: what it says and what it does."""
        self._draw_sign()
        self._text.setText(words)
        self.setAccessibleName(self._text.text())
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for verb, deed in ways:
            button = QPushButton(verb, self)
            button.setObjectName(f"{self.objectName()}Button")
            button.clicked.connect(partial(_take, deed))
            self._buttons.addWidget(button)
            button.show()

    def enter(self) -> None:
        """Put the focus on the first way out that it offers."""
        first = self._buttons.itemAt(0)
        if first is not None and (button := first.widget()) is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Its sign is drawn in the colours of the scheme in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def _draw_sign(self) -> None:
        self._sign.setPixmap(icon(self._icon, "warn").pixmap(16, 16))


def _take(way: Callable[[], object], _checked: bool = False) -> None:
    way()
