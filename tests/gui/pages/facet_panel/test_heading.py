"""The heading of a facet opens and closes it, with mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.gui.pages.facet_panel.heading import FacetHeading
from curator.gui.theme import apply_theme


@pytest.fixture
def heading(qtbot: QtBot, qapp: QApplication) -> FacetHeading:
    apply_theme(qapp, "light")
    heading = FacetHeading("theme")
    qtbot.addWidget(heading)
    return heading


@pytest.mark.parametrize(
    ("key", "opens"),
    [
        (Qt.Key.Key_Return, True),
        (Qt.Key.Key_Space, True),
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Left, False),
    ],
)
def test_keys_open_and_close(heading: FacetHeading, qtbot: QtBot, key: Qt.Key, opens: bool) -> None:
    qtbot.keyClick(heading, key)
    assert heading.isChecked() == opens


def test_arrows_go_on(heading: FacetHeading, qtbot: QtBot) -> None:
    for key, step in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
        with qtbot.waitSignal(heading.stepped) as told:
            qtbot.keyClick(heading, key)
        assert told.args == [step]


def test_it_says_how_many_values_there_are_and_whether_it_is_open(heading: FacetHeading) -> None:
    assert heading.accessibleName() == "Theme, closed"
    heading.setChecked(True)
    heading.tell(1_991, 2)
    assert heading.accessibleName() == "Theme, 1,991 values, 2 picked, open"
