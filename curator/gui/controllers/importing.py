"""Bringing digests in: from files, from a folder, by dropping them, or the samples."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog

from curator.domain.errors import UnknownRecord
from curator.domain.measures import counted
from curator.gui.background import Cancelled, Progress
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.controllers.undoing import Undoing
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.workspace import reading
from curator.workspace.importing import ImportReport, import_paths
from curator.workspace.inbox import SUFFIXES
from curator.workspace.samples import sample_folder
from curator.workspace.workspace import Workspace

PURPOSE = "import"
PATTERNS = " ".join(f"*{suffix}" for suffix in SUFFIXES)


class Importing(QObject):
    """Asks for files, imports them in one step, and says in numbers what came of it.

    Signals:
        digest_arrived(int): an import was of this one digest, which somebody wants to see.
    """

    digest_arrived = QtSignal(int)

    def __init__(
        self, desk: Desk, long_deeds: LongDeeds, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undoing = undoing
        self._long_deeds = long_deeds
        desk.actions.connect(
            {
                "file.import": self.pick_files,
                "file.import_folder": self.pick_folder,
                "library.sample": self.import_samples,
            }
        )

    def pick_files(self) -> None:
        """Ask for files."""
        picker = self._pick("Import digests", QFileDialog.FileMode.ExistingFiles)
        picker.setNameFilters([f"Markdown ({PATTERNS})", "All files (*)"])
        picker.filesSelected.connect(self._import_names)
        self._desk.open_dialog(picker)

    def pick_folder(self) -> None:
        """Ask for a folder."""
        picker = self._pick("Import a folder", QFileDialog.FileMode.Directory)
        picker.filesSelected.connect(self._import_names)
        self._desk.open_dialog(picker)

    def import_samples(self) -> None:
        """Import the digests that come with the program."""
        self.import_paths([sample_folder()])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""
        task = partial(_import, self._desk.session.workspace, tuple(paths))
        self._long_deeds.run("Importing", task, partial(self._tell, tuple(paths)), writes=True)

    def _pick(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        """A dialog that begins where something was imported from last, also before this start."""
        return self._desk.pick(title, mode, self._desk.session.state.folder(PURPOSE))

    def _import_names(self, names: list[str]) -> None:
        for name in names[:1]:
            self._desk.session.state.keep_folder(PURPOSE, str(Path(name).parent))
        self.import_paths([Path(name) for name in names])

    def _tell(self, paths: Sequence[Path], report: object) -> None:
        if not isinstance(report, ImportReport):
            return
        summary = report_words(report)
        if report.conflict or report.broken:
            self._open_report(summary, report)
        if arrived := self._only_digest(paths, report):
            self.digest_arrived.emit(arrived)
        self._undoing.offer(summary, report.changes, "import")

    def _only_digest(self, paths: Sequence[Path], report: ImportReport) -> int:
        """The digest that an import was of; 0 where it was of more, or of none."""
        ids = report.changes.digest_ids
        if len(ids) == 1:
            return next(iter(ids))
        if len(paths) != 1 or report.same != 1 or ids:
            return 0
        workspace = self._desk.session.workspace
        with suppress(UnknownRecord):  # its name is not its key, or the library can't say
            return reading.digest_by_key(workspace, paths[0].stem).id
        return 0

    def _open_report(self, summary: str, report: ImportReport) -> None:
        actions = self._desk.actions
        items = [f"{Path(b.path).name}, line {b.line}: {b.reason}" for b in report.broken]
        titles = reading.targets(self._desk.session.workspace, report.conflict)
        items += [
            f"{titles[key].name if key in titles else key}: changed here and outside"
            for key in report.conflict
        ]
        ways = [("Compare …", actions["file.conflicts"].trigger)] if report.conflict else []
        self._desk.open_dialog(ReportDialog("Import", summary, items, ways, self._desk.window))


def report_words(report: ImportReport) -> str:
    """An import in one sentence: "104 new, 2 not taken; 31 findings"."""
    if report.cancelled:
        return "The import was cancelled; nothing changed."
    counts = (
        (report.new, "new"),
        (report.changed, "changed"),
        (report.same, "the same as before"),
        (len(report.conflict), "in conflict"),
        (len(report.broken), "not taken"),
    )
    parts = [f"{number:,} {words}" for number, words in counts if number]
    noticed = f"; {counted(report.findings, 'finding')}" if report.findings else ""
    return f"Import: {', '.join(parts) or 'no digest found'}{noticed}."


def _import(
    workspace: Workspace, paths: Sequence[Path], progress: Progress, cancelled: Cancelled
) -> ImportReport:
    return import_paths(workspace, paths, progress=progress, cancelled=cancelled)
