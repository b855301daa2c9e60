"""A report is one list, can be copied, and leads on."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.report_dialog import ReportDialog


def test_it_is_copied_as_a_whole_and_leads_on(qtbot: QtBot) -> None:
    done: list[str] = []
    ways = [("Compare …", lambda: done.append("compared"))]
    dialog = ReportDialog("Import", "2 not taken.", ["a.md: no digest", "b.md: empty"], ways)
    qtbot.addWidget(dialog)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Copy"].click()
    assert QGuiApplication.clipboard().text() == "2 not taken.\na.md: no digest\nb.md: empty"
    with qtbot.waitSignal(dialog.accepted):
        buttons["Compare …"].click()
    assert done == ["compared"]
