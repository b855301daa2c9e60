"""Exceptions that nobody caught, from everywhere they can come."""

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from pytestqt.qtbot import QtBot

from curator.domain.errors import Busy
from curator.gui.crash_hooks import CrashHooks, QtLog
from curator.logbook import Report, Reports, end_of_log, log_path

Caught = list[tuple[BaseException, Report]]


@pytest.fixture
def others() -> Iterator[list[object]]:
    """Whoever had the hooks before; takes down what they still hear."""
    heard: list[object] = []
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = lambda _kind, error, _trace: heard.append(error)
    threading.excepthook = lambda args: heard.append(args.exc_value)
    sys.unraisablehook = lambda args: heard.append(args.exc_value)
    yield heard
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


class Fragile:
    """Fails when it is thrown away."""

    def __del__(self) -> None:
        raise ZeroDivisionError("thrown away")


def fail_in_a_thread() -> None:
    """Raise where only the hook of threads hears it."""
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()


def listen(hooks: CrashHooks) -> Caught:
    """What the hooks tell a window."""
    caught: Caught = []
    hooks.caught.connect(lambda error, report: caught.append((error, report)))
    return caught


def test_slots_threads_and_destructors_are_told_and_passed_on(
    others: list[object], qtbot: QtBot
) -> None:
    hooks = CrashHooks(Reports())
    caught = listen(hooks)
    hooks.install()
    bug = ZeroDivisionError("a bug")
    sys.excepthook(ZeroDivisionError, bug, None)
    fail_in_a_thread()
    Fragile()
    gc.collect()
    qtbot.waitUntil(lambda: len(caught) == 3)
    hooks.remove()
    assert caught[0][0] is others[0] is bug
    reports = [report.text for _, report in caught]
    assert any("in __del__" in text for text in reports)
    assert any("threading:" in text for text in reports)
    assert [type(error) for error in others] == [ZeroDivisionError] * 3


def test_a_known_error_is_told_and_no_further(others: list[object], qtbot: QtBot) -> None:
    hooks = CrashHooks(Reports())
    caught = listen(hooks)
    hooks.install()
    sys.excepthook(Busy, Busy("Somebody writes."), None)
    hooks.remove()
    assert [type(error) for error, _ in caught] == [Busy]
    assert others == []


def test_a_wish_to_stop_is_no_mistake(others: list[object], qtbot: QtBot) -> None:
    hooks = CrashHooks(Reports())
    caught = listen(hooks)
    hooks.install()
    stop = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, stop, None)
    hooks.remove()
    assert others == [stop]
    assert caught == []
    assert not log_path().exists()


def test_hooks_go_back_and_a_second_window_keeps_its_own(
    others: list[object], qtbot: QtBot
) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    first, second = CrashHooks(Reports()), CrashHooks(Reports())
    told_first, told_second = listen(first), listen(second)
    first.install()
    second.install()
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    first.remove()  # the window that was changed for another closes after that is there
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    assert (len(told_first), len(told_second)) == (0, 2)
    assert len(others) == 1
    second.remove()
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    assert (len(told_second), len(others)) == (2, 2)
    third = CrashHooks(Reports())
    third.install()
    third.remove()
    assert sys.excepthook is not before[0]  # the chain stays, and nobody listens in it


def test_hooks_of_one_window_leave_no_trace(others: list[object], qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    hooks = CrashHooks(Reports())
    hooks.install()
    assert hooks.is_listening
    hooks.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert not hooks.is_listening


def test_where_nobody_listened_before_stderr_gets_the_report_without_its_texts(
    others: list[object], qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook = sys.__excepthook__
    hooks = CrashHooks(Reports())
    hooks.install()
    for _ in range(3):
        sys.excepthook(KeyError, KeyError("Ferries on Batteries"), None)
    hooks.remove()
    assert capsys.readouterr().err == "KeyError\n"


def test_warnings_of_qt_go_to_the_log_once_a_minute(qtbot: QtBot) -> None:
    now = [0.0]
    log = QtLog(clock=lambda: now[0])
    context = QMessageLogContext()
    for _ in range(5):
        log.hear(QtMsgType.QtWarningMsg, context, "QPainter::begin: no device" + "x" * 500)
    log.hear(QtMsgType.QtDebugMsg, context, "nothing of note")
    log.hear(QtMsgType.QtInfoMsg, context, "nothing of note")
    assert end_of_log().count("QPainter::begin: no device") == 1
    assert len(end_of_log()) < 300
    now[0] = 61
    log.hear(QtMsgType.QtWarningMsg, context, "QPainter::begin: no device" + "x" * 500)
    assert end_of_log().count("QPainter") == 2
    assert "nothing of note" not in end_of_log()


def test_the_handler_of_qt_goes_back(qtbot: QtBot) -> None:
    heard: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        heard.append(message)

    before = qInstallMessageHandler(hear)
    log = QtLog()
    log.install()
    log.remove()
    assert qInstallMessageHandler(before) is hear
