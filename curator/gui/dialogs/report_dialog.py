"""Says what a long deed did, item by item, in a list that can be copied as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from curator.domain.text import visible
from curator.gui.widgets.plain_label import PlainLabel


class ReportDialog(QDialog):
    """A sentence with the numbers, the items below it, and buttons for what can be done next.

    `ways` are such buttons: what they say and what they do; each closes the report first,
    and Enter takes the first. `at_end`: what matters stands last, so it is what is seen first.
    """

    def __init__(
        self,
        title: str,
        summary: str,
        items: Sequence[str],
        ways: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
        *,
        at_end: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setWindowTitle(title)
        self.resize(620, 380)
        self._ways: dict[str, Callable[[], object]] = dict(ways)
        words = PlainLabel(summary, self)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._items = QPlainTextEdit(visible("\n".join(items)), self, readOnly=True)
        self._items.setObjectName("reportItems")
        self._items.setAccessibleName("Items of the report")
        if at_end:
            self._items.moveCursor(QTextCursor.MoveOperation.End)
        self._summary = summary
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(words)
        layout.addWidget(self._items, stretch=1)
        layout.addLayout(self._buttons())

    def text(self) -> str:
        """All of the report."""
        return f"{self._summary}\n{self._items.toPlainText()}".strip()

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        copy = QPushButton("Copy", self)
        copy.clicked.connect(self._copy)
        line.addWidget(copy)
        line.addStretch()
        for number, words in enumerate(self._ways):
            button = QPushButton(words, self, default=number == 0)
            button.clicked.connect(self._take_way)
            line.addWidget(button)
        close = QPushButton("Close", self, default=not self._ways)
        close.clicked.connect(self.accept)
        line.addWidget(close)
        return line

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _take_way(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.accept()
            self._ways[button.text()]()
