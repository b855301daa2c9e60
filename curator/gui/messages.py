"""One bridge for everything the program says: quiet status, notices with an action, errors, bugs.

Whoever has something to say calls it from anywhere; the window listens and decides how it looks.
What is said before a window listens is kept and told then.
"""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.domain.errors import CuratorError, Damaged, Displaced
from curator.logbook import Report, Reports

INFO = "info"
ERROR = "error"
READING = "reading"
"""The topic of what was refused because the library can only be read now."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence in a bar inside the window, with at most one thing to do about it.

    `details` can be copied. A notice about a step of the history (`step_id`) goes when that step
    is undone, one about the digest that is shown (`of_digest`) when that is left. Errors, and what
    is `lasting`, stay until then or until they are closed; other notices go after a while. A newer
    one hides a lasting one only for its own time, but for one about the same `topic`: that takes
    its place for good.
    """

    text: str
    tone: str = INFO
    hint: str = ""
    details: str = ""
    verb: str = ""
    act: Callable[[], object] | None = None
    topic: str = ""
    step_id: int = 0
    of_digest: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Crash:
    """A bug in words for the report, without texts: one line, and the lines it came through.

    `times` says how often it was raised at its `place`; one that is not `is_new` was reported
    within the last minute.
    """

    summary: str
    trace: str
    place: str = ""
    times: int = 1
    is_new: bool = True


class Messages(QObject):
    """Says things to whichever window listens.

    Signals:
        step_undone(int), digest_left(), topic_settled(str): what was said about them is no longer
            of use.
        library_failed(LibraryError): a file is damaged or displaced, maybe that of the window.
    """

    status_said = QtSignal(str)
    notice_raised = QtSignal(object)
    step_undone = QtSignal(int)
    digest_left = QtSignal()
    topic_settled = QtSignal(str)
    save_failed = QtSignal(str)
    library_failed = QtSignal(object)
    crashed = QtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listening = False
        self._kept: list[Notice] = []
        self.reports = Reports()

    def listen(self) -> None:
        """Tell that a window is connected: what was kept until now is raised."""
        self._listening = True
        kept, self._kept = self._kept, []
        for notice in kept:
            self.notice_raised.emit(notice)

    def say(self, text: str) -> None:
        """A quiet line in the status bar; empty takes it away."""
        self.status_said.emit(text)

    def notify(self, notice: Notice) -> None:
        """Show a notice in the bar of the window."""
        if self._listening:
            self.notice_raised.emit(notice)
        else:
            self._kept.append(notice)

    def tell_error(
        self,
        error: CuratorError,
        *,
        unsaved: bool = False,
        again: Callable[[], object] | None = None,
    ) -> None:
        """Show a known error: what happened, what to do, and details that can be copied.

        `unsaved` marks that an edit was lost to it, which the state of saving has to say too.
        `again` does the deed once more, where that can help: a button offers it.
        """
        self.reports.take(error)
        details = "".join(traceback.format_exception(error)) if error.__cause__ else ""
        notice = Notice(error.message, ERROR, hint=error.hint, details=details, of_digest=unsaved)
        if isinstance(error, Displaced):
            notice = replace(notice, topic=READING)
        if again is not None:
            notice = replace(notice, verb="Try again", act=again, of_digest=False)
        self.notify(notice)
        if isinstance(error, Damaged | Displaced):
            self.library_failed.emit(error)
        if unsaved:
            self.save_failed.emit(error.message)

    def tell_exception(self, error: BaseException) -> None:
        """Sort anything that was raised: the user's world goes to the bar, bugs to the window."""
        if isinstance(error, CuratorError):
            self.tell_error(error)
        else:
            self.tell_report(error, self.reports.take(error))

    def tell_report(self, error: BaseException, report: Report) -> None:
        """The same for an error that is in the log already."""
        if isinstance(error, CuratorError):
            self.tell_error(error)
        elif isinstance(error, MemoryError):
            self.notify(
                Notice("There is not enough memory for that; nothing was changed.", ERROR,
                       hint="Close other programs, or do it in smaller parts.",
                       details=report.text)
            )  # fmt: skip
        else:
            crash = Crash(report.summary, report.text, report.place, report.times, report.is_new)
            self.crashed.emit(crash)
