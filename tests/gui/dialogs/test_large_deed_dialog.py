"""Many rows are not touched by a stray key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.large_deed_dialog import LargeDeedDialog
from tests.gui.screen import part_of


def test_it_names_the_number_and_enter_does_nothing_yet(qtbot: QtBot) -> None:
    dialog = LargeDeedDialog("Clear: 2,400 cells in 1,200 rows?", "Clear")
    qtbot.addWidget(dialog)
    dialog.open()
    assert "1,200 rows" in part_of(dialog, QLabel, "largeDeedWords").text()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.open()
    with qtbot.waitSignal(dialog.accepted):
        part_of(dialog, QPushButton, "largeDeedDo").click()
