"""Copies by themselves and by hand."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.widgets.notice_bar import NoticeBar
from curator.library.library import Library
from curator.workspace import backups
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.digests import LAYOUT_A
from tests.gui.screen import Screen


@pytest.fixture
def waiting(tmp_path: Path, files: Path, qtbot: QtBot) -> Iterator[Screen]:
    """The window on a library whose work waits for a copy since two hours."""
    path = tmp_path / "waiting.curator"
    opened = Library.open(path, create=True, clock=lambda: datetime.now(UTC) - timedelta(hours=2))
    workspace = Workspace(opened, "Ada")
    import_paths(workspace, [files])
    workspace.close()
    window = open_window(path)
    qtbot.addWidget(window)
    yield Screen(window, qtbot)
    window.close()


def copies_of(screen: Screen) -> int:
    """How many copies lie beside the library."""
    return len(backups.copies(screen.window.library()))


def five_minutes_pass(screen: Screen) -> None:
    """What the clock of the window does every five minutes."""
    screen.part(QTimer, "backupTimer").timeout.emit()


def time_passes_until(screen: Screen, happened: Callable[[], bool]) -> None:
    """The same until something happened: a window that does something else waits for its turn."""

    def look() -> bool:
        if not happened():
            five_minutes_pass(screen)
        return happened()

    screen.qtbot.waitUntil(look, timeout=10_000)


def test_a_backup_is_made_and_told(screen: Screen) -> None:
    screen.trigger("file.backup")
    screen.wait_for_notice("verified copy")
    assert copies_of(screen) == 1


def test_work_that_waits_is_copied_by_itself(waiting: Screen) -> None:
    assert copies_of(waiting) == 0
    time_passes_until(waiting, lambda: copies_of(waiting) == 1)
    five_minutes_pass(waiting)
    waiting.trigger("file.backup")  # the lane does one after the other
    waiting.wait_for_notice("verified copy")
    assert copies_of(waiting) == 2


def test_a_window_that_is_busy_makes_the_copy_as_soon_as_it_is_idle(waiting: Screen) -> None:
    waiting.trigger("help.check")
    five_minutes_pass(waiting)
    assert copies_of(waiting) == 0
    waiting.qtbot.waitUntil(lambda: copies_of(waiting) == 1, timeout=10_000)


def test_work_that_waits_is_copied_before_the_window_closes(waiting: Screen) -> None:
    waiting.window.close()
    assert copies_of(waiting) == 1


def test_what_was_done_just_now_waits_for_its_copy(screen: Screen) -> None:
    screen.window.close()
    assert copies_of(screen) == 0


def test_a_large_first_import_is_copied_when_the_window_closes(
    empty_screen: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / "crowd"
    folder.mkdir()
    for number in range(51):
        (folder / f"{number:032x}.md").write_text(LAYOUT_A, encoding="utf-8")
    empty_screen.window.take_files([folder])
    empty_screen.wait_for_notice("51 new")
    assert copies_of(empty_screen) == 0
    empty_screen.window.close()
    assert copies_of(empty_screen) == 1


@pytest.mark.fault("F6")
def test_a_backup_that_fails_by_itself_is_told_once(waiting: Screen) -> None:
    folder = waiting.window.library().parent / "backups"
    folder.write_text("a file lies where the folder should be")
    told = "No backup could be made by itself."
    time_passes_until(waiting, lambda: told in waiting.notice())
    bar = waiting.part(NoticeBar, "noticeBar")
    bar.hide()
    five_minutes_pass(waiting)
    waiting.trigger("help.check")  # on the same lane, after it
    waiting.wait_for_notice("All is well")
    folder.unlink()
    time_passes_until(waiting, lambda: copies_of(waiting) == 1)
