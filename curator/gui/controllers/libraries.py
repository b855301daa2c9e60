"""Other libraries: new, open, lately used; and a copy of this one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog, QMenu

from curator.gui.background import Cancelled, Progress
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.messages import Notice
from curator.settings import load_settings
from curator.workspace.safety import BackupReport, backup
from curator.workspace.workspace import Workspace

SUFFIX = ".curator"


class Libraries(QObject):
    """Signals:
    library_requested(Path): the person wants another library in this place.
    """

    library_requested = QtSignal(object)

    def __init__(self, desk: Desk, long_deeds: LongDeeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._long_deeds = long_deeds
        desk.actions.connect(
            {
                "library.new": self.pick_new,
                "library.open": self.pick_existing,
                "file.backup": self.back_up,
            }
        )

    def pick_new(self) -> None:
        """Ask where a new library shall lie."""
        folder = str(self._desk.session.workspace.path.parent)
        picker = self._desk.pick("New library", QFileDialog.FileMode.AnyFile, folder)
        picker.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        picker.setDefaultSuffix(SUFFIX.removeprefix("."))
        picker.setNameFilter(f"Curator libraries (*{SUFFIX})")
        picker.setOption(QFileDialog.Option.DontConfirmOverwrite)
        picker.fileSelected.connect(self._make)
        self._desk.open_dialog(picker)

    def pick_existing(self) -> None:
        """Ask which library to open."""
        folder = str(self._desk.session.workspace.path.parent)
        picker = self._desk.pick("Open library", QFileDialog.FileMode.ExistingFile, folder)
        picker.setNameFilters([f"Curator libraries (*{SUFFIX})", "All files (*)"])
        picker.fileSelected.connect(self._open)
        self._desk.open_dialog(picker)

    def fill_recent(self, menu: QMenu) -> None:
        """Offer the libraries that were open lately, but for this one."""
        menu.clear()
        here = self._desk.session.workspace.path
        for path in map(Path, load_settings()[0].recent_libraries):
            if path != here and path.is_file():
                action = menu.addAction(f"{path.stem}  ({path.parent})".replace("&", "&&"))
                action.triggered.connect(partial(self._open, str(path)))
        if menu.isEmpty():
            menu.addAction("No other library yet").setEnabled(False)

    def back_up(self) -> None:
        """Make a verified copy beside the library."""
        task = partial(_back_up, self._desk.session.workspace)
        self._long_deeds.run("Backing up", task, self._tell)

    def _make(self, name: str) -> None:
        path = Path(name)
        if path.exists():
            self._desk.session.messages.notify(
                Notice(f"“{path.name}” exists already. Open it, or choose another name.")
            )
        else:
            self.library_requested.emit(path)

    def _open(self, name: str, _checked: bool = False) -> None:
        self.library_requested.emit(Path(name))

    def _tell(self, report: object) -> None:
        if isinstance(report, BackupReport):
            size = report.bytes / 1_000_000
            self._desk.session.messages.notify(
                Notice(
                    f"Your edits were saved already; now there is a verified copy too:"
                    f" {Path(report.backup).name}, {size:,.1f} MB.",
                    topic="backup",
                )
            )


def _back_up(workspace: Workspace, _progress: Progress, _cancelled: Cancelled) -> BackupReport:
    return backup(workspace)
