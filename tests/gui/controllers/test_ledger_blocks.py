"""Many cells at once: named, asked about, then one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.large_deed_dialog import LargeDeedDialog
from tests.gui.ledger import CHARGING, FIRE, GRID, SWAP, Ledger
from tests.gui.screen import Screen


@pytest.fixture
def ledger(screen: Screen) -> Ledger:
    ledger = Ledger(screen)
    ledger.table.most_unasked = 2
    return ledger


def clear_all(ledger: Ledger) -> None:
    ledger.go(0)
    ledger.table.selectAll()
    ledger.key(Qt.Key.Key_Delete)


def test_a_large_clearing_is_one_step_after_a_yes(ledger: Ledger, qtbot: QtBot) -> None:
    clear_all(ledger)
    asked = ledger.screen.label("largeDeedWords")
    assert asked == "Clear: 16 cells in 4 rows?"
    ledger.screen.dialog(LargeDeedDialog).accept()
    qtbot.waitUntil(lambda: ledger.names() == [""] * 4, timeout=5_000)
    assert ledger.cell(0, "title") == "Ferries on Batteries"
    assert ledger.cell(0, "review") == "to do"
    ledger.screen.wait_for_notice("Clear 16 cells: 4 signals")
    qtbot.waitUntil(lambda: ledger.screen.action("edit.undo").isEnabled())
    ledger.screen.trigger("edit.undo")
    qtbot.waitUntil(lambda: ledger.names() == [SWAP, FIRE, CHARGING, GRID])


def test_lines_of_groups_and_columns_that_are_only_read_are_not_counted(ledger: Ledger) -> None:
    ledger.page.strip.group_chosen.emit("digest")
    ledger.wait_for(2)
    ledger.go(0)
    ledger.key(Qt.Key.Key_Right)
    ledger.wait_for(4)
    clear_all(ledger)
    assert ledger.screen.label("largeDeedWords") == "Clear: 8 cells in 2 rows?"


def test_a_no_changes_nothing(ledger: Ledger) -> None:
    clear_all(ledger)
    ledger.screen.dialog(LargeDeedDialog).reject()
    assert ledger.names() == [SWAP, FIRE, CHARGING, GRID]


def test_what_is_too_much_is_refused_in_numbers(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.gui.controllers.ledger_blocks.MOST_CELLS", 10)
    clear_all(ledger)
    ledger.screen.wait_for_notice("That would change 16 cells in 4 rows; at most 10 go at once.")


def test_a_library_that_is_only_read_says_why(viewer: Screen) -> None:
    ledger = Ledger(viewer)
    ledger.table.most_unasked = 2
    clear_all(ledger)
    assert not [d for d in viewer.window.findChildren(QDialog) if isinstance(d, LargeDeedDialog)]
    assert ledger.names() == [SWAP, FIRE, CHARGING, GRID]
    assert not ledger.table.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable
