"""Checking in the window: on demand, after a bad end, and mending what was found."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.dialogs.report_dialog import ReportDialog
from tests.gui.screen import Screen, successor_of
from tests.library.damage import overwrite_table

DIES = """
import os, sys
from pathlib import Path
from curator.workspace.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), create=False)
os._exit(9)
"""


@pytest.fixture
def after_a_bad_end(library: Path, qtbot: QtBot) -> Iterator[Screen]:
    """The window on a library that another process had open when it died."""
    assert subprocess.run([sys.executable, "-c", DIES, str(library)], check=False).returncode == 9
    window = open_window(library)
    qtbot.addWidget(window)
    yield Screen(window, qtbot)
    window.close()


def choose(report: ReportDialog, words: str) -> None:
    """Press a button of a report."""
    next(b for b in report.findChildren(QPushButton) if b.text() == words).click()


def test_a_sound_library_is_said_to_be_well(screen: Screen) -> None:
    screen.trigger("help.check")
    screen.wait_for_notice("All is well: 2 digests and 1 step agree")


def test_after_a_bad_end_the_library_is_said_to_be_whole(after_a_bad_end: Screen) -> None:
    after_a_bad_end.wait_for_notice("did not close properly last time")
    assert "is whole" in after_a_bad_end.notice()


def test_what_a_check_finds_leads_on_to_a_repair(passing: Screen, library: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE digest SET title = 'Changed behind our back' WHERE id = 1")
        connection.commit()
    passing.trigger("help.check")
    passing.qtbot.waitUntil(lambda: bool(passing.window.findChildren(ReportDialog)), timeout=5_000)
    choose(passing.dialog(ReportDialog), "Repair the library …")
    choose(passing.dialog(ReportDialog), "Repair the library")
    after = successor_of(passing)
    after.qtbot.waitUntil(lambda: bool(after.window.findChildren(ReportDialog)), timeout=10_000)
    report = after.dialog(ReportDialog)
    assert "The library was repaired." in report.text()
    report.close()
    after.trigger("help.check")
    after.wait_for_notice("All is well")


def test_a_sound_library_is_left_alone_by_a_repair(passing: Screen) -> None:
    passing.trigger("help.repair")
    choose(passing.dialog(ReportDialog), "Repair the library")
    successor_of(passing).wait_for_notice("there was nothing to repair")


@pytest.mark.fault("F10")
def test_a_damaged_library_is_saved_as_far_as_it_can_be_read(
    library: Path, qtbot: QtBot, passing: Screen
) -> None:
    passing.window.wait_for("Letting go")
    overwrite_table(library, "term")
    passing.window.end_waiting()
    passing.window.close()
    viewer = Screen(open_window(library), qtbot)
    viewer.trigger("help.repair")
    choose(viewer.dialog(ReportDialog), "Repair the library")
    after = successor_of(viewer)
    after.qtbot.waitUntil(lambda: bool(after.window.findChildren(ReportDialog)), timeout=10_000)
    assert "The damaged file is kept" in after.dialog(ReportDialog).text()
    after.dialog(ReportDialog).close()
    assert len(after.titles()) == 2


def make_large(library: Path) -> None:
    """Let a library grow beyond what is checked while it is opened."""
    with closing(sqlite3.connect(library)) as connection:
        note = "INSERT INTO setting (name, value) VALUES (?, ?)"
        connection.executemany(note, ((f"note {n}", "x" * 17_000_000) for n in range(4)))
        connection.commit()


def test_a_large_library_is_checked_behind_the_open_window(library: Path, qtbot: QtBot) -> None:
    make_large(library)
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE digest SET title = 'Changed behind our back' WHERE id = 1")
        connection.commit()
    window = open_window(library)
    qtbot.addWidget(window)
    screen = Screen(window, qtbot)
    screen.wait_for_notice("The check after opening found")
    screen.part(QPushButton, "noticeVerb").click()
    assert "The check found" in screen.dialog(ReportDialog).text()
    screen.dialog(ReportDialog).close()
    window.close()


def test_a_large_library_is_said_to_be_whole_after_a_bad_end(library: Path, qtbot: QtBot) -> None:
    make_large(library)
    subprocess.run([sys.executable, "-c", DIES, str(library)], check=False)
    window = open_window(library)
    qtbot.addWidget(window)
    Screen(window, qtbot).wait_for_notice("the library was checked and is whole")
    window.close()
