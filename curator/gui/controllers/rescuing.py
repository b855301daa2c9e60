"""What can be done when a library can't be opened: each way on, before there is any window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog

from curator.domain.errors import CuratorError
from curator.domain.measures import counted
from curator.gui.background import Background, task_of
from curator.gui.controllers.copy_choice import CopyChoice
from curator.gui.dialogs import trouble_dialog
from curator.gui.dialogs.trouble_dialog import TroubleDialog
from curator.gui.widgets.file_picker import FilePicker
from curator.logbook import Reports
from curator.workspace import backups, checking
from curator.workspace.exporting import ExportReport
from curator.workspace.writing_out import write_out


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
        self._choice = CopyChoice(self._background, self)
        self._choice.chosen.connect(self._restore)
        self._choice.failed.connect(self._tell_failure)
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
        picker.list_libraries()
        picker.fileSelected.connect(self._choose)
        picker.open()

    def _choose(self, name: str) -> None:
        self.library_chosen.emit(Path(name))

    # --- a backup -----------------------------------------------------------------------------

    def _choose_copy(self) -> None:
        self._run("Looking for backups …", partial(backups.copies, self._library), self._list)

    def _list(self, copies: object) -> None:
        self._dialog.show_error(self._error, self._library)
        if isinstance(copies, list):
            newest = max((copy.writes for copy in copies), default=0)
            self._choice.open(self._library, copies, newest, self._dialog)

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
        self._run("Writing …", deed, partial(self._tell_export, folder))

    def _tell_export(self, folder: str, report: object) -> None:
        if isinstance(report, ExportReport):
            verb = "was" if report.written == 1 else "were"
            told = f"{counted(report.written, 'digest')} {verb} written to {folder}"
            same = f"; {report.same:,} there already" if report.same else ""
            self._dialog.tell(f"{told}{same}.")

    # --- running ------------------------------------------------------------------------------

    def _run(self, words: str, deed: Callable[[], object], done: Callable[[object], None]) -> None:
        self._dialog.wait(working=True)
        self._dialog.tell(words)
        job = self._background.run(task_of(deed), serial=True)
        job.ended.connect(partial(self._dialog.wait, working=False))
        job.succeeded.connect(done)
        job.failed.connect(self._tell_failure)
        job.crashed.connect(self._tell_failure)

    def _tell_failure(self, error: object) -> None:
        self._dialog.tell(f"That did not work: {error}")
        if isinstance(error, Exception):
            self._reports.take(error)

    def _picker(self, title: str, mode: QFileDialog.FileMode) -> FilePicker:
        picker = FilePicker(title, mode, str(self._library.parent), self._dialog)
        picker.finished.connect(picker.deleteLater)
        return picker
