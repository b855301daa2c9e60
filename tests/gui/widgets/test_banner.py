"""The line that says what is special about a page."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.widgets.banner import Banner


def test_it_changes_its_words_and_its_ways_out(qtbot: QtBot) -> None:
    banner = Banner("libraryBanner")
    done: list[str] = []
    qtbot.addWidget(banner)
    banner.tell("It is damaged.", [("Repair …", partial(done.append, "repair"))])
    banner.tell("It was moved.", [("Look again", partial(done.append, "look"))])
    assert not banner.isVisible()
    banner.show()
    assert banner.accessibleName() == "It was moved."
    label = banner.findChild(QLabel, "libraryBannerText")
    assert isinstance(label, QLabel)
    assert label.text() == "It was moved."
    (button,) = (child for child in banner.findChildren(QPushButton) if child.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["look"]


def test_keys_reach_its_first_way_out(qtbot: QtBot) -> None:
    banner = Banner("libraryBanner")
    qtbot.addWidget(banner)
    banner.enter()  # offers nothing yet
    done: list[str] = []
    ways = [(word, partial(done.append, word)) for word in ("Save a copy", "Look again")]
    banner.tell("It was moved.", ways)
    with qtbot.waitActive(banner):
        banner.show()
        banner.activateWindow()
    banner.enter()
    button = banner.focusWidget()
    assert isinstance(button, QPushButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert done == ["Save a copy"]
