"""Bringing a copy back in the running window, undoing that, and what can go wrong."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.widgets.notice_bar import NoticeBar
from curator.workspace import backups
from tests.gui.screen import Screen, successor_of


def press(dialog: RestoreDialog, qtbot: QtBot) -> None:
    """Bring the chosen copy back, as soon as it is known what that costs."""
    button = dialog.findChild(QPushButton, "restoreGo")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.isEnabled, timeout=5_000)
    button.click()


def test_a_copy_is_brought_back_and_that_can_be_undone(
    passing: Screen, qtbot: QtBot, library: Path
) -> None:
    passing.trigger("file.backup")
    passing.wait_for_notice("verified copy")
    passing.choose(1)
    passing.type_cell("themesTable", 0, 0, "Electricity")
    passing.trigger("file.bring_back")
    qtbot.waitUntil(lambda: bool(passing.window.findChildren(RestoreDialog)), timeout=5_000)
    press(passing.dialog(RestoreDialog), qtbot)
    again = successor_of(passing)
    again.wait_for_notice("What was there before lies in")
    again.choose(1)
    assert again.cells("themesTable")[0] == "Energy"
    act = again.part(NoticeBar, "noticeBar").notice.act
    assert act is not None
    act()
    back = successor_of(again)
    back.wait_for_notice("is in place")
    back.choose(1)
    assert back.cells("themesTable")[0] == "Electricity"
    assert back.window.library() == library


def test_a_copy_that_is_gone_leaves_the_library_as_it_was(passing: Screen, qtbot: QtBot) -> None:
    passing.trigger("file.backup")
    passing.wait_for_notice("verified copy")
    passing.trigger("file.bring_back")
    qtbot.waitUntil(lambda: bool(passing.window.findChildren(RestoreDialog)), timeout=5_000)
    dialog = passing.dialog(RestoreDialog)
    button = dialog.findChild(QPushButton, "restoreGo")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.isEnabled, timeout=5_000)
    for copy in backups.copies(passing.window.library()):
        copy.path.unlink()
    button.click()
    again = successor_of(passing)
    again.wait_for_notice("There is no library")
    assert len(again.titles()) == 2


def test_a_file_that_is_no_copy_is_refused_with_the_reason(
    screen: Screen, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.curator"
    letter.write_text("Dear reader", encoding="utf-8")
    screen.trigger("file.bring_back")
    qtbot.waitUntil(lambda: bool(screen.window.findChildren(RestoreDialog)), timeout=5_000)
    dialog = screen.dialog(RestoreDialog)
    button = dialog.findChild(QPushButton, "restoreFile")
    assert isinstance(button, QPushButton)
    button.click()
    picker = screen.dialog(QFileDialog)
    picker.fileSelected.emit(str(letter))
    picker.close()
    words = dialog.findChild(QLabel, "restorePlan")
    assert isinstance(words, QLabel)
    qtbot.waitUntil(lambda: "no Curator library" in words.text(), timeout=5_000)
    dialog.close()
