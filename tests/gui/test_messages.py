"""Everything that is said reaches the window; errors of the user's world are no crashes."""

import sys
from collections.abc import Callable
from types import TracebackType

from pytestqt.qtbot import QtBot

from curator.domain.errors import Busy
from curator.gui.messages import ERROR, Crash, Messages, Notice

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def test_what_is_said_before_a_window_listens_is_told_then(qtbot: QtBot) -> None:
    messages = Messages()
    told: list[Notice] = []
    messages.notice_raised.connect(told.append)
    messages.notify(Notice("early"))
    assert told == []
    messages.listen()
    messages.notify(Notice("late"))
    assert [notice.text for notice in told] == ["early", "late"]


def test_an_error_carries_its_hint_and_its_cause(qtbot: QtBot) -> None:
    messages = Messages()
    told: list[Notice] = []
    reasons: list[str] = []
    messages.notice_raised.connect(told.append)
    messages.save_failed.connect(reasons.append)
    messages.listen()
    try:
        try:
            raise OSError("the disk is full")
        except OSError as cause:
            raise Busy("Nothing was saved.", "Make room.") from cause
    except Busy as error:
        messages.tell_error(error, unsaved=True)
    notice = told[0]
    assert (notice.text, notice.tone, notice.hint) == ("Nothing was saved.", ERROR, "Make room.")
    assert "the disk is full" in notice.details
    assert reasons == ["Nothing was saved."]


def test_a_bug_goes_to_the_crash_window_and_a_known_error_to_the_bar(qtbot: QtBot) -> None:
    messages = Messages()
    notices: list[Notice] = []
    crashes: list[Crash] = []
    messages.notice_raised.connect(notices.append)
    messages.crashed.connect(crashes.append)
    messages.listen()
    messages.tell_exception(Busy("Somebody writes."))
    messages.tell_exception(ZeroDivisionError("a bug"))
    assert [notice.text for notice in notices] == ["Somebody writes."]
    crash = crashes[0]
    assert crash.summary == "ZeroDivisionError: a bug"


def test_exceptions_that_nobody_caught_end_here_and_also_where_they_went_before(
    qtbot: QtBot,
) -> None:
    heard: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = _hearing(heard)
    try:
        messages = Messages()
        crashes: list[Crash] = []
        messages.crashed.connect(crashes.append)
        messages.catch_exceptions()
        bug = ZeroDivisionError("a bug")
        sys.excepthook(ZeroDivisionError, bug, None)
        messages.release_exceptions()
        sys.excepthook(ZeroDivisionError, bug, None)
        assert heard == [bug, bug]
        assert len(crashes) == 1
    finally:
        sys.excepthook = before


def test_a_second_window_keeps_the_hook_when_the_first_lets_go(qtbot: QtBot) -> None:
    before = sys.excepthook
    heard: list[BaseException] = []
    sys.excepthook = _hearing(heard)
    try:
        first, second = Messages(), Messages()
        crashes: list[Crash] = []
        second.crashed.connect(crashes.append)
        first.catch_exceptions()
        second.catch_exceptions()
        first.release_exceptions()
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("a bug"), None)
        assert len(crashes) == len(heard) == 1
        second.release_exceptions()
    finally:
        sys.excepthook = before


def _hearing(heard: list[BaseException]) -> Hook:
    def hear(_kind: type[BaseException], error: BaseException, _t: TracebackType | None) -> None:
        heard.append(error)

    return hear
