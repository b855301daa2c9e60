"""A report is one list, can be copied, and leads on."""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QScrollBar
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.report_dialog import ReportDialog
from tests.gui.screen import part_of


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


def is_scrolled(bar: QScrollBar, *, at_end: bool) -> bool:
    return bar.maximum() > 0 and bar.value() == (bar.maximum() if at_end else 0)


def test_a_log_opens_at_its_newest_line(qtbot: QtBot) -> None:
    lines = [f"line {number}" for number in range(500)]
    for at_end in (False, True):
        dialog = ReportDialog("Log", "The end of the log.", lines, at_end=at_end)
        qtbot.addWidget(dialog)
        dialog.show()
        bar = part_of(dialog, QPlainTextEdit, "reportItems").verticalScrollBar()
        qtbot.waitUntil(partial(is_scrolled, bar, at_end=at_end))
        dialog.close()
