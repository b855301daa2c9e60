"""What narrows a list stands above it, each to be taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from curator.gui.widgets.pick_chips import Chip, PickChips

ENERGY, DONE = Chip("theme: energy", 1), Chip("not review: done", 2, excluded=True)


@pytest.fixture
def chips(qtbot: QtBot) -> PickChips:
    chips = PickChips()
    qtbot.addWidget(chips)
    chips.resize(260, 80)
    chips.show_chips([ENERGY, DONE])
    return chips


def buttons(chips: PickChips) -> list[QToolButton]:
    found = [b for b in chips.findChildren(QToolButton) if b.property("chip")]
    return [button for button in found if not button.isHidden()]


def test_each_thing_that_narrows_has_a_chip_and_a_click_takes_it_away(
    chips: PickChips, qtbot: QtBot
) -> None:
    assert [button.text() for button in buttons(chips)] == [
        "theme: energy  ×",
        "not review: done  ×",
    ]
    assert [button.property("chip") for button in buttons(chips)] == ["chosen", "excluded"]
    with qtbot.waitSignal(chips.removed) as told:
        qtbot.mouseClick(buttons(chips)[1], Qt.MouseButton.LeftButton)
    assert told.args == [2]


def test_one_button_takes_all_away(chips: PickChips, qtbot: QtBot) -> None:
    clear = chips.findChild(QToolButton, "clearAll")
    assert isinstance(clear, QToolButton)
    with qtbot.waitSignal(chips.cleared):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)


def test_nothing_is_shown_where_nothing_narrows(chips: PickChips) -> None:
    assert not chips.isHidden()
    chips.show_chips([])
    assert chips.isHidden()
    assert buttons(chips) == []
    assert chips.words() == []


def test_chips_take_as_many_lines_as_they_need(chips: PickChips) -> None:
    one_line = chips.heightForWidth(2_000)
    assert chips.hasHeightForWidth()
    assert chips.heightForWidth(150) > one_line
    tops = {button.y() for button in buttons(chips)}
    chips.resize(2_000, 80)
    assert len({button.y() for button in buttons(chips)}) == 1 <= len(tops)
    assert chips.sizeHint().height() == one_line
    assert all(button.geometry().right() < chips.width() for button in buttons(chips))


def test_a_long_name_is_cut_and_stands_in_the_tip(chips: PickChips) -> None:
    name = "theme: " + "Grundstücksverkehrsgenehmigung & Verwaltung " * 3
    chips.show_chips([Chip(name, 3)])
    (button,) = buttons(chips)
    assert len(button.text()) < 40
    assert "Verwaltung" in button.toolTip()
    assert button.geometry().right() < chips.width()


def test_the_focus_stays_among_the_chips(chips: PickChips, qtbot: QtBot) -> None:
    with qtbot.waitActive(chips):
        chips.show()
        chips.activateWindow()
    buttons(chips)[0].setFocus()
    chips.show_chips([DONE])
    assert buttons(chips)[0].hasFocus()
    chips.show_chips([DONE])
    assert buttons(chips)[0].hasFocus()
