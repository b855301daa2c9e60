"""Choosing an earlier copy of a library: which there are, and what each would put aside."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog, QWidget

from curator.domain.errors import CuratorError
from curator.gui.background import Background, Latest, task_of
from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.widgets.file_picker import FilePicker
from curator.workspace import backups
from curator.workspace.backups import Copy, RestorePlan


class CopyChoice(QObject):
    """The same whether the library is open in a window or can't be opened at all.

    Signals:
        chosen(Path): this copy shall take the place of the library.
        failed(BaseException): a mistake of the program; known errors stand in the dialog.
    """

    chosen = QtSignal(object)
    failed = QtSignal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = Path()
        self._dialog: RestoreDialog | None = None
        self._plans = Latest(background, self)
        self._plans.answered.connect(self._show_plan)
        self._plans.failed.connect(self._show_refusal)

    def open(self, library: Path, copies: Sequence[Copy], writes: int, window: QWidget) -> None:
        """Offer the copies of a library that made so many `writes`, over `window`."""
        if self._dialog is not None:
            return
        self._library = library
        dialog = RestoreDialog(copies, writes, datetime.now().astimezone(), window)
        dialog.plan_requested.connect(self._plan)
        dialog.file_requested.connect(self._pick)
        dialog.restore_chosen.connect(self.chosen)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()
        dialog.begin()

    def _plan(self, copy: Path) -> None:
        self._plans.ask(task_of(partial(backups.restore_plan, self._library, copy)))

    def _show_plan(self, plan: object) -> None:
        if self._dialog is not None and isinstance(plan, RestorePlan):
            self._dialog.show_plan(plan)

    def _show_refusal(self, error: object) -> None:
        if self._dialog is not None and isinstance(error, CuratorError):
            self._dialog.show_refusal(str(error))
        else:
            self.failed.emit(error)

    def _pick(self) -> None:
        folder = str(self._library.parent)
        mode = QFileDialog.FileMode.ExistingFile
        picker = FilePicker("Choose a copy", mode, folder, self._dialog)
        picker.list_libraries()
        picker.fileSelected.connect(self._add)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _add(self, name: str) -> None:
        if self._dialog is not None:
            self._dialog.add_file(Path(name))

    def _forget(self) -> None:
        self._dialog = None
        self._plans.forget()
