"""What is half typed in the ledger is known, so that it can be kept."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.ledger import GRID, Ledger
from tests.gui.screen import Screen


@pytest.fixture
def ledger(screen: Screen) -> Ledger:
    return Ledger(screen)


def test_the_field_and_both_texts_are_told(ledger: Ledger, qtbot: QtBot) -> None:
    typing = ledger.page.typing
    ledger.go(3)
    assert typing.being_typed() is None
    ledger.key(Qt.Key.Key_S)
    with qtbot.waitSignal(typing.typed):
        qtbot.keyClicks(ledger.table.indexWidget(ledger.table.currentIndex()), "o")
    told = typing.being_typed()
    assert told is not None
    assert (told.stored, told.text, told.place.field) == (GRID, "so", "name")
    assert told.words == f"Name of signal “{GRID}”"
    with qtbot.waitSignals([typing.given_up, typing.ended]):
        qtbot.keyClick(ledger.table.indexWidget(ledger.table.currentIndex()), Qt.Key.Key_Escape)
    assert typing.being_typed() is None
