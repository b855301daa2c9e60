"""The line that says what is special about a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.widgets.banner import Banner


def test_its_button_is_the_way_out(qtbot: QtBot) -> None:
    banner = Banner("This digest is in the trash.", "Restore", "trashBanner")
    qtbot.addWidget(banner)
    banner.show()
    button = banner.findChild(QPushButton, "trashBannerButton")
    assert isinstance(button, QPushButton)
    assert button.text() == "Restore"
    with qtbot.waitSignal(banner.chosen):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
