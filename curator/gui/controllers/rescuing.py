"""What can be done when a library can't be opened: each way on, before there is any window."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog

from curator.domain.errors import CuratorError
from curator.gui.background import Background, Cancelled, Progress
from curator.gui.dialogs import trouble_dialog
from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.dialogs.trouble_dialog import TroubleDialog
from curator.gui.widgets.file_picker import FilePicker
from curator.logbook import Reports
from curator.workspace import backups, checking
from curator.workspace.backups import RestorePlan
from curator.workspace.exporting import ExportReport
from curator.workspace.writing_out import write_out

LIBRARIES = ["Curator libraries (*.curator)", "All files (*)"]


class Rescuing(QObject):
    """Asks by a dialog, does it in the background, and then has the library tried again.

    Signals:
        library_chosen(Path): this one is to be opened now.
        given_up(): the person wants to end.
    """

    library_chosen = QtSignal(object)
    given_up = QtSignal()

    def __init__(self, error: CuratorError, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._error = error
        self._background = Background(self)
        self._reports = Reports()
        self._copies: RestoreDialog | None = None
        self.outcome: object = None
        """What the last restore or repair reported, for the window that opens afterwards."""
        self._dialog = TroubleDialog(error, library)
        self._dialog.way_chosen.connect(self._go)
        self._dialog.rejected.connect(self.given_up)
        self._dialog.open()

    def show_error(self, error: CuratorError, library: Path) -> None:
        """Tell that `library` can't be opened either."""
        self._library, self._error = library, error
        self._dialog.show_error(error, library)

    def end(self) -> None:
        """A library is open."""
        self._background.stop()
        self._dialog.accept()
        self._dialog.deleteLater()

    def _go(self, way: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            trouble_dialog.AGAIN: partial(self.library_chosen.emit, self._library),
            trouble_dialog.ANOTHER: self._pick_library,
            trouble_dialog.BACKUP: self._choose_copy,
            trouble_dialog.REPAIR: self._repair,
            trouble_dialog.EXPORT: self._pick_folder,
        }
        ways[way]()

    # --- another library ----------------------------------------------------------------------

    def _pick_library(self) -> None:
        picker = self._picker("Open library", QFileDialog.FileMode.ExistingFile)
        picker.setNameFilters(LIBRARIES)
        picker.fileSelected.connect(self._choose)
        picker.open()

    def _choose(self, name: str) -> None:
        self.library_chosen.emit(Path(name))

    # --- a backup -----------------------------------------------------------------------------

    def _choose_copy(self) -> None:
        self._run("Looking for backups …", partial(backups.copies, self._library), self._list)

    def _list(self, copies: object) -> None:
        self._dialog.show_error(self._error, self._library)
        if not isinstance(copies, list):
            return
        now = datetime.now().astimezone()
        newest = max((copy.writes for copy in copies), default=0)
        self._copies = RestoreDialog(copies, newest, now, self._dialog)
        self._copies.plan_requested.connect(self._plan)
        self._copies.file_requested.connect(self._pick_copy)
        self._copies.restore_chosen.connect(self._restore)
        self._copies.finished.connect(self._copies.deleteLater)
        self._copies.finished.connect(self._forget_copies)
        self._copies.open()
        self._copies.begin()

    def _forget_copies(self) -> None:
        self._copies = None

    def _plan(self, copy: Path) -> None:
        job = self._background.run(_task(partial(backups.restore_plan, self._library, copy)))
        job.succeeded.connect(self._show_plan)
        job.failed.connect(self._show_refusal)
        job.crashed.connect(self._tell_failure)

    def _show_plan(self, plan: object) -> None:
        if self._copies is not None and isinstance(plan, RestorePlan):
            self._copies.show_plan(plan)

    def _show_refusal(self, error: object) -> None:
        if self._copies is not None:
            self._copies.show_refusal(str(error))

    def _pick_copy(self) -> None:
        picker = self._picker("Choose a copy", QFileDialog.FileMode.ExistingFile)
        picker.setNameFilters(LIBRARIES)
        picker.fileSelected.connect(self._add_copy)
        picker.open()

    def _add_copy(self, name: str) -> None:
        if self._copies is not None:
            self._copies.add_file(Path(name))

    def _restore(self, copy: Path) -> None:
        deed = partial(backups.restore, self._library, copy)
        self._run("Bringing back the copy …", deed, self._open_again)

    def _open_again(self, report: object) -> None:
        self.outcome = report
        self.library_chosen.emit(self._library)

    # --- repair and export ----------------------------------------------------------------------

    def _repair(self) -> None:
        self._run("Repairing …", partial(checking.repair, self._library), self._open_again)

    def _pick_folder(self) -> None:
        picker = self._picker("Write the digests into", QFileDialog.FileMode.Directory)
        picker.fileSelected.connect(self._export)
        picker.open()

    def _export(self, folder: str) -> None:
        deed = partial(write_out, self._library, Path(folder))
        self._run("Writing …", deed, self._tell_export)

    def _tell_export(self, report: object) -> None:
        if isinstance(report, ExportReport):
            told = f"{report.written:,} digests were written; {report.same:,} were there already."
            self._dialog.tell(told)

    # --- running ------------------------------------------------------------------------------

    def _run(self, words: str, deed: Callable[[], object], done: Callable[[object], None]) -> None:
        self._dialog.wait(working=True)
        self._dialog.tell(words)
        job = self._background.run(_task(deed), serial=True)
        job.ended.connect(partial(self._dialog.wait, working=False))
        job.succeeded.connect(done)
        job.failed.connect(self._tell_failure)
        job.crashed.connect(self._tell_failure)

    def _tell_failure(self, error: object) -> None:
        self._dialog.tell(f"That did not work: {error}")
        if isinstance(error, Exception):
            self._reports.take(error)

    def _picker(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        picker = FilePicker(title, mode, str(self._library.parent), self._dialog)
        picker.finished.connect(picker.deleteLater)
        return picker


def _task(deed: Callable[[], object]) -> Callable[[Progress, Cancelled], object]:
    def run(_progress: Progress, _cancelled: Cancelled) -> object:
        return deed()

    return run
