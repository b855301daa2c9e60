"""All of the library as another file: for safety, and to rescue what can't be written any more."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog

from curator.gui.access import DISPLACED
from curator.gui.background import task_of
from curator.gui.controllers.closed_deed import ClosedDeed
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.messages import Notice
from curator.gui.widgets.file_picker import LIBRARY_SUFFIX
from curator.workspace.whereabouts import save_copy
from curator.workspace.workspace import Deed, Workspace

ARRIVAL = "arrival"
"""Under which the window on a copy finds what to say of it."""


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
        self._tell_arrival()

    def pick(self) -> None:
        """Ask where the copy shall lie."""
        path = self._desk.session.workspace.path
        folder = str(path.parent) if path.parent.is_dir() else QDir.homePath()
        picker = self._desk.pick("Save a copy as", QFileDialog.FileMode.AnyFile, folder)
        picker.name_new_library()
        picker.selectFile(f"{path.stem} copy{LIBRARY_SUFFIX}")
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
        task = task_of(partial(_save, session.workspace, target, typed))
        told = partial(self._go_there, bool(typed)) if opens else self._tell
        self._long_deeds.run("Saving a copy", task, told)

    def _being_typed(self) -> tuple[Deed, ...]:
        """What stands in open editors, as the deeds that could not be done here."""
        self._desk.session.access.take_held()
        self._desk.commit()
        return self._desk.session.access.take_held()

    def _go_there(self, has_typed: bool, copy: object) -> None:
        if not isinstance(copy, Path):
            return
        words = f"You now work in {copy.name}, a verified copy."
        if has_typed:
            words += " The text that you were typing is in it."
        self._desk.session.state.keep_last(copy, ARRIVAL, words)
        if copy == self._desk.session.workspace.path:
            self.closed_deed_requested.emit(ClosedDeed("Opening the copy", _nothing))
        else:
            self.library_requested.emit(copy)

    def _tell_arrival(self) -> None:
        """Say in the window on the copy that it is one: nobody asked for another window."""
        state, path = self._desk.session.state, self._desk.session.workspace.path
        if words := state.last(path, ARRIVAL):
            state.keep_last(path, ARRIVAL, "")
            self._desk.session.messages.notify(Notice(words, topic="copy", lasting=True))

    def _tell(self, copy: object) -> None:
        if not isinstance(copy, Path):
            return
        words = f"All of it is in {copy.name} now, verified. This window still shows the original."
        open_it = partial(self.library_requested.emit, copy)
        notice = Notice(words, verb="Open it", act=open_it, topic="copy", lasting=True)
        self._desk.session.messages.notify(notice)


def _nothing() -> None:
    """The copy is there already, and only waits for this library to be closed."""


def _save(workspace: Workspace, target: Path, typed: tuple[Deed, ...]) -> Path:
    path = save_copy(workspace, target)
    if typed:
        copy = Workspace.open(path, create=False, actor=workspace.actor)
        try:
            for deed in typed:
                copy.do(deed)
        finally:
            copy.close()
    return path
