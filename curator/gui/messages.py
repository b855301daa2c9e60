"""One bridge for everything the program says: quiet status, notices with an action, errors, bugs.

Whoever has something to say calls it from anywhere; the window listens and decides how it looks.
What is said before a window listens is kept and told then.
"""

import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.domain.errors import CuratorError

INFO = "info"
ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence in a bar inside the window, with at most one thing to do about it.

    `details` can be copied. A notice about a step of the history (`step_id`) goes when that step
    is undone, one about the digest that is shown (`of_digest`) when that is left. Errors, and what
    is `lasting`, stay until then or until they are closed; other notices go after a while.
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
    """A bug in words for the report: one line, and the whole trace."""

    summary: str
    trace: str


class Messages(QObject):
    """Says things to whichever window listens.

    Signals:
        step_undone(int), digest_left(): what was said about them is no longer of use.
    """

    status_said = QtSignal(str)
    notice_raised = QtSignal(object)
    step_undone = QtSignal(int)
    digest_left = QtSignal()
    save_failed = QtSignal(str)
    crashed = QtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listening = False
        self._kept: list[Notice] = []
        self._catching = False
        self._former_hook: Callable[..., object] = sys.__excepthook__

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

    def tell_error(self, error: CuratorError, *, unsaved: bool = False) -> None:
        """Show a known error: what happened, what to do, and details that can be copied.

        `unsaved` marks that an edit was lost to it, which the state of saving has to say too.
        """
        details = "".join(traceback.format_exception(error)) if error.__cause__ else ""
        notice = Notice(error.message, ERROR, hint=error.hint, details=details, of_digest=unsaved)
        self.notify(notice)
        if unsaved:
            self.save_failed.emit(error.message)

    def tell_exception(self, error: BaseException) -> None:
        """Sort anything that was raised: the user's world goes to the bar, bugs to the window."""
        if isinstance(error, CuratorError):
            self.tell_error(error)
            return
        trace = "".join(traceback.format_exception(error))
        self.crashed.emit(Crash(f"{type(error).__name__}: {error}", trace))

    def catch_exceptions(self) -> None:
        """Become the end of the road for exceptions that nobody caught (`sys.excepthook`)."""
        self._catching = True
        self._former_hook, sys.excepthook = sys.excepthook, self._hear

    def release_exceptions(self) -> None:
        """Listen no more; the hook goes back where nobody took it over meanwhile."""
        self._catching = False
        if sys.excepthook == self._hear:
            sys.excepthook = self._former_hook

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not self._catching or not isinstance(error, CuratorError):
            self._former_hook(kind, error, trace)
        if self._catching and isinstance(error, Exception):
            self.tell_exception(error)
