"""Whoever tries to change a library that can only be read hears why nothing happens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QTextEdit, QWidget

from tests.gui.screen import READ_ONLY, Screen

NOTHING = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


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
    assert READ_ONLY not in viewer.label("statusLine")
    viewer.qtbot.keyClick(part, key, modifiers)
    assert viewer.label("statusLine") == READ_ONLY


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
