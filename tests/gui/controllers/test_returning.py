"""Whoever opens a library again goes on where it was left."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QTabWidget
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from tests.gui.screen import Screen
from tests.library.deeds import rewritten


def test_the_window_comes_back_as_it_was_left(screen: Screen, qtbot: QtBot, library: Path) -> None:
    screen.window.resize(1300, 760)
    screen.choose(1)
    screen.choose_view(1)
    screen.part(QTabWidget, "sidePanel").setCurrentIndex(2)
    screen.window.close()
    again = open_window(library)
    qtbot.addWidget(again)
    back = Screen(again, qtbot)
    assert back.title() == "Harbours Learn to Charge Ships"
    assert back.part(QAbstractItemView, "sidebar").currentIndex().row() == 1
    assert back.part(QTabWidget, "sidePanel").currentIndex() == 2
    again.close()


def test_a_large_library_shows_its_list_before_the_digest_that_was_open(
    screen: Screen, qtbot: QtBot, library: Path
) -> None:
    screen.choose(1)
    screen.window.close()
    rewritten(library, "UPDATE digest SET id = 5000 WHERE id = (SELECT max(id) FROM digest)")
    again = open_window(library)
    qtbot.addWidget(again)
    back = Screen(again, qtbot)
    assert back.part(QAbstractItemView, "digestList").currentIndex().row() == 1
    assert back.title() == ""
    qtbot.waitUntil(lambda: back.title() == "Harbours Learn to Charge Ships")
    assert len(back.titles()) == 2
    again.close()
