"""A library that can't be opened at all: what happened, why, and every way on from there."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from curator.domain.errors import Busy, CuratorError, Damaged, Displaced, NotALibrary, TooNew
from curator.gui.widgets.plain_label import PlainLabel

AGAIN, BACKUP, REPAIR, EXPORT, ANOTHER = "again", "backup", "repair", "export", "another"
"""What a person can choose to do; each is also the end of the object name of its button."""

_WORDS = {
    AGAIN: "Try again",
    BACKUP: "Bring back a backup …",
    REPAIR: "Repair the library",
    EXPORT: "Write out as Markdown …",
    ANOTHER: "Choose another library …",
}
_WAYS: tuple[tuple[type[CuratorError], tuple[str, ...]], ...] = (
    (Damaged, (BACKUP, REPAIR, EXPORT, ANOTHER)),
    (NotALibrary, (ANOTHER, BACKUP)),
    (TooNew, (EXPORT, BACKUP, ANOTHER)),
    (Busy, (AGAIN, ANOTHER)),
    (Displaced, (AGAIN, ANOTHER)),
)


class TroubleDialog(QDialog):
    """Stays open until a library is open or the person gives up.

    Signals:
        way_chosen(str): one of AGAIN, BACKUP, REPAIR, EXPORT and ANOTHER.
    """

    way_chosen = QtSignal(str)

    def __init__(self, error: CuratorError, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("troubleDialog")
        self.setWindowTitle("Curator can’t open the library")
        self.setMinimumWidth(520)
        self._title = PlainLabel("", self, name="troubleTitle", tone="title")
        self._words = PlainLabel("", self, name="troubleWords")
        for label in (self._title, self._words):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = {way: self._button(way) for way in _WORDS}
        self._quit = QPushButton("Quit", self)
        self._quit.setObjectName("troubleQuit")
        self._quit.clicked.connect(self.reject)
        self._lay_out()
        self.show_error(error, library)

    def show_error(self, error: CuratorError, library: Path) -> None:
        """Tell another error in the place of the one before, with the ways on from it."""
        self._title.setText(error.message)
        self.tell(f"{error.hint}\n\nNothing was changed. The library: {library}".strip())
        ways = ways_for(error)
        for way, button in self._buttons.items():
            button.setVisible(way in ways)
            button.setDefault(way == ways[0])
        self._buttons[ways[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """Say what is being done, or came of it."""
        self._words.setText(words)
        self.adjustSize()

    def wait(self, *, working: bool) -> None:
        """Take no choice while something runs."""
        for button in (*self._buttons.values(), self._quit):
            button.setEnabled(not working)

    def reject(self) -> None:
        """Quit; Esc waits for what runs."""
        if self._quit.isEnabled():
            super().reject()

    def _button(self, way: str) -> QPushButton:
        button = QPushButton(_WORDS[way], self)
        button.setObjectName(f"trouble_{way}")
        button.clicked.connect(self._choose)
        return button

    def _choose(self) -> None:
        self.way_chosen.emit(self.sender().objectName().removeprefix("trouble_"))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addStretch()
        for button in self._buttons.values():
            layout.addWidget(button)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._quit)
        layout.addLayout(foot)


def ways_for(error: CuratorError) -> tuple[str, ...]:
    """What can help, the likeliest first."""
    for kind, ways in _WAYS:
        if isinstance(error, kind):
            return ways
    return AGAIN, ANOTHER, BACKUP
