"""Keeping the work safe: copies by themselves and by hand, and all that follows from them."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtCore import Signal as QtSignal

from curator.domain.errors import CuratorError
from curator.domain.measures import size_words
from curator.gui.background import task_of
from curator.gui.controllers.bringing_back import BringingBack
from curator.gui.controllers.checking import Checking
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.controllers.trusting import Trusting
from curator.gui.messages import ERROR, Notice
from curator.workspace import backups
from curator.workspace.backups import BackupReport, RestoreReport
from curator.workspace.checking import RepairReport

EVERY = 5 * 60_000
"""Milliseconds between two looks at whether a copy is due."""
QUICK = 200_000_000
"""Bytes of a library whose copy nobody notices who closes the window."""


class Safekeeping(QObject):
    """Signals:
    closed_deed_requested(ClosedDeed): to be done while the library is closed.
    """

    closed_deed_requested = QtSignal(object)

    def __init__(self, desk: Desk, long_deeds: LongDeeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._long_deeds = long_deeds
        self._has_told = False
        self._is_late = False
        self._checking = Checking(desk, long_deeds, self)
        self._bringing_back = BringingBack(desk, self)
        self._trusting = Trusting(desk, long_deeds, self)
        for part in (self._checking, self._bringing_back):
            part.closed_deed_requested.connect(self.closed_deed_requested)
        desk.actions.connect({"file.backup": self.back_up})
        self._timer = QTimer(self, interval=EVERY)
        self._timer.setObjectName("backupTimer")
        self._timer.timeout.connect(self.back_up_if_due)
        self._timer.start()
        desk.session.background.idled.connect(self._catch_up)

    def back_up(self) -> None:
        """Make a verified copy beside the library."""
        task = task_of(partial(backups.back_up, self._desk.session.workspace))
        self._long_deeds.run("Backing up", task, self._tell)

    def back_up_if_due(self) -> None:
        """Make a copy by itself, where work waits for one; where something else runs, after it."""
        session = self._desk.session
        self._is_late = session.background.is_busy
        if self._is_late or session.access.reason:
            return
        job = session.background.run(
            task_of(partial(backups.back_up_if_due, session.workspace)), serial=True
        )
        job.succeeded.connect(self._note_success)
        job.failed.connect(self._tell_failure)
        job.crashed.connect(session.messages.tell_exception)

    def finish(self) -> None:
        """Make the last copy before the library is closed, where that is quick."""
        self._timer.stop()
        workspace = self._desk.session.workspace
        # Nobody is there any more to be told; the next window tries again, and tells.
        with suppress(CuratorError, OSError):
            if not self._desk.session.access.reason and workspace.path.stat().st_size < QUICK:
                backups.back_up_if_due(workspace)

    def tell_outcome(self, outcome: object) -> None:
        """Say what came of a deed that was done while the library was closed."""
        if isinstance(outcome, RestoreReport):
            self._bringing_back.tell(outcome)
        elif isinstance(outcome, RepairReport):
            self._checking.tell_repair(outcome)
        elif isinstance(outcome, BaseException):
            self._desk.session.messages.tell_exception(outcome)

    def _catch_up(self) -> None:
        if self._is_late:
            self.back_up_if_due()

    def _tell(self, report: object) -> None:
        self._note_success()
        if isinstance(report, BackupReport):
            words = (
                "Your edits were saved already; now there is a verified copy too:"
                f" {Path(report.backup).name}, {size_words(report.bytes)}."
            )
            self._desk.session.messages.notify(Notice(words, topic="backup"))

    def _note_success(self, _report: object = None) -> None:
        self._has_told = False
        self._trusting.refresh()

    def _tell_failure(self, error: object) -> None:
        if self._has_told or not isinstance(error, CuratorError):
            return
        self._has_told = True
        words = f"No backup could be made by itself. {error.message}"
        act = self._desk.actions["file.backup"].trigger
        self._desk.session.messages.notify(
            Notice(words, ERROR, hint=error.hint, verb="Try again", act=act, topic="backup")
        )
