"""The page of all signals, on real digests."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from curator.domain.ledger import LedgerQuestion, Sorting
from tests.gui.ledger import CHARGING, FIRE, GRID, SWAP, Ledger
from tests.gui.screen import Screen

Key = Qt.Key


@pytest.fixture
def ledger(screen: Screen) -> Ledger:
    return Ledger(screen)


def test_all_rows_of_all_digests_stand_in_one_table(ledger: Ledger) -> None:
    assert ledger.names() == [SWAP, FIRE, CHARGING, GRID]
    assert ledger.cell(0, "title") == "Ferries on Batteries"
    assert ledger.cell(2, "date") == "2024-08-18"
    assert ledger.cell(1, "kind") == "concern"
    assert ledger.screen.part(QLabel, "rowCount").text() == "4 of 4 rows shown"
    assert ledger.page.question() == LedgerQuestion(sorting=Sorting())


def test_it_is_edited_as_every_table(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.go(2)
    ledger.key(Key.Key_S)
    editor = ledger.screen.window.focusWidget()
    qtbot.keyClicks(editor, "hore power")
    qtbot.keyClick(editor, Key.Key_Return)
    assert ledger.names()[2] == "shore power"
    assert ledger.current() == GRID
    ledger.screen.trigger("edit.undo")
    assert ledger.names()[2] == CHARGING


def test_all_rows_are_selected_at_once(ledger: Ledger) -> None:
    ledger.table.selectAll()
    assert len(ledger.page.selected_row_ids()) == 4
    ledger.go(1)
    ids = ledger.page.selected_row_ids()
    assert list(ids) == [ledger.page.current_row_id()]
    row = ledger.page.current_row()
    assert row is not None
    assert row.signal.name == FIRE


def test_rows_in_sight_are_selected_where_they_stand(ledger: Ledger) -> None:
    ledger.table.setMaximumHeight(4 * ledger.table.rowHeight(0))
    bar = ledger.table.verticalScrollBar()
    ledger.screen.qtbot.waitUntil(lambda: bar.maximum() > 0)
    for height in (bar.maximum(), bar.minimum()):
        bar.setValue(height)
        assert ledger.page.select_rows([ledger.model.plan.id_at(1)])
        assert bar.value() == height


def test_rows_are_found_again_by_their_ids(ledger: Ledger) -> None:
    ids = [ledger.model.plan.id_at(row) for row in (1, 3)]
    assert ledger.page.select_rows(ids, "change")
    assert list(ledger.page.selected_row_ids()) == ids
    assert ledger.table.currentIndex().column() == ledger.model.names.index("change")
    assert not ledger.page.select_rows([999])
    assert ledger.page.select_rows(ids[1:], "kind")  # which is hidden: in the column as before
    assert ledger.table.currentIndex().column() == ledger.model.names.index("change")


def test_the_cursor_in_rest_chooses_its_row(ledger: Ledger, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ledger.page.row_chosen) as told:
        ledger.page.go_to_row(2)
        ledger.page.go_to_row(3)
    assert told.args == [ledger.page.current_row_id()]
    assert ledger.current() == GRID


def test_rows_can_be_taller(ledger: Ledger) -> None:
    before = ledger.table.rowHeight(0)
    ledger.page.strip.lines_chosen.emit(4)
    assert ledger.table.rowHeight(0) == before + 36


def test_more_lines_than_rows_are_told(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.go(3)
    ledger.table.rows_left_over.emit([["a"], ["b"]])
    ledger.screen.wait_for_notice("2 pasted lines found no row here.")
    ledger.table.copy_refused.emit("That is too much.")
    ledger.screen.wait_for_notice("That is too much.")


def test_left_leads_to_the_line_of_the_group(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.page.strip.group_chosen.emit("digest")
    ledger.wait_for(2)
    ledger.go(0)
    ledger.key(Key.Key_Right)
    qtbot.waitUntil(lambda: ledger.model.rowCount() == 4)
    assert ledger.page.selected_row_ids().tolist() == []
    ledger.go(2)
    ledger.key(Key.Key_Left)
    assert ledger.table.currentIndex().row() == 0
    ledger.key(Key.Key_Left)
    assert ledger.model.rowCount() == 2
