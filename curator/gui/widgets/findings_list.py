"""What the reader noticed in a digest, by line; opening one jumps to the field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from curator.domain.finding import Finding
from curator.gui.widgets.entry_list import Entry, EntryList


class FindingsList(QWidget):
    """One entry per finding; Enter or a double click emits `finding_opened`."""

    finding_opened = QtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = EntryList("findingsList", "Findings, by line", self)
        self._findings: Sequence[Finding] = ()
        self._hint = QLabel(self, wordWrap=True)
        self._hint.setProperty("tone", "quiet")
        self._hint.setMargin(12)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._hint)
        layout.addWidget(self.list, stretch=1)
        self.list.opened.connect(self._open)
        self.list.itemClicked.connect(self._open_current)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was noticed, in the order of lines."""
        self._findings = findings
        self.list.show_entries(
            [
                Entry(number, finding.message, f"Line {finding.line:,}")
                for number, finding in enumerate(findings, start=1)
            ]
        )
        self._hint.setText(
            "Choose one to go to its field." if findings else "Nothing to mend in this digest."
        )

    def _open_current(self) -> None:
        self._open(self.list.current_id())

    def _open(self, number: int) -> None:
        if 1 <= number <= len(self._findings):
            self.finding_opened.emit(self._findings[number - 1])
