"""Counting findings while nobody waits for anything, where an edit left that for later."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import Changes
from curator.gui.background import task_of
from curator.gui.controllers.desk import Desk
from curator.workspace.findings import NO_MORE, settle_some

PAUSE = 100
"""Milliseconds between two chunks: reading digests takes turns with whatever the window does."""


class Counting(QObject):
    """Signals:
    settled(): findings were counted, and no digest waits for it any more.
    """

    settled = QtSignal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = desk.session
        self._after_id = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def apply(self, changes: Changes) -> None:
        """Follow a commit: of many digests that it touched, the findings are not known yet."""
        if changes.wholesale or len(changes.digest_ids) > 1:
            self.begin()

    def begin(self) -> None:
        """Look for digests whose findings are not known."""
        self._after_id = 0
        self._timer.start()

    def _go_on(self) -> None:
        if self._session.access.reason:
            return  # what can't be written can't be counted either
        if self._session.background.is_busy:
            self._timer.start()
            return
        task = task_of(partial(settle_some, self._session.workspace, self._after_id))
        job = self._session.background.run(task)
        job.succeeded.connect(self._take)
        job.crashed.connect(self._session.messages.tell_exception)

    def _take(self, after_id: object) -> None:
        if after_id != NO_MORE:
            self._after_id = int(str(after_id))
            self._timer.start()
        elif self._after_id:
            self._after_id = 0
            self.settled.emit()
