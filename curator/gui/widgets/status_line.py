"""The line at the foot of the window: whether all is saved, what was done last, which library."""

from pathlib import Path

from PySide6.QtWidgets import QStatusBar, QWidget

from curator.gui.widgets.plain_label import PlainLabel
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.save_state import SaveState


class StatusLine(QStatusBar):
    """`saved` is the one place that says whether everything is saved."""

    def __init__(self, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = SaveState(self)
        self._said = PlainLabel("", self, name="statusLine", wraps=False)
        self._said.setAccessibleName("What was done")
        name = PlainLabel(library.name, self, name="libraryName", wraps=False)
        name.setToolTip(plain_tip(str(library)))
        self.setSizeGripEnabled(False)
        self.addWidget(self.saved)
        self.addWidget(self._said, stretch=1)
        self.addPermanentWidget(name)

    def say(self, words: str) -> None:
        """Say quietly what was done; empty takes back what was said last."""
        self._said.setText(words)
