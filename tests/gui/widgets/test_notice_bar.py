"""The bar shows the newest notice; it can be answered, copied and closed."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.messages import ERROR, Notice
from curator.gui.widgets.notice_bar import NoticeBar
from tests.gui.screen import part_of


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    """A bar that was not used yet."""
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def _button(bar: NoticeBar, name: str) -> QPushButton:
    return part_of(bar, QPushButton, name)


def _away_from_the_pointer(qtbot: QtBot, linger: int) -> NoticeBar:
    """A bar that stays for `linger` milliseconds, where nobody points at it."""
    made = NoticeBar(linger=linger)
    qtbot.addWidget(made)
    QCursor.setPos(0, 0)
    made.move(300, 300)
    return made


def test_the_verb_does_its_deed_and_the_bar_goes(bar: NoticeBar) -> None:
    done: list[str] = []
    bar.show_notice(Notice("1 digest moved.", verb="Undo", act=lambda: done.append("undone")))
    assert bar.isVisible()
    _button(bar, "noticeVerb").click()
    assert done == ["undone"]
    assert not bar.isVisible()


def test_enter_presses_the_button_that_has_the_focus(bar: NoticeBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.show_notice(Notice("1 digest moved.", verb="Undo", act=lambda: done.append("undone")))
    with qtbot.waitActive(bar):
        bar.activateWindow()
    _button(bar, "noticeVerb").setFocus()
    qtbot.keyClick(_button(bar, "noticeVerb"), Qt.Key.Key_Return)
    assert done == ["undone"]


def test_an_error_can_be_copied_with_its_details(bar: NoticeBar) -> None:
    bar.show_notice(Notice("Not saved.", ERROR, hint="Make room.", details="disk full"))
    assert bar.accessibleDescription() == "Not saved. Make room."
    _button(bar, "noticeCopy").click()
    assert QGuiApplication.clipboard().text() == "Not saved.\nMake room.\ndisk full"


def test_a_plain_notice_offers_nothing(bar: NoticeBar) -> None:
    bar.show_notice(Notice("All is well."))
    assert not _button(bar, "noticeVerb").isVisible()
    assert not _button(bar, "noticeCopy").isVisible()


def test_a_success_goes_by_itself_and_an_error_stays(qtbot: QtBot) -> None:
    bar = _away_from_the_pointer(qtbot, 20)
    bar.show_notice(Notice("All is well."))
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=5_000)
    bar.show_notice(Notice("Not saved.", ERROR))
    other = _away_from_the_pointer(qtbot, 100)
    other.show_notice(Notice("All is well."))
    qtbot.waitUntil(lambda: not other.isVisible(), timeout=5_000)
    assert bar.isVisible()


def test_who_went_into_the_notice_has_all_the_time(qtbot: QtBot) -> None:
    bars = _away_from_the_pointer(qtbot, 20), _away_from_the_pointer(qtbot, 200)
    for bar in bars:
        bar.show_notice(Notice("1 digest moved.", verb="Undo"))
    read, other = bars
    read.activateWindow()
    read.enter()
    qtbot.waitUntil(_button(read, "noticeVerb").hasFocus)
    qtbot.waitUntil(lambda: not other.isVisible(), timeout=5_000)
    assert read.isVisible()
    qtbot.keyClick(_button(read, "noticeVerb"), Qt.Key.Key_Escape)
    assert not read.isVisible()


def test_it_goes_with_the_step_or_the_digest_that_it_speaks_of(bar: NoticeBar) -> None:
    bar.show_notice(Notice("Import: 1 new.", step_id=7))
    bar.forget_step(8)
    bar.leave_digest()
    assert bar.isVisible()
    bar.forget_step(7)
    assert not bar.isVisible()
    bar.show_notice(Notice("Not saved.", ERROR, of_digest=True))
    bar.forget_step(7)
    assert bar.isVisible()
    bar.leave_digest()
    assert not bar.isVisible()


def test_it_can_be_closed_by_button_and_by_escape(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice(Notice("All is well."))
    close = part_of(bar, QToolButton, "noticeClose")
    close.click()
    assert not bar.isVisible()
    bar.show_notice(Notice("All is well."))
    qtbot.keyClick(bar, Qt.Key.Key_A)
    assert bar.isVisible()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()


# --- several things to say at once --------------------------------------------------------------


def _told(bar: NoticeBar) -> str:
    return bar.notice.text if bar.isVisible() else ""


def _count(bar: NoticeBar) -> str:
    label = part_of(bar, QLabel, "noticeMore")
    return label.text() if label.isVisible() else ""


def test_no_lasting_notice_is_lost_to_a_newer_one(bar: NoticeBar) -> None:
    bar.show_notice(Notice("The library lies in a cloud folder.", topic="place", lasting=True))
    bar.show_notice(Notice("There are unfinished texts.", topic="drafts", lasting=True))
    bar.show_notice(Notice("1 digest moved."))
    assert (_told(bar), _count(bar)) == ("1 digest moved.", "2 more")
    bar.dismiss()
    assert (_told(bar), _count(bar)) == ("There are unfinished texts.", "1 more")
    bar.dismiss()
    assert (_told(bar), _count(bar)) == ("The library lies in a cloud folder.", "")
    bar.dismiss()
    assert _told(bar) == ""


def test_what_was_said_before_the_window_was_shown_waits_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = NoticeBar(window)
    bar.show_notice(Notice("The library lies in a cloud folder.", lasting=True))
    bar.show_notice(Notice("There are unfinished texts.", lasting=True))
    window.show()
    bar.dismiss()
    assert _told(bar) == "The library lies in a cloud folder."


@pytest.mark.parametrize("shown_first", [False, True])
def test_it_can_be_read_whenever_it_was_raised(qtbot: QtBot, shown_first: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = NoticeBar(window)
    long = Notice("The library lies in a cloud folder. " * 8, verb="Look", lasting=True)
    if not shown_first:
        bar.show_notice(long)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    if shown_first:
        bar.show_notice(long)
    text = part_of(bar, QLabel, "noticeText")
    assert (bar.width(), bar.geometry().center().x()) == (720, 449)
    assert bar.geometry().bottom() == 600 - 12 - 1
    assert text.height() >= text.heightForWidth(text.width()) > 2 * text.fontMetrics().height()
    window.resize(600, 500)
    assert (bar.width(), bar.geometry().bottom()) == (576, 500 - 12 - 1)


def test_what_is_true_no_longer_is_withdrawn_even_where_it_waits(bar: NoticeBar) -> None:
    bar.show_notice(Notice("It was changed elsewhere.", topic="typing", lasting=True))
    bar.show_notice(Notice("There are unfinished texts.", topic="drafts", lasting=True))
    bar.withdraw("typing")
    assert (_told(bar), _count(bar)) == ("There are unfinished texts.", "")
    bar.withdraw("drafts")
    assert _told(bar) == ""


def test_news_of_the_same_topic_takes_the_place_of_the_old(bar: NoticeBar) -> None:
    bar.show_notice(Notice("There are unfinished texts.", topic="drafts", lasting=True))
    bar.show_notice(Notice("1 digest moved.", topic="trash"))
    bar.show_notice(Notice("The draft is in.", topic="drafts"))
    bar.dismiss()
    assert _told(bar) == ""
    bar.show_notice(Notice("It can’t be read.", lasting=True))
    bar.show_notice(Notice("It can’t be read.", lasting=True))
    bar.dismiss()
    assert _told(bar) == ""


def test_a_notice_that_waits_is_forgotten_with_the_digest_that_it_is_about(bar: NoticeBar) -> None:
    bar.show_notice(Notice("Changed elsewhere.", of_digest=True, lasting=True))
    bar.show_notice(Notice("There are unfinished texts.", lasting=True))
    bar.leave_digest()
    assert (_told(bar), _count(bar)) == ("There are unfinished texts.", "")
    bar.dismiss()
    assert _told(bar) == ""


def test_an_answer_that_says_something_is_seen_before_what_waited(bar: NoticeBar) -> None:
    done = Notice("Done.")
    bar.show_notice(Notice("The library lies in a cloud folder.", lasting=True))
    bar.show_notice(Notice("1 digest moved.", verb="Undo", act=partial(bar.show_notice, done)))
    _button(bar, "noticeVerb").click()
    assert _told(bar) == "Done."
    bar.dismiss()
    assert _told(bar) == "The library lies in a cloud folder."
