"""Does a deed on the file of a library that a window shows: closes it, works, opens it again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QApplication

from curator.domain.errors import CuratorError
from curator.gui.background import Background, task_of
from curator.gui.controllers.closed_deed import ClosedDeed
from curator.gui.controllers.rescuing import Rescuing
from curator.gui.main_window import MainWindow


class Reopening(QObject):
    """The window stays in sight while the deed is done; then another takes its place.

    Signals:
        reopened(MainWindow): the window that shows the library now.
    """

    reopened = QtSignal(object)

    def __init__(self, window: MainWindow, opener: Callable[[Path], MainWindow]) -> None:
        super().__init__(QApplication.instance())
        self._window = window
        self._opener = opener
        self._library = window.library()
        self._background = Background(self)
        self._outcome: object = None
        self._rescuing: Rescuing | None = None

    def begin(self, deed: ClosedDeed) -> None:
        """Close the library and do the deed."""
        self._window.wait_for(deed.title)
        job = self._background.run(task_of(deed.do), serial=True)
        for told in (job.succeeded, job.failed, job.crashed):
            told.connect(self._keep)
        job.ended.connect(self._end)

    def _keep(self, outcome: object) -> None:
        self._outcome = outcome

    def _end(self) -> None:
        self._window.end_waiting()
        self._open(self._library)
        self._window.close()  # only now: without any window the program would end

    def _open(self, library: Path) -> None:
        try:
            successor = self._opener(library)
        except CuratorError as error:
            self._rescue(error, library)
            return
        if self._rescuing is not None:
            self._rescuing.end()
            self._outcome = self._rescuing.outcome or self._outcome  # what mended it comes last
        self.reopened.emit(successor)
        successor.tell_outcome(self._outcome)
        self._window.deleteLater()
        self.deleteLater()

    def _rescue(self, error: CuratorError, library: Path) -> None:
        if self._rescuing is not None:
            self._rescuing.show_error(error, library)
            return
        self._rescuing = Rescuing(error, library, self)
        self._rescuing.library_chosen.connect(self._open)
        self._rescuing.given_up.connect(self._window.deleteLater)
        self._rescuing.given_up.connect(self.deleteLater)
