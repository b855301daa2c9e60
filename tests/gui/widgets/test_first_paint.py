"""What waits for something to be seen is told once, and after it was."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from curator.gui.widgets.first_paint import FirstPaint


def test_it_is_told_once_when_a_widget_was_painted(qtbot: QtBot) -> None:
    label = QLabel("Harbours")
    qtbot.addWidget(label)
    told: list[str] = []

    def note() -> None:
        told.append(label.text())

    FirstPaint(label, label).painted.connect(note)
    assert told == []
    label.show()
    qtbot.waitUntil(lambda: told == ["Harbours"])
    label.setText("Harbours learn")
    label.repaint()
    QApplication.processEvents()
    assert told == ["Harbours"]
