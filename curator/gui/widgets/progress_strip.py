"""A line at the foot of the window while something long runs: what, how far, and Cancel."""

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from curator.domain.pace import Pace
from curator.gui.widgets.plain_label import PlainLabel
from curator.gui.widgets.plain_tip import plain_tip


class ProgressStrip(QWidget):
    """Emits `cancel_requested` when the person has enough."""

    cancel_requested = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressStrip")
        self._title = ""
        self._pace = Pace()
        self._words = PlainLabel("", self, wraps=False)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setAccessibleName("Progress")
        self._cancel = QPushButton("Cancel", self)
        self._cancel.setObjectName("cancelJob")
        self._cancel.clicked.connect(self._ask)
        layout = QHBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, stretch=1)
        layout.addWidget(self._cancel)
        self.hide()

    def begin(self, title: str) -> None:
        """Show that `title` runs."""
        self._title = title
        self._pace = Pace()
        self._words.setText(f"{title} …")
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def tell(self, done: int, total: int, what: str) -> None:
        """Say how far it is, how fast, and for how long; a total of 0 means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if self._cancel.isEnabled():  # else it is stopping
            self._words.setText(f"{self._title} … {self._pace.words(done, total)}".rstrip())
        self._words.setToolTip(plain_tip(what))

    def _ask(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(f"{self._title}: stopping …")
        self.cancel_requested.emit()
