"""A mistake of the program: what to send, and a way on."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.crash_dialog import CrashDialog
from curator.gui.messages import Crash
from curator.logbook import log_path


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


def test_the_same_mistake_again_is_counted_and_the_log_is_named(qtbot: QtBot) -> None:
    dialog = CrashDialog(Crash("KeyError", "trace one", "curator/x.py:1"))
    qtbot.addWidget(dialog)
    dialog.add(Crash("IndexError", "trace two", "curator/y.py:2"))
    dialog.add(Crash("KeyError", "trace one", "curator/x.py:1", times=3, is_new=False))
    assert dialog.report().count("trace one") == 1
    assert "KeyError (3 times)" in dialog.report()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert str(log_path()) in words
