"""The chip says the state in words and offers the others."""

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.review import REVIEWS
from curator.gui.widgets.review_chip import ReviewChip


@pytest.mark.parametrize("state", REVIEWS)
def test_a_state_is_said_in_words(qtbot: QtBot, state: str) -> None:
    chip = ReviewChip()
    qtbot.addWidget(chip)
    chip.show_review(state)
    assert chip.text() == state.capitalize()
    assert chip.accessibleName() == f"Review state: {state.capitalize()}"
    assert not chip.icon().isNull()


def test_the_menu_offers_all_states_with_their_keys(qtbot: QtBot) -> None:
    chip = ReviewChip()
    qtbot.addWidget(chip)
    menu = chip.menu()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "To do\tCtrl+1",
        "In work\tCtrl+2",
        "Done\tCtrl+3",
        "Second look\tCtrl+4",
    ]
    with qtbot.waitSignal(chip.review_chosen) as told:
        menu.actions()[2].trigger()
    assert told.args == ["done"]
