"""The one window for bugs: what happened, that nothing is lost, and a report to copy."""

import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from curator.gui.dialogs.about_dialog import program_version
from curator.gui.messages import Crash
from curator.gui.widgets.plain_label import PlainLabel
from curator.logbook import log_path


class CrashDialog(QDialog):
    """Further bugs are added to the report of the window that is open already."""

    def __init__(self, crash: Crash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle("A mistake of the program")
        self.resize(680, 440)
        words = PlainLabel(
            "Curator made a mistake. Your library is safe: each edit is either in it as a whole"
            " or not at all. You can go on; if things look odd, close the window and open it"
            " again. The report below helps to mend the mistake; it holds none of your texts, and"
            f" also lies in the log: {log_path()}",
            self,
        )
        self._report = QPlainTextEdit(self, readOnly=True)
        self._report.setObjectName("crashReport")
        self._report.setAccessibleName("Report")
        self._crashes: dict[str, Crash] = {}
        self.add(crash)
        copy = QPushButton("Copy the report", self, default=True)
        copy.clicked.connect(self._copy)
        close = QPushButton("Go on", self)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(words)
        layout.addWidget(self._report, stretch=1)
        layout.addLayout(buttons)

    def add(self, crash: Crash) -> None:
        """Put another bug below the ones before, or count it where it is one of them."""
        self._crashes[crash.place or f"{crash.summary}\n{crash.trace}"] = crash
        parts = [_surroundings(), *map(_words, self._crashes.values())]
        self._report.setPlainText("\n\n".join(parts))

    def report(self) -> str:
        """What the copy button copies."""
        return self._report.toPlainText()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())


def _words(crash: Crash) -> str:
    count = f" ({crash.times} times)" if crash.times > 1 else ""
    return f"{crash.summary}{count}\n{crash.trace}"


def _surroundings() -> str:
    return (
        f"Curator {program_version()}, Python {platform.python_version()}, Qt {qVersion()},"
        f" {platform.platform()}"
    )
