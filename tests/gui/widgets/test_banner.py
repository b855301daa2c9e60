"""The line that says what is special about a page."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.widgets.banner import Banner, LastingBanner


def test_its_button_is_the_way_out(qtbot: QtBot) -> None:
    banner = Banner("This digest is in the trash.", "Restore", "trashBanner")
    qtbot.addWidget(banner)
    banner.show()
    button = banner.findChild(QPushButton, "trashBannerButton")
    assert isinstance(button, QPushButton)
    assert button.text() == "Restore"
    with qtbot.waitSignal(banner.chosen):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_lasting_banner_changes_its_words_and_its_ways_out(qtbot: QtBot) -> None:
    banner = LastingBanner("libraryBanner")
    done: list[str] = []
    qtbot.addWidget(banner)
    banner.tell("It is damaged.", [("Repair …", partial(done.append, "repair"))])
    banner.tell("It was moved.", [("Look again", partial(done.append, "look"))])
    assert banner.isVisible()
    assert banner.accessibleName() == "It was moved."
    label = banner.findChild(QLabel, "libraryBannerText")
    assert isinstance(label, QLabel)
    assert label.text() == "It was moved."
    (button,) = (child for child in banner.findChildren(QPushButton) if child.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["look"]
