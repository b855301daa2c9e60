"""Noticing that another process wrote to the library, or took its file away."""

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject
from PySide6.QtCore import Signal as QtSignal

from curator.gui.controllers.desk import Desk
from curator.workspace.whereabouts import is_displaced


class Watching(QObject):
    """Asks the library when the window comes to the front and when its journal file changes.

    Signals:
        changed_elsewhere(): views have to ask again.
        displaced(): another file, or none, lies where the library was opened.
    """

    changed_elsewhere = QtSignal()
    displaced = QtSignal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = desk.session.workspace
        self._ask = desk.session.ask
        path = self._workspace.path
        self._files = [str(path), f"{path}-wal"]
        self._watcher = QFileSystemWatcher(self)
        self._watch()
        self._watcher.fileChanged.connect(self.look)
        desk.window.installEventFilter(self)

    def look(self, *_file: object) -> None:
        """Ask whether the file is still in its place, and whether somebody else wrote to it."""
        self._watch()
        if is_displaced(self._workspace):
            self.displaced.emit()
        elif self._ask(self._workspace.changed_elsewhere, False):
            self.changed_elsewhere.emit()

    def stop(self) -> None:
        """Look no more, because the library is about to be closed."""
        self.blockSignals(True)
        self._watcher.blockSignals(True)
        self._watcher.removePaths(self._watcher.files())
        self._files.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window came to the front."""
        if event.type() == QEvent.Type.WindowActivate and self._files:
            self.look()
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        # The journal file comes and goes; a watcher forgets a file that was deleted.
        for name in self._files:
            if name not in self._watcher.files():
                self._watcher.addPath(name)
