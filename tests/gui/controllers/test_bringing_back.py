"""Bringing a copy back in the running window, undoing that, and what can go wrong."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.widgets.notice_bar import NoticeBar
from curator.workspace import backups
from curator.workspace.editing import set_digest_field
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen, part_of, successor_of


def press(dialog: RestoreDialog, qtbot: QtBot) -> None:
    """Bring the chosen copy back, as soon as it is known what that costs."""
    button = part_of(dialog, QPushButton, "restoreGo")
    qtbot.waitUntil(button.isEnabled, timeout=5_000)
    button.click()


def brought_back(screen: Screen, qtbot: QtBot) -> Screen:
    """The window after a backup, an edit, and the backup brought back."""
    screen.trigger("file.backup")
    screen.wait_for_notice("verified copy")
    screen.choose(1)
    screen.type_cell("themesTable", 0, 0, "Electricity")
    screen.trigger("file.bring_back")
    qtbot.waitUntil(lambda: bool(screen.window.findChildren(RestoreDialog)), timeout=5_000)
    press(screen.dialog(RestoreDialog), qtbot)
    return successor_of(screen)


def test_a_copy_is_brought_back_and_that_can_be_undone(
    passing: Screen, qtbot: QtBot, library: Path
) -> None:
    again = brought_back(passing, qtbot)
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
    button = part_of(dialog, QPushButton, "restoreGo")
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
    button = part_of(dialog, QPushButton, "restoreFile")
    button.click()
    picker = screen.dialog(QFileDialog)
    picker.fileSelected.emit(str(letter))
    picker.close()
    words = part_of(dialog, QLabel, "restorePlan")
    qtbot.waitUntil(lambda: "no Curator library" in words.text(), timeout=5_000)
    dialog.close()


@pytest.fixture
def older(library: Path, tmp_path: Path) -> Path:
    """A library that another program put back to an older state, after two edits in Curator."""
    former = shutil.copy(library, tmp_path / "former")
    workspace = Workspace.open(library)
    for title in ("Ferries", "Ferries by wire"):
        workspace.do(set_digest_field, digest_id=1, name="title", text=title)
    workspace.close()
    shutil.copy(former, library)
    return library


def test_a_library_that_is_older_than_it_was_says_so_and_offers_a_backup(
    older: Path, qtbot: QtBot
) -> None:
    window = open_window(older)
    qtbot.addWidget(window)
    screen = Screen(window, qtbot)
    assert screen.notice() == (
        "library.curator is 2 steps behind what it was when it was closed here last."
    )
    offered = screen.part(QPushButton, "noticeVerb")
    assert offered.text() == "Bring back a backup …"
    offered.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(RestoreDialog)), timeout=5_000)
    screen.dialog(RestoreDialog).close()
    window.close()


def test_who_brings_an_older_state_back_is_not_warned_of_it(passing: Screen, qtbot: QtBot) -> None:
    again = brought_back(passing, qtbot)
    again.wait_for_notice("is in place")
    again.part(NoticeBar, "noticeBar").dismiss()
    assert again.notice() == ""
