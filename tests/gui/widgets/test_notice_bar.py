"""The bar shows the newest notice; it can be answered, copied and closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from curator.gui.messages import ERROR, Notice
from curator.gui.widgets.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    """A bar that was not used yet."""
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def _button(bar: NoticeBar, name: str) -> QPushButton:
    button = bar.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


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
    close = bar.findChild(QToolButton, "noticeClose")
    assert isinstance(close, QToolButton)
    close.click()
    assert not bar.isVisible()
    bar.show_notice(Notice("All is well."))
    qtbot.keyClick(bar, Qt.Key.Key_A)
    assert bar.isVisible()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
