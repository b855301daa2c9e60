"""Searching while typing, and going on into the results."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from curator.gui.widgets.growing_text import MOST_PASTED
from curator.gui.widgets.search_box import SearchBox


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    box = SearchBox()
    qtbot.addWidget(box)
    box.show()
    return box


def test_it_searches_once_after_a_pause(qtbot: QtBot, box: SearchBox) -> None:
    heard: list[str] = []
    box.searched.connect(heard.append)
    qtbot.keyClicks(box, ' "land  robots" ')
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ['"land  robots"']


def test_enter_searches_at_once(qtbot: QtBot, box: SearchBox) -> None:
    heard: list[str] = []
    box.searched.connect(heard.append)
    qtbot.keyClicks(box, "robots")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert heard == ["robots"]


def test_escape_empties_it_at_once(qtbot: QtBot, box: SearchBox) -> None:
    box.setText("robots")
    box.search_now()
    with qtbot.waitSignal(box.searched) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert told.args == [""]
    assert box.text() == ""


def test_down_goes_into_the_results_of_what_was_typed(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box, "robots")
    with qtbot.waitSignals([box.searched, box.list_requested], order="strict"):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_it_says_what_it_is_for(box: SearchBox) -> None:
    assert box.objectName() == "searchBox"
    assert box.accessibleName() == "Search"
    assert "Ctrl+F" in box.placeholderText()


TOO_MUCH = "x" * (MOST_PASTED + 1)


def paste_by_key(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keySequence(box, QKeySequence.StandardKey.Paste)


def paste_by_menu(qtbot: QtBot, box: SearchBox) -> None:
    middle = QPoint(20, 10)
    at = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(box, QContextMenuEvent(at, middle, box.mapToGlobal(middle)))
    menu = next(menu for menu in box.findChildren(QMenu) if menu.isVisible())
    paste = next(action for action in menu.actions() if action.objectName() == "edit-paste")
    paste.trigger()
    menu.close()


def drop(qtbot: QtBot, box: SearchBox) -> None:
    mime = QMimeData()
    mime.setText(QGuiApplication.clipboard().text())
    place, action = QPointF(20, 10), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(box, QDragEnterEvent(place.toPoint(), action, mime, left, none))
    QApplication.sendEvent(box, QDropEvent(place, action, mime, left, none))


@pytest.mark.fault("F22")
@pytest.mark.parametrize("way", [paste_by_key, paste_by_menu, drop])
def test_what_is_too_large_is_refused_before_it_is_inserted(
    qtbot: QtBot, box: SearchBox, way
) -> None:
    told: list[str] = []
    box.paste_refused.connect(told.append)
    QGuiApplication.clipboard().setText(TOO_MUCH)
    way(qtbot, box)
    assert box.text() == ""
    assert len(told) == 1
    assert "5,000,001 characters" in told[0]
    QGuiApplication.clipboard().setText("robots")
    way(qtbot, box)
    assert box.text() == "robots"
    assert len(told) == 1
