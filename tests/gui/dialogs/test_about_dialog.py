"""What the program is, and where its things lie."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.about_dialog import AboutDialog, program_version


def test_the_facts_can_be_copied(qtbot: QtBot) -> None:
    dialog = AboutDialog({"Library": "/home/ada/library.curator"})
    qtbot.addWidget(dialog)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy").click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == [f"Version: {program_version()}", "Library: /home/ada/library.curator"]
    assert program_version()
