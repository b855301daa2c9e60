"""Searching while typing, and going on into the results."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

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
    qtbot.keyClicks(box, " land  robots ")
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["land robots"]


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
