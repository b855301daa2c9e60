"""Bringing back an earlier copy of the library: choosing it, and saying what came of it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog

from curator.domain.errors import CuratorError
from curator.gui.background import Cancelled, Latest, Progress
from curator.gui.controllers.closed_deed import ClosedDeed
from curator.gui.controllers.desk import Desk
from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.messages import Notice
from curator.workspace import backups
from curator.workspace.backups import Copy, RestorePlan, RestoreReport
from curator.workspace.workspace import Workspace


class _Shelf(NamedTuple):
    copies: Sequence[Copy]
    writes: int


class BringingBack(QObject):
    """Signals:
    closed_deed_requested(ClosedDeed): the copy is put in its place while the library is closed.
    """

    closed_deed_requested = QtSignal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dialog: RestoreDialog | None = None
        self._copies = Latest(desk.session.background, self)
        self._copies.answered.connect(self._open)
        self._copies.failed.connect(desk.session.messages.tell_exception)
        self._plans = Latest(desk.session.background, self)
        self._plans.answered.connect(self._show_plan)
        self._plans.failed.connect(self._show_refusal)
        desk.actions.connect({"file.bring_back": self.ask})

    def ask(self) -> None:
        """Look which copies there are, then let one be chosen."""
        self._desk.digest_page.commit()
        self._copies.ask(partial(_shelf, self._desk.session.workspace))

    def bring_back(self, copy: Path) -> None:
        """Put `copy` in the place of the library."""
        library = self._desk.session.workspace.path
        deed = partial(backups.restore, library, copy)
        self.closed_deed_requested.emit(ClosedDeed("Bringing back the copy", deed))

    def tell(self, report: RestoreReport) -> None:
        """Say what was brought back and where the former library lies, with a way back."""
        words = f"{Path(report.backup).name} is in place."
        notice = Notice(words, lasting=True, topic="restore")
        if report.previous:
            notice = Notice(
                f"{words} What was there before lies in {report.previous}",
                verb="Undo",
                act=partial(self.bring_back, Path(report.previous)),
                lasting=True,
                topic="restore",
            )
        self._desk.session.messages.notify(notice)

    def _open(self, shelf: object) -> None:
        if not isinstance(shelf, _Shelf) or self._dialog is not None:
            return
        now = datetime.now().astimezone()
        dialog = RestoreDialog(shelf.copies, shelf.writes, now, self._desk.window)
        dialog.plan_requested.connect(self._plan)
        dialog.file_requested.connect(self._pick)
        dialog.restore_chosen.connect(self.bring_back)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        self._desk.open_dialog(dialog)
        dialog.begin()

    def _plan(self, copy: Path) -> None:
        self._plans.ask(partial(_plan, self._desk.session.workspace.path, copy))

    def _pick(self) -> None:
        folder = str(self._desk.session.workspace.path.parent)
        picker = self._desk.pick("Choose a copy", QFileDialog.FileMode.ExistingFile, folder)
        picker.setNameFilters(["Curator libraries (*.curator)", "All files (*)"])
        picker.fileSelected.connect(self._add)
        self._desk.open_dialog(picker)

    def _add(self, name: str) -> None:
        if self._dialog is not None:
            self._dialog.add_file(Path(name))

    def _show_plan(self, plan: object) -> None:
        if self._dialog is not None and isinstance(plan, RestorePlan):
            self._dialog.show_plan(plan)

    def _show_refusal(self, error: object) -> None:
        if self._dialog is not None and isinstance(error, CuratorError):
            self._dialog.show_refusal(f"{error.message} {error.hint}".strip())
        elif isinstance(error, BaseException):
            self._desk.session.messages.tell_exception(error)

    def _forget(self) -> None:
        self._dialog = None
        self._plans.forget()


def _shelf(workspace: Workspace, _progress: Progress, _cancelled: Cancelled) -> _Shelf:
    copy, since = backups.steps_since(workspace)
    return _Shelf(backups.copies(workspace.path), (copy.writes if copy else 0) + since)


def _plan(library: Path, copy: Path, _progress: Progress, _cancelled: Cancelled) -> RestorePlan:
    return backups.restore_plan(library, copy)
