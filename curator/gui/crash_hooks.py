"""The end of the road for exceptions that nobody caught, wherever they were raised.

What a slot, a paint method, a thread or a destructor raises ends in one log and, through `caught`,
in one window. Qt's own warnings go to the log alone.
"""

import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtCore import Signal as QtSignal

from curator.domain.errors import CuratorError
from curator.logbook import PAUSE, Reports, note

LONGEST = 200
"""Characters of a warning of Qt that are noted; what follows may quote something."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashHooks(QObject):
    """Takes the hooks of Python over from `install` to `remove`.

    Who had them before still hears of everything but known errors, so that a test fails as it
    should; Python's own hook does not, because it would print texts into the journal of a desktop.

    Signals:
        caught(BaseException, Report): on the thread of the window, also from other threads.
    """

    caught = QtSignal(object, object)

    def __init__(self, reports: Reports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reports = reports
        self._former: Hook = sys.__excepthook__
        self._former_thread = threading.excepthook
        self._former_unraisable = sys.unraisablehook
        self._listening = False

    @property
    def is_listening(self) -> bool:
        """Whether it has the hooks."""
        return self._listening

    def install(self) -> None:
        """Listen from now on."""
        self._listening = True
        self._former, sys.excepthook = sys.excepthook, self._hear
        self._former_thread, threading.excepthook = threading.excepthook, self._hear_thread
        self._former_unraisable, sys.unraisablehook = sys.unraisablehook, self._hear_unraisable

    def remove(self) -> None:
        """Listen no more; each hook goes back where nobody took it over meanwhile."""
        self._listening = False
        if sys.excepthook == self._hear:
            sys.excepthook = self._former
        if threading.excepthook == self._hear_thread:
            threading.excepthook = self._former_thread
        if sys.unraisablehook == self._hear_unraisable:
            sys.unraisablehook = self._former_unraisable

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._handle(error, self._former, sys.__excepthook__, kind, error, trace)

    def _hear_thread(self, args: threading.ExceptHookArgs) -> None:
        self._handle(args.exc_value, self._former_thread, threading.__excepthook__, args)

    def _hear_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        self._handle(args.exc_value, self._former_unraisable, sys.__unraisablehook__, args)

    def _handle(
        self,
        error: BaseException | None,
        former: Callable[..., object],
        standard: Callable[..., object],
        *args: object,
    ) -> None:
        if not self._listening or not isinstance(error, Exception):
            former(*args)
            return
        report = self._reports.take(error)
        if former is standard:
            if report.is_new:
                print(report.text, file=sys.stderr)  # noqa: T201  as Python would, without texts
        elif not isinstance(error, CuratorError) and not _listens(former):
            former(*args)
        self.caught.emit(error, report)


class QtLog:
    """Puts Qt's own warnings into the log, the same one once a minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._noted: dict[str, float] = {}
        self._former: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None

    def install(self) -> None:
        """Listen from now on, instead of whoever listened before."""
        self._former = qInstallMessageHandler(self.hear)

    def remove(self) -> None:
        """Give the warnings back, before Python goes and Qt would call into nothing."""
        qInstallMessageHandler(self._former)

    def hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Note a warning or worse; called by Qt, from any thread."""
        if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            return
        words = f"Qt ({context.category or 'default'}): {message[:LONGEST]}"
        now = self._clock()
        if now - self._noted.get(words, now - PAUSE) >= PAUSE:
            self._noted[words] = now
            note(words)


def _listens(hook: Callable[..., object]) -> bool:
    """Whether a hook is that of another window, which would tell the same again."""
    owner = getattr(hook, "__self__", None)
    return isinstance(owner, CrashHooks) and owner.is_listening
