"""Other libraries: new, open, lately used."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFileDialog

from curator.domain.place import Place
from curator.gui.controllers.desk import Desk
from curator.gui.dialogs.place_dialog import PlaceDialog
from curator.gui.messages import Notice
from curator.settings import load_settings
from curator.workspace.whereabouts import place_at

PLACE = "place"
"""Under which the window remembers what a person was told of the place of a library."""


class Libraries(QObject):
    """Signals:
    library_requested(Path): the person wants another library in this place.
    """

    library_requested = QtSignal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.actions.connect(
            {
                "library.new": self.pick_new,
                "library.open": self.pick_existing,
            }
        )
        desk.menus.recent.aboutToShow.connect(self._fill_recent)
        self._warn()

    def pick_new(self) -> None:
        """Ask where a new library shall lie."""
        folder = str(self._desk.session.workspace.path.parent)
        picker = self._desk.pick("New library", QFileDialog.FileMode.AnyFile, folder)
        picker.name_new_library()
        picker.fileSelected.connect(self._make)
        self._desk.open_dialog(picker)

    def pick_existing(self) -> None:
        """Ask which library to open."""
        folder = str(self._desk.session.workspace.path.parent)
        picker = self._desk.pick("Open library", QFileDialog.FileMode.ExistingFile, folder)
        picker.list_libraries()
        picker.fileSelected.connect(self._open_picked)
        self._desk.open_dialog(picker)

    def _fill_recent(self) -> None:
        """Offer the libraries that were open lately, but for this one."""
        menu = self._desk.menus.recent
        menu.clear()
        here = self._desk.session.workspace.path
        for path in map(Path, load_settings()[0].recent_libraries):
            if path != here and path.is_file():
                action = menu.addAction(f"{path.stem}  ({path.parent})".replace("&", "&&"))
                action.triggered.connect(partial(self._open, str(path)))
        if menu.isEmpty():
            menu.addAction("No other library yet").setEnabled(False)

    def _make(self, name: str) -> None:
        path = Path(name)
        if path.exists():
            self._desk.session.messages.notify(
                Notice(f"“{path.name}” exists already. Open it, or choose another name.")
            )
        else:
            self._request(path, self.pick_new)

    def _open_picked(self, name: str) -> None:
        self._request(Path(name), self.pick_existing)

    def _open(self, name: str, _checked: bool = False) -> None:
        self.library_requested.emit(Path(name))

    # --- places -------------------------------------------------------------------------------

    def _request(self, path: Path, choose_again: Callable[[], object]) -> None:
        place = place_at(path)
        if place.is_safe or self._is_told(path, place):
            self.library_requested.emit(path)
            return
        dialog = PlaceDialog(path.name, place.words, self._desk.window)
        dialog.another_wanted.connect(choose_again)
        dialog.accepted.connect(partial(self._use, path, place))
        self._desk.open_dialog(dialog)

    def _use(self, path: Path, place: Place) -> None:
        self._desk.session.state.keep_last(path, PLACE, place.name)
        self.library_requested.emit(path)

    def _warn(self) -> None:
        """Say once where a library lies at risk, because nobody may have chosen it here."""
        path, place = self._desk.session.workspace.path, self._desk.session.workspace.place
        if not place.is_safe and not self._is_told(path, place):
            self._desk.session.state.keep_last(path, PLACE, place.name)
            words = f"Look where {path.name} lies. {place.words}"
            self._desk.session.messages.notify(Notice(words, lasting=True, topic="place"))

    def _is_told(self, path: Path, place: Place) -> bool:
        return self._desk.session.state.last(path, PLACE) == place.name
