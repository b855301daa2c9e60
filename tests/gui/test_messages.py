"""Everything that is said reaches the window; errors of the user's world are no crashes."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.errors import Busy
from curator.gui.dialogs.crash_dialog import CrashDialog
from curator.gui.main_window import MainWindow
from curator.gui.messages import ERROR, Crash, Messages, Notice
from curator.gui.session import Session
from curator.library.write import Write
from curator.logbook import end_of_log
from curator.workspace import history, reading
from curator.workspace.editing import set_digest_field
from tests.gui.screen import Screen


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
    assert crash.summary.startswith("ZeroDivisionError")


def test_the_report_of_a_bug_holds_no_texts_and_counts(qtbot: QtBot) -> None:
    messages = Messages()
    crashes: list[Crash] = []
    messages.crashed.connect(crashes.append)
    for _ in range(3):
        try:
            raise KeyError("Ferries on Batteries")
        except KeyError as error:
            messages.tell_exception(error)
    assert [(crash.times, crash.is_new) for crash in crashes] == [
        (1, True),
        (2, False),
        (3, False),
    ]
    assert crashes[0].trace.startswith("KeyError\n  tests.gui.test_messages:")
    assert "Ferries" not in f"{crashes[0]}{end_of_log()}"


def test_a_known_error_is_in_the_log_by_its_class(qtbot: QtBot) -> None:
    Messages().tell_error(Busy("Ferries on Batteries is being written."))
    assert end_of_log().rstrip().endswith("ERROR Busy")


@pytest.mark.fault("F41")
def test_too_little_memory_is_told_in_the_bar(qtbot: QtBot) -> None:
    messages = Messages()
    notices: list[Notice] = []
    messages.notice_raised.connect(notices.append)
    messages.listen()
    try:
        bytearray(1 << 60)
    except MemoryError as error:
        messages.tell_exception(error)
    (notice,) = notices
    assert "not enough memory" in notice.text
    assert notice.hint


@pytest.mark.fault("F41")
@pytest.mark.parametrize(
    "bug", [ZeroDivisionError("Half written"), MemoryError()], ids=["bug", "memory"]
)
def test_a_deed_that_fails_in_the_middle_is_told_and_leaves_the_library_as_it_was(
    session: Session, qtbot: QtBot, bug: Exception
) -> None:
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    screen = Screen(window, qtbot)
    title, steps = screen.title(), history.steps(session.workspace)

    def deed(write: Write) -> str:
        set_digest_field(write, digest_id=1, name="title", text="Half written")
        raise bug

    assert session.do(deed).is_empty
    assert history.steps(session.workspace) == steps
    assert reading.whole(session.workspace, 1).digest.title != "Half written"
    assert screen.title() == title
    if isinstance(bug, MemoryError):
        assert "not enough memory" in screen.notice()
    else:
        assert "ZeroDivisionError" in screen.dialog(CrashDialog).report()
        screen.dialog(CrashDialog).accept()
    assert end_of_log().count(f"ERROR {type(bug).__name__}") == 1
    assert "Half written" not in end_of_log()
    assert not session.do(
        partial(set_digest_field, digest_id=1, name="title", text="All written")
    ).is_empty
    window.close()
