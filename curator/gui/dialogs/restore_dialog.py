"""Brings back an earlier copy: which there are, and what would be put aside for each."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from curator.domain.backup_copy import AUTO, BULK, IMPORT, MIGRATION, REPAIR, RESTORE
from curator.domain.measures import counted, moment_words, size_words
from curator.domain.text import visible
from curator.gui.widgets.entry_list import Entry, EntryList
from curator.gui.widgets.plain_label import PlainLabel
from curator.workspace.backups import Copy, RestorePlan

LOOKING = "Comparing it with the library …"
REASONS = {
    "": "made by hand",
    AUTO: "made by itself",
    IMPORT: "before an import",
    BULK: "before a change of many digests",
    MIGRATION: "before an upgrade",
    RESTORE: "before another copy was brought back",
    REPAIR: "before a repair",
}
"""Why a copy was made, in words."""


class RestoreDialog(QDialog):
    """Lists copies, newest first; the plan for the chosen one comes from whoever opened it.

    Signals:
        plan_requested(Path): a copy was chosen, and what it would put aside is to be shown.
        file_requested(): the copy lies elsewhere.
        restore_chosen(Path): this copy shall take the place of the library.
    """

    plan_requested = QtSignal(object)
    file_requested = QtSignal()
    restore_chosen = QtSignal(object)

    def __init__(
        self, copies: Sequence[Copy], writes: int, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("restoreDialog")
        self.setWindowTitle("Bring back a backup")
        self.resize(820, 520)
        self._now = now
        self._writes = writes
        self._copies: list[Path] = []
        self._list = EntryList("restoreCopies", "Backups, newest first", self)
        self._plan_words = PlainLabel("", self, name="restorePlan", breaks=True)
        self._steps = QPlainTextEdit(self, readOnly=True)
        self._steps.setObjectName("restoreSteps")
        self._steps.document().setDocumentMargin(12)
        self._steps.setAccessibleName("Steps that are put aside, newest first")
        self._go = QPushButton("Bring it back", self, autoDefault=False)
        self._go.setEnabled(False)
        self._go.setObjectName("restoreGo")
        self._go.setProperty("primary", "true")
        self._go.clicked.connect(self._bring_back)
        self._lay_out()
        self._fill(copies)
        self._list.currentRowChanged.connect(self._choose)
        if not copies:
            self._plan_words.setText("There are no backups beside this library. Choose a file.")

    def begin(self) -> None:
        """Choose the newest copy."""
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def add_file(self, path: Path) -> None:
        """Offer a copy from elsewhere, and choose it."""
        entries = self._list.entries()
        self._copies.append(path)
        found = Entry(len(self._copies), path.name, "chosen by you", str(path.parent))
        self._list.show_entries([found, *entries])
        self._list.setCurrentRow(0)

    def chosen(self) -> Path | None:
        """The copy that is chosen."""
        number = self._list.current_id()
        return self._copies[number - 1] if number else None

    def show_plan(self, plan: RestorePlan) -> None:
        """Say what the chosen copy would put aside."""
        if plan.copy.path != self.chosen():
            return
        self._plan_words.setText(plan.words)
        self._steps.setPlainText(visible("\n".join(plan.labels)))
        when = moment_words(plan.copy.at, self._now)
        aside = f"; {counted(plan.lost, 'step')} put aside" if plan.lost else ""
        self._go.setText(f"Bring back the copy of {when.removeprefix('today at ')}{aside}")
        self._go.setEnabled(True)

    def show_refusal(self, words: str) -> None:
        """Say why the chosen copy can't be brought back."""
        self._plan_words.setText(words)
        self._steps.clear()

    def _fill(self, copies: Sequence[Copy]) -> None:
        self._copies = [copy.path for copy in copies]
        self._list.show_entries(
            [self._entry(number, copy) for number, copy in enumerate(copies, start=1)]
        )

    def _entry(self, number: int, copy: Copy) -> Entry:
        when = moment_words(copy.at, self._now)
        behind = max(self._writes - copy.writes, 0)
        steps = f"{counted(behind, 'step')} behind" if behind else "as the library is now"
        quiet = f"{REASONS.get(copy.reason, copy.reason)} · {size_words(copy.bytes)}"
        return Entry(number, when[:1].upper() + when[1:], quiet, steps)

    def _lay_out(self) -> None:
        words = QLabel(
            "The library as it is now is moved aside with all its steps; nothing is deleted.",
            self,
            wordWrap=True,
        )
        heading = QLabel("What would be put aside", self)
        heading.setProperty("tone", "heading")
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (heading, self._plan_words):
            right.addWidget(part)
        right.addWidget(self._steps, stretch=1)
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addWidget(self._list, stretch=2)
        sides.addLayout(right, stretch=3)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(words)
        layout.addLayout(sides, stretch=1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        pick = QPushButton("Choose a file …", self, autoDefault=False)
        pick.setObjectName("restoreFile")
        pick.clicked.connect(self.file_requested)
        cancel = QPushButton("Cancel", self, autoDefault=False)
        cancel.clicked.connect(self.reject)
        line.addWidget(pick)
        line.addStretch()
        line.addWidget(self._go)
        line.addWidget(cancel)
        return line

    def _choose(self, _row: int) -> None:
        self._go.setEnabled(False)
        self._go.setText("Bring it back")
        self._steps.clear()
        if path := self.chosen():
            self._plan_words.setText(LOOKING)
            self.plan_requested.emit(path)

    def _bring_back(self) -> None:
        if path := self.chosen():
            self.accept()
            self.restore_chosen.emit(path)
