"""Whoever tries to change a library that can only be read hears why nothing happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QListView, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.background import Background
from curator.gui.change_feed import ChangeFeed
from curator.gui.main_window import MainWindow
from curator.gui.messages import Messages
from curator.gui.session import Session
from curator.gui.theme import apply_theme
from curator.gui.window_state import WindowState
from curator.library.library import Library
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen

REASON = "library.curator lies in a folder that can’t be written."
NOTHING = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def viewer(qtbot: QtBot, qapp: QApplication, library: Path, tmp_path: Path) -> Iterator[Screen]:
    """A window on a library that was opened to be read only."""
    apply_theme(qapp, "light")
    workspace = Workspace(Library.view(library, REASON), "Ada")
    state = WindowState(tmp_path / "config")
    session = Session(workspace, ChangeFeed(), Messages(), Background(), state)
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    viewer = Screen(window, qtbot)
    viewer.choose(0)
    yield viewer
    window.close()


KEYS = [
    ("signalsTable", Qt.Key.Key_F2, NOTHING),
    ("signalsTable", Qt.Key.Key_A, NOTHING),
    ("signalsTable", Qt.Key.Key_Return, NOTHING),
    ("signalsTable", Qt.Key.Key_Delete, NOTHING),
    ("signalsTable", Qt.Key.Key_Return, CTRL),
    ("closestTable", Qt.Key.Key_2, NOTHING),
    ("titleEdit", Qt.Key.Key_A, NOTHING),
    ("titleEdit", Qt.Key.Key_V, CTRL),
    ("titleEdit", Qt.Key.Key_Z, CTRL),
    ("digestList", Qt.Key.Key_Z, CTRL),
    ("digestList", Qt.Key.Key_F9, NOTHING),
]


@pytest.mark.fault("F7")
@pytest.mark.parametrize(("place", "key", "modifiers"), KEYS)
def test_a_key_that_would_change_something_tells_the_reason(
    viewer: Screen, place: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    part = viewer.part(QWidget, place)
    if place.endswith("Table"):
        viewer.put_cursor(place, 0)
    part.setFocus()
    assert REASON not in viewer.label("statusLine")
    viewer.qtbot.keyClick(part, key, modifiers)
    assert viewer.label("statusLine") == REASON


@pytest.mark.parametrize(
    ("place", "key", "modifiers"),
    [
        ("signalsTable", Qt.Key.Key_Down, NOTHING),
        ("signalsTable", Qt.Key.Key_C, CTRL),
        ("titleEdit", Qt.Key.Key_C, CTRL),
        ("digestList", Qt.Key.Key_Down, NOTHING),
    ],
)
def test_whoever_only_reads_is_left_in_peace(
    viewer: Screen, place: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    part = viewer.part(QWidget, place)
    part.setFocus()
    viewer.qtbot.keyClick(part, key, modifiers)
    assert viewer.label("statusLine") == ""


def test_where_the_library_can_be_edited_nothing_is_said(screen: Screen) -> None:
    table = screen.put_cursor("signalsTable", 0)
    screen.qtbot.keyClick(table, Qt.Key.Key_F2)
    assert screen.label("statusLine") == ""
    screen.part(QListView, "digestList").setFocus()
    assert screen.part(QTextEdit, "titleEdit").toPlainText()


def test_the_keys_reach_the_ways_out_when_there_is_no_notice(viewer: Screen) -> None:
    viewer.window.activateWindow()
    viewer.qtbot.waitUntil(viewer.window.isActiveWindow)
    viewer.trigger("view.notice")
    buttons = viewer.part(QFrame, "libraryBanner").findChildren(QPushButton)
    assert viewer.window.focusWidget() in buttons
