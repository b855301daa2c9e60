"""What stands where nothing is: a sentence that says why, and what to do about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from curator.gui.widgets.plain_label import PlainLabel


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Why a list is empty, and the ways out of it (what a button says, what it does)."""

    heading: str
    text: str = ""
    ways: Sequence[tuple[str, Callable[[], object]]] = ()


class EmptyState(QWidget):
    """A heading, a sentence and buttons, in the middle of an empty place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self._heading = PlainLabel("", self, name="emptyHeading")
        self._text = PlainLabel("", self, name="emptyText")
        for label in (self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(2)
        layout.addWidget(self._heading)
        layout.addWidget(self._text)
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    def tell(
        self,
        heading: str,
        text: str = "",
        ways: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Say why it is empty; `ways` are the buttons: what they say and what they do."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, (words, deed) in enumerate(ways):
            button = QPushButton(words, self)
            button.setProperty("primary", number == 0)
            button.clicked.connect(deed)
            self._buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
            button.show()

    def heading(self) -> str:
        """The words in bold."""
        return self._heading.text()
