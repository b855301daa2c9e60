"""The side buttons of a mouse, pressed over whatever part of a window."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from curator.gui.widgets.way_buttons import WayButtons


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[QListView]:
    """A window that is one list, which takes every press for a choice."""
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["one", "two"], view))
    yield view
    view.close()


def test_back_and_forward_are_told_and_choose_nothing(qtbot: QtBot, view: QListView) -> None:
    told: list[str] = []
    buttons = WayButtons(view)
    buttons.back_pressed.connect(partial(told.append, "back"))
    buttons.forward_pressed.connect(partial(told.append, "forward"))
    view.show()
    qtbot.waitExposed(view)
    place = view.visualRect(view.model().index(1, 0)).center()
    for button in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
        QTest.mouseClick(view.windowHandle(), button, pos=place)
    assert told == ["back", "forward"]
    assert view.currentIndex().row() != 1
    QTest.mouseClick(view.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["back", "forward"]
    assert view.currentIndex().row() == 1
