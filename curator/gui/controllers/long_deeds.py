"""Deeds that take a while: on the serial lane, with a sign after 0.4 s and a way to stop."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.gui.background import Job, Task
from curator.gui.controllers.desk import Desk


class LongDeeds(QObject):
    """Runs one after the other; while one runs, the library is read but not edited.

    Signals:
        busy_changed(bool): a deed that writes began, or all deeds ended.
        ended(): a deed ended, well or not.
    """

    busy_changed = QtSignal(bool)
    ended = QtSignal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running: list[tuple[Job, str]] = []
        self._writing = False
        desk.progress.cancel_requested.connect(self._cancel)

    def run(
        self, title: str, task: Task, done: Callable[[object], object], *, writes: bool = False
    ) -> None:
        """Run `task` under a title such as "Importing"; `done` gets what it returns.

        `writes` keeps the digest from being edited meanwhile: an edit would have to wait for the
        library, and the window with it. Where the library only reads, the reason is told instead.
        """
        if writes and not self._desk.session.may_edit():
            return
        self._desk.commit()
        job = self._desk.session.background.run(task, serial=True)
        self._running.append((job, title))
        self._writing = self._writing or writes
        job.became_long.connect(self._show_progress)
        job.progressed.connect(self._tell_progress)
        job.succeeded.connect(done)
        job.failed.connect(self._desk.session.messages.tell_exception)
        job.crashed.connect(self._desk.session.messages.tell_exception)
        job.ended.connect(self._end)
        if writes:
            self.busy_changed.emit(True)

    def is_busy(self) -> bool:
        """Whether a deed runs, or waits for its turn, that writes to the library."""
        return self._writing

    def _show_progress(self) -> None:
        if self._running:
            job, title = self._running[0]
            self._desk.progress.begin(title)
            self._desk.progress.tell(*job.last_progress)

    def _tell_progress(self, done: int, total: int, what: str) -> None:
        if self._desk.progress.isVisible():
            self._desk.progress.tell(done, total, what)

    def _cancel(self) -> None:
        for job, _ in self._running:
            job.cancel()

    def _end(self) -> None:
        ended = self.sender()
        self._running = [pair for pair in self._running if pair[0] is not ended]
        if not self._running:
            self._desk.progress.hide()
            if self._writing:
                self._writing = False
                self.busy_changed.emit(False)
        self.ended.emit()
