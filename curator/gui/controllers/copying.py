"""All of the library as another file: for safety, and to rescue what can't be written any more."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog

from curator.gui.access import DISPLACED
from curator.gui.background import Cancelled, Progress
from curator.gui.controllers.closed_deed import ClosedDeed
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.libraries import SUFFIX
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.messages import Notice
from curator.workspace.whereabouts import save_copy
from curator.workspace.workspace import Deed, Workspace


class Copying(QObject):
    """Signals:
    library_requested(Path): the copy shall be opened in the place of this library.
    closed_deed_requested(ClosedDeed): the same, where the copy lies at the very path that this
        library had.
    """

    library_requested = QtSignal(object)
    closed_deed_requested = QtSignal(object)

    def __init__(self, desk: Desk, long_deeds: LongDeeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._long_deeds = long_deeds
        desk.actions.connect({"file.save_copy": self.pick})

    def pick(self) -> None:
        """Ask where the copy shall lie."""
        path = self._desk.session.workspace.path
        folder = str(path.parent) if path.parent.is_dir() else QDir.homePath()
        picker = self._desk.pick("Save a copy as", QFileDialog.FileMode.AnyFile, folder)
        picker.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        picker.setDefaultSuffix(SUFFIX.removeprefix("."))
        picker.setNameFilter(f"Curator libraries (*{SUFFIX})")
        picker.setOption(QFileDialog.Option.DontConfirmOverwrite)
        picker.selectFile(f"{path.stem} copy{SUFFIX}")
        picker.fileSelected.connect(self.save)
        self._desk.open_dialog(picker)

    def save(self, name: str) -> None:
        """Write the copy; where the library itself was displaced, the copy takes its place."""
        session, target = self._desk.session, Path(name)
        if target.exists():
            words = f"“{target.name}” exists already. Choose another name."
            session.messages.notify(Notice(words, topic="copy"))
            return
        opens = session.access.kind == DISPLACED
        typed = self._being_typed() if opens else ()
        task = partial(_save, session.workspace, target, typed)
        self._long_deeds.run("Saving a copy", task, partial(self._tell, opens))

    def _being_typed(self) -> tuple[Deed, ...]:
        """What stands in open editors, as the deeds that could not be done here."""
        self._desk.session.access.take_held()
        self._desk.digest_page.commit()
        return self._desk.session.access.take_held()

    def _tell(self, opens: bool, copy: object) -> None:
        if not isinstance(copy, Path):
            return
        if opens and copy == self._desk.session.workspace.path:
            self.closed_deed_requested.emit(ClosedDeed("Opening the copy", _nothing))
            return
        if opens:
            self.library_requested.emit(copy)
            return
        words = f"All of it is in {copy.name} now, verified. This window still shows the original."
        open_it = partial(self.library_requested.emit, copy)
        notice = Notice(words, verb="Open it", act=open_it, topic="copy", lasting=True)
        self._desk.session.messages.notify(notice)


def _nothing() -> None:
    """The copy is there already, and only waits for this library to be closed."""


def _save(
    workspace: Workspace,
    target: Path,
    typed: tuple[Deed, ...],
    _progress: Progress,
    _cancelled: Cancelled,
) -> Path:
    path = save_copy(workspace, target)
    if typed:
        copy = Workspace.open(path, create=False, actor=workspace.actor)
        try:
            for deed in typed:
                copy.do(deed)
        finally:
            copy.close()
    return path
