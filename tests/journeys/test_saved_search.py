"""A search that was saved follows each edit at once, also one that is taken back, and stays."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.dialogs.search_dialog import SearchDialog
from curator.gui.main_window import MainWindow
from curator.gui.widgets.sidebar import Sidebar
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen, part_of

HARBOURS, FERRIES = "Harbours Learn to Charge Ships", "Ferries on Batteries"
ALL, SAVED = 0, 7
"""Rows of the sidebar."""


@pytest.fixture
def library(tmp_path: Path, inbox: Path) -> Path:
    """A library with two digests."""
    path = tmp_path / "watch.curator"
    workspace = Workspace.open(path)
    import_paths(workspace, [inbox])
    workspace.close()
    return path


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[[Path], Screen]]:
    """Open the real window on a library; it is closed at the end."""
    windows: list[MainWindow] = []

    def open_on(path: Path) -> Screen:
        window = open_window(path)
        qtbot.addWidget(window)
        windows.append(window)
        return Screen(window, qtbot)

    yield open_on
    for window in windows:
        window.close()


def counted(screen: Screen) -> str:
    """What the sidebar says of the saved search."""
    line = screen.part(Sidebar, "sidebar").item(SAVED)
    return str(line.data(Qt.ItemDataRole.AccessibleTextRole))


def wait_for(screen: Screen, number: str, titles: list[str]) -> None:
    """Wait until list and sidebar agree on what the search finds."""
    screen.qtbot.waitUntil(lambda: sorted(screen.titles()) == sorted(titles))
    screen.qtbot.waitUntil(lambda: counted(screen) == f"Weak grids, saved search, {number}")


def test_a_saved_search_follows_an_edit_at_once(
    opened: Callable[[Path], Screen], library: Path
) -> None:
    screen = opened(library)
    box = screen.part(QLineEdit, "searchBox")
    box.setText('signal:"grid too weak"')
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)
    screen.trigger("search.save")
    name = part_of(screen.dialog(SearchDialog), QLineEdit, "searchNameEdit")
    name.setText("Weak grids")
    screen.qtbot.keyClick(name, Qt.Key.Key_Return)
    wait_for(screen, "1 digest", [HARBOURS])

    screen.choose_view(ALL)
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == 2)
    screen.choose(screen.titles().index(FERRIES))
    screen.type_cell("signalsTable", 0, 0, "The grid too weak for ferries")
    screen.choose_view(SAVED)
    wait_for(screen, "2 digests", [FERRIES, HARBOURS])

    screen.choose(screen.titles().index(HARBOURS))
    row = screen.cells("signalsTable").index("Grid too weak")
    screen.type_cell("signalsTable", row, 0, "Strong grid")
    wait_for(screen, "1 digest", [FERRIES])
    screen.trigger("edit.undo")
    wait_for(screen, "2 digests", [FERRIES, HARBOURS])

    screen.window.close()
    again = opened(library)
    again.choose_view(SAVED)
    wait_for(again, "2 digests", [FERRIES, HARBOURS])
    assert again.part(QLineEdit, "searchBox").text() == 'signal:"grid too weak"'
