"""A mistake of the program: what to send, and a way on."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.crash_dialog import CrashDialog
from curator.gui.messages import Crash


def test_the_report_can_be_copied_and_grows(qtbot: QtBot) -> None:
    dialog = CrashDialog(Crash("ZeroDivisionError: one", "trace one"))
    qtbot.addWidget(dialog)
    dialog.add(Crash("KeyError: two", "trace two"))
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Copy the report"].click()
    copied = QGuiApplication.clipboard().text()
    assert copied == dialog.report()
    assert copied.startswith("Curator ")
    assert copied.index("trace one") < copied.index("trace two")
    with qtbot.waitSignal(dialog.accepted):
        buttons["Go on"].click()
