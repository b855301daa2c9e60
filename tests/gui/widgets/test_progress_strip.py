"""What runs, how far it is, and Cancel."""

from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.widgets.progress_strip import ProgressStrip


def test_it_tells_how_far_a_deed_is_and_lets_it_be_stopped(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    assert not strip.isVisible()
    strip.begin("Importing")
    bar = strip.findChildren(QProgressBar)[0]
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    strip.tell(1200, 3554, "a file")
    assert bar.value() == 1200
    assert strip.findChildren(QLabel)[0].text() == "Importing … 1,200 of 3,554"
    cancel = strip.findChildren(QPushButton)[0]
    with qtbot.waitSignal(strip.cancel_requested):
        cancel.click()
    assert not cancel.isEnabled()
    assert "stopping" in strip.findChildren(QLabel)[0].text()


def test_a_report_that_comes_late_does_not_hide_that_it_stops(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.begin("Importing")
    strip.findChildren(QPushButton)[0].click()
    strip.tell(1200, 3554, "a file")
    assert "stopping" in strip.findChildren(QLabel)[0].text()
