"""A damaged library: shown as far as it can be read, never written to, and never shown as empty."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from curator.domain.errors import Damaged
from curator.gui.application import open_window
from curator.gui.widgets.empty_state import EmptyState
from curator.library.write import Write
from curator.workspace.workspace import Workspace
from tests.builders import a_signal, a_whole
from tests.gui.screen import Screen
from tests.library import damage

DIGESTS = 60
UNREADABLE = "This part of the library can’t be read"
OVERWRITE = """
import sys
with open(sys.argv[1], "r+b") as file:
    file.seek((int(sys.argv[2]) - 1) * int(sys.argv[3]))
    file.write(b"\\xff" * int(sys.argv[3]))
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A library with so many digests that their rows fill many pages."""
    path = tmp_path / "shelf.curator"
    workspace = Workspace.open(path)
    workspace.do(_arrive)
    workspace.close()
    return path


def _arrive(write: Write) -> str:
    for number in range(DIGESTS):
        rows = tuple(a_signal(f"Signal {row}", change="words " * 200) for row in range(3))
        write.arrive(a_whole(f"digest-{number:02}", signals=rows), f"# {number}")
    return "Import digests"


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[partial[Screen]]:
    """Opens the window on a library; it is closed in the end."""
    shown: list[Screen] = []
    yield partial(_show, qtbot, shown)
    for screen in shown:
        screen.window.close()


def _show(qtbot: QtBot, shown: list[Screen], path: Path) -> Screen:
    window = open_window(path)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    shown.append(Screen(window, qtbot))
    return shown[-1]


def _overwrite(path: Path, page: int, size: int) -> None:
    """In another process: this one would lose its locks by closing the file."""
    subprocess.run([sys.executable, "-c", OVERWRITE, str(path), str(page), str(size)], check=True)


def is_told(screen: Screen) -> bool:
    """Whether the banner says that the library is damaged."""
    banner = screen.part(QFrame, "libraryBanner")
    return banner.isVisible() and "is damaged" in screen.label("libraryBannerText")


@pytest.mark.fault("F10")
def test_it_opens_to_be_read_with_the_ways_out(show: partial[Screen], shelf: Path) -> None:
    damage.overwrite_leaf(shelf, "signal", -1)
    before = shelf.read_bytes()
    screen = show(shelf)
    assert is_told(screen)
    buttons = screen.part(QFrame, "libraryBanner").findChildren(QPushButton)
    told = [button.text() for button in buttons if button.isVisible()]
    assert told == ["Bring back a backup …", "Repair the library …", "Save a copy as …"]
    assert len(screen.titles()) == DIGESTS
    assert screen.action("file.bring_back").isEnabled()
    assert screen.action("help.repair").isEnabled()
    assert not screen.action("file.import").isEnabled()
    screen.window.close()
    assert shelf.read_bytes() == before


@pytest.mark.fault("F10")
def test_a_digest_that_can_not_be_read_says_so_and_the_others_are_shown(
    show: partial[Screen], shelf: Path
) -> None:
    damage.overwrite_leaf(shelf, "signal", -1)
    screen = show(shelf)
    unreadable = screen.part(EmptyState, "digestUnreadable")
    found = []
    for row in range(DIGESTS):
        screen.choose(row)
        found.append(unreadable.isVisible())
    assert 0 < sum(found) < DIGESTS
    assert not screen.notice()


@pytest.mark.fault("F10")
def test_cards_that_can_not_be_read_do_not_hide_the_others(
    show: partial[Screen], shelf: Path
) -> None:
    damage.overwrite_leaf(shelf, "digest", 1)
    screen = show(shelf)
    titles = screen.titles()
    assert 0 < titles.count("This digest can’t be read") < DIGESTS
    assert "About digest-00" in titles


@pytest.mark.fault("F10")
def test_a_search_that_can_not_be_answered_is_not_one_that_finds_nothing(
    show: partial[Screen], shelf: Path
) -> None:
    pages, size = damage.leaf_pages(shelf, "search_data"), damage.page_size(shelf)
    screen = show(shelf)
    for page in pages:
        _overwrite(shelf, page, size)
    box = screen.part(QLineEdit, "searchBox")
    screen.qtbot.keyClicks(box, "summary")
    empty = screen.part(EmptyState, "listEmpty")
    screen.qtbot.waitUntil(empty.isVisible)
    assert empty.heading() == UNREADABLE
    assert screen.label("shownCount") == ""
    screen.qtbot.waitUntil(partial(is_told, screen))


@pytest.mark.fault("F10")
def test_damage_that_shows_in_the_middle_of_the_work_ends_the_writing(
    show: partial[Screen], shelf: Path
) -> None:
    leaf, size = damage.leaf_pages(shelf, "signal")[-1], damage.page_size(shelf)
    screen = show(shelf)
    assert not is_told(screen)
    _overwrite(shelf, leaf, size)
    for row in range(DIGESTS):
        screen.choose(row)
    screen.qtbot.waitUntil(partial(is_told, screen))
    screen.choose(DIGESTS // 2)
    assert not screen.action("signal.add").isEnabled()
    title = screen.part(QTextEdit, "titleEdit")
    assert title.isReadOnly()


@pytest.mark.fault("F12")
def test_half_a_library_is_never_taken_for_an_empty_one(shelf: Path) -> None:
    damage.cut(shelf, 0.6)
    before = shelf.read_bytes()
    with pytest.raises(Damaged):
        open_window(shelf)
    assert shelf.read_bytes() == before
