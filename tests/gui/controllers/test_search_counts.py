"""Saved searches are counted beside the work of the window, and only where something changed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.widgets.sidebar import Sidebar
from curator.workspace.saved_searches import save_search
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen


@pytest.fixture
def counting(qtbot: QtBot, library: Path) -> Iterator[Screen]:
    """A window with three saved searches, two of which say the same."""
    with closing(Workspace.open(library)) as workspace:
        for name, text in (
            ("One", "title:harbours"),
            ("Same", "title:harbours"),
            ("All", "charging or batteries"),
        ):
            workspace.do(save_search, name=name, text=text)
    window = open_window(library)
    qtbot.addWidget(window)
    yield Screen(window, qtbot)
    window.close()


def spoken(screen: Screen) -> list[str]:
    """What the sidebar says of the saved searches."""
    sidebar = screen.part(Sidebar, "sidebar")
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(sidebar.item(row).data(role)) for row in range(7, sidebar.count())]


def wait_for(screen: Screen, *numbers: str) -> None:
    names = ("One", "Same", "All")
    wanted = [f"{name}, saved search, {n}" for name, n in zip(names, numbers, strict=True)]
    screen.qtbot.waitUntil(lambda: spoken(screen) == wanted)


def test_all_are_counted_once_the_list_stands(counting: Screen) -> None:
    wait_for(counting, "1 digest", "1 digest", "2 digests")


def test_edits_that_follow_each_other_are_counted_together(counting: Screen) -> None:
    wait_for(counting, "1 digest", "1 digest", "2 digests")
    counting.choose(counting.titles().index("Harbours Learn to Charge Ships"))
    for words in ("Ports", "Quays", "Piers"):
        title = counting.type_title(words)
        counting.qtbot.keyClick(title, Qt.Key.Key_Return)
    wait_for(counting, "0 digests", "0 digests", "2 digests")
    counting.trigger("edit.undo")
    wait_for(counting, "1 digest", "1 digest", "2 digests")


def test_what_is_renamed_keeps_its_number(counting: Screen) -> None:
    wait_for(counting, "1 digest", "1 digest", "2 digests")
    sidebar = counting.part(Sidebar, "sidebar")
    counting.choose_view(9)
    sidebar.search_renamed.emit(sidebar.search_id(), "Ships")
    assert spoken(counting)[2] == "Ships, saved search, 2 digests"
