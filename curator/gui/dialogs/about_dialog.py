"""What this program is, which version, and where its things lie."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from curator.gui.widgets.plain_label import PlainLabel


def program_version() -> str:
    """The installed version; "from source" in a checkout that was never installed."""
    try:
        return version("signal-curator")
    except PackageNotFoundError:
        return "from source"


class AboutDialog(QDialog):
    """`places` names folders and files, with where they are."""

    def __init__(self, places: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle("About Curator")
        self.setMinimumWidth(480)
        self._facts = {"Version": program_version(), **places}
        title = QLabel("Curator", self)
        title.setProperty("tone", "title")
        words = QLabel(
            "Collect digests, judge their signals, publish Markdown. Everything stays on this"
            " machine: Curator uses the network only when you open a link.\n\nFree software under"
            " the MIT licence.",
            self,
            wordWrap=True,
        )
        facts = QFormLayout(horizontalSpacing=16, verticalSpacing=6)
        facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, value in self._facts.items():
            shown = PlainLabel(value, self)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label = QLabel(name, self)
            label.setProperty("tone", "quiet")
            facts.addRow(label, shown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = QPushButton("Copy", self)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.addLayout(facts)
        layout.addWidget(buttons)

    def text(self) -> str:
        """The facts, for a report."""
        return "\n".join(f"{name}: {value}" for name, value in self._facts.items())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
