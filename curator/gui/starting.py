"""How a process of the window begins and ends: one per library, marked and logged.

Where no library can be opened, a dialog offers every way on; where nobody could see it, one line on
stderr says why.
"""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from curator import logbook
from curator.domain.errors import CuratorError
from curator.domain.measures import counted
from curator.gui.controllers.rescuing import Rescuing
from curator.gui.crash_hooks import CrashHooks, QtLog
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.gui.exit_signals import ExitSignals
from curator.gui.handover import Handover
from curator.gui.main_window import MainWindow
from curator.gui.messages import Messages, Notice
from curator.logbook import Reports
from curator.runs import Run, begin_run

UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt without a screen: a dialog there would wait for ever."""


class Opener(Protocol):
    """Opens a library in a window that is shown."""

    def __call__(self, library: Path, handover: Handover, run: Run | None, /) -> MainWindow:
        """The window; raises LibraryError."""


class Starting(QObject):
    """One run of the program with a window."""

    def __init__(self, application: QApplication, opener: Opener, files: Sequence[Path]) -> None:
        super().__init__()
        self._application = application
        self._opener = opener
        self._files = files
        self._run: Run | None = None
        self._window: MainWindow | None = None
        self._rescuing: Rescuing | None = None

    def start(self, library: Path) -> int:
        """Show `library` and import the files, here or in the window that shows it already.

        Returns the exit code: 0, or 2 where no library could be opened.
        """
        hooks, words, signals = CrashHooks(Reports()), QtLog(), ExitSignals()
        hooks.install()  # stays where a mistake ends the program here, to hear of it last of all
        words.install()
        signals.install()
        signals.asked_to_end.connect(self._end)
        try:
            code = self._show(library)
            if self._window or self._rescuing:
                code = self._application.exec()
        finally:
            signals.remove()
            words.remove()
        if self._window is not None and isValid(self._window):
            self._window.deleteLater()
        hooks.remove()
        if self._run is not None:
            self._run.end()
            logbook.note("Curator ended.")
        return code

    def _show(self, library: Path) -> int:
        try:
            self._open(library)
        except CuratorError as error:
            if self._application.platformName() in UNSEEN:
                return refuse(str(error))
            self._rescue(error, library)
        return 0

    def _open(self, library: Path) -> None:
        handover = Handover(library)
        try:
            if not handover.passed_on(self._files):
                self._run = self._run or _begin()
                self._window = self._opener(library, handover, self._run)
                self._window.take_files(self._files)
        except CuratorError:
            handover.leave()
            raise

    def _rescue(self, error: CuratorError, library: Path) -> None:
        self._rescuing = Rescuing(error, library, self)
        self._rescuing.library_chosen.connect(self._try)
        self._rescuing.given_up.connect(partial(self._application.exit, 2))

    def _try(self, library: Path) -> None:
        if self._rescuing is None:
            return
        try:
            self._open(library)
        except CuratorError as error:
            self._rescuing.show_error(error, library)
            return
        self._rescuing.end()
        if self._window is None:  # another process shows it
            self._application.exit(0)
        elif self._rescuing.outcome is not None:
            self._window.tell_outcome(self._rescuing.outcome)

    def _end(self) -> None:
        """Close as a person would; what is being typed is kept."""
        self._application.closeAllWindows()
        self._application.quit()


def tell_former_ends(run: Run, messages: Messages, window: QWidget) -> None:
    """Say in the window that former runs ended badly, and offer the report."""
    dump = _dump(run)
    verb = "Show the report" if dump else ""
    act = partial(_show_dump, dump, window) if dump else None
    if run.is_safe_start:
        words = (
            f"Curator ended badly {run.crashes_before} times in a row, so it starts with its first"
            " layout and does not go back to where you were. Your library is as you left it."
        )
        verb, act = verb or "Show the log", act or partial(_show_log, window)
        messages.notify(Notice(words, verb=verb, act=act, lasting=True, topic="start"))
    elif dump:
        words = "Curator fell over the last time. Your library is as you left it."
        messages.notify(Notice(words, verb=verb, act=act, lasting=True, topic="start"))
    elif run.died:
        messages.say("Curator was not closed the last time; your library is as you left it.")


def refuse(words: str) -> int:
    """Say on stderr why there is no window; returns the exit code for it."""
    print(words, file=sys.stderr)  # noqa: T201  there is no window yet to say it in
    return 2


def _begin() -> Run | None:
    """Mark this run; where the disk takes no mark, it is not worth to stop for."""
    logbook.note("Curator starts.")
    try:
        run = begin_run()
    except OSError:
        return None
    if run.died:
        died = counted(run.died, "former run")
        logbook.note(f"{died} did not end; {run.crashes_before} in a row.")
    return run


def _dump(run: Run) -> str:
    texts = []
    for path in run.reports:
        try:
            texts.append(path.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
    return "\n".join(texts)


def _show_log(window: QWidget) -> None:
    words = (
        "Nothing was noted of where the program stood when it ended: it was stopped from outside,"
        " or the machine was. This is the end of the log, the newest at the foot. It holds none of"
        f" your texts; all of it lies in {logbook.log_path()}"
    )
    _open_report(words, logbook.end_of_log().splitlines(), window, at_end=True)


def _show_dump(dump: str, window: QWidget) -> None:
    words = (
        "Where the program stood when it fell over. It holds none of your texts, and nothing is"
        f" sent; the log lies in {logbook.log_path()}"
    )
    _open_report(words, dump.splitlines(), window)


def _open_report(
    words: str, lines: Sequence[str], window: QWidget, *, at_end: bool = False
) -> None:
    dialog = ReportDialog("The last run", words, lines, parent=window, at_end=at_end)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
