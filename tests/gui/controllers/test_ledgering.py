"""The ledger follows search, sorting, groups, edits, and the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.ledger import BY_FORCE
from curator.gui.application import open_window
from curator.gui.widgets.search_box import SearchBox
from tests.gui.ledger import CHARGING, FIRE, GRID, SWAP, Ledger
from tests.gui.screen import Screen

Key = Qt.Key


@pytest.fixture
def ledger(screen: Screen) -> Ledger:
    return Ledger(screen)


def search(ledger: Ledger, words: str) -> None:
    box = ledger.screen.part(SearchBox, "searchBox")
    box.setText(words)
    box.search_now()


def test_a_search_narrows_rows_not_digests(ledger: Ledger) -> None:
    search(ledger, "batteries")
    ledger.wait_for(1)
    assert ledger.names() == [GRID]
    count = ledger.screen.part(QLabel, "rowCount")
    assert count.text() == "1 of 4 rows shown"
    search(ledger, "")
    ledger.wait_for(4)
    assert count.text() == "4 of 4 rows shown"


def test_an_empty_result_says_what_hides_the_rows(ledger: Ledger) -> None:
    search(ledger, "zeppelins")
    ledger.wait_for(0)
    empty = ledger.screen.part(QWidget, "ledgerEmpty")
    told = [label.text() for label in empty.findChildren(QLabel)]
    assert told[0] == "No row found"
    assert told[1] == "The search “zeppelins” hides all 4 rows of “All digests”."
    ledger.screen.trigger("edit.clear_search")
    ledger.wait_for(4)


def test_a_view_without_digests_says_so(ledger: Ledger) -> None:
    ledger.screen.choose_view(3)
    ledger.wait_for(0)
    empty = ledger.screen.part(QWidget, "ledgerEmpty")
    assert empty.findChildren(QLabel)[0].text() == "Nothing in “Done”"


def test_rows_are_sorted_by_a_click_and_the_cursor_stays_with_its_row(ledger: Ledger) -> None:
    ledger.go(3)
    ledger.table.sort_asked.emit("name", False)
    ledger.wait_until_first(CHARGING)
    assert ledger.names() == [CHARGING, FIRE, GRID, SWAP]
    assert ledger.current() == GRID
    assert ledger.table.horizontalHeader().sortIndicatorSection() == 0
    ledger.table.sort_asked.emit("name", True)
    ledger.wait_until_first(SWAP)
    assert ledger.current() == GRID


def test_groups_open_close_and_hold_search_and_order(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.page.strip.group_chosen.emit("month")
    ledger.wait_for(2)
    assert ledger.screen.part(QLabel, "rowCount").text() == "4 of 4 rows shown, in 2 groups"
    ledger.go(1)
    ledger.key(Key.Key_Return)
    ledger.wait_for(4)
    assert ledger.names()[2:] == [CHARGING, GRID]
    ledger.table.sort_asked.emit("name", True)
    qtbot.waitUntil(lambda: ledger.names()[2:] == [GRID, CHARGING])
    search(ledger, "batteries")
    ledger.wait_for(2)
    assert ledger.names()[1:] == [GRID]
    ledger.page.strip.group_chosen.emit("")
    ledger.wait_for(1)


def test_groups_begin_at_the_top_and_rows_without_a_value_are_named(ledger: Ledger) -> None:
    ledger.go(0, "driving_force")
    ledger.key(Key.Key_Delete)
    ledger.go(3)
    ledger.page.strip.group_chosen.emit(BY_FORCE)
    ledger.screen.qtbot.waitUntil(lambda: "No driving force" in ledger.names(), timeout=5_000)
    assert ledger.table.currentIndex().row() == 0


def test_groups_beyond_the_most_are_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.workspace.ledger.MOST_GROUPS", 2)
    ledger.page.strip.group_chosen.emit("month")
    ledger.wait_for(2)
    words = "4 of 4 rows found; the first 2 groups of them are shown"
    assert ledger.screen.part(QLabel, "rowCount").text() == words


def test_an_edit_moves_its_row_only_when_the_editor_is_closed(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.table.sort_asked.emit("name", False)
    ledger.wait_until_first(CHARGING)
    ledger.go(0)
    ledger.key(Key.Key_Z)
    qtbot.keyClick(ledger.screen.window.focusWidget(), Key.Key_Tab)
    ledger.key(Key.Key_X)
    assert ledger.table.is_editing()
    assert ledger.names()[0] == "z"
    qtbot.keyClick(ledger.screen.window.focusWidget(), Key.Key_Return)
    ledger.wait_until_first(FIRE)
    assert ledger.names()[3] == "z"
    assert ledger.cell(3, "change") == "x"


def test_undo_selects_what_it_changed(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.model.setData(ledger.model.index(2, ledger.model.names.index("change")), "Sun")
    ledger.go(0)
    ledger.screen.trigger("edit.undo")
    qtbot.waitUntil(lambda: ledger.current() == CHARGING)
    assert ledger.table.currentIndex().column() == ledger.model.names.index("change")
    assert ledger.cell(2, "change") == "Diesel gives way"


def test_a_row_that_left_the_result_comes_back_selected(ledger: Ledger, qtbot: QtBot) -> None:
    search(ledger, "batteries")
    ledger.wait_for(1)
    ledger.model.setData(ledger.model.index(0, ledger.model.names.index("change")), "Sun")
    ledger.wait_for(0)
    ledger.screen.trigger("edit.undo")
    ledger.wait_for(1)
    assert ledger.current() == GRID


def test_the_table_stands_after_a_restart_as_it_was_left(
    passing: Screen, library: Path, qtbot: QtBot
) -> None:
    ledger = Ledger(passing)
    ledger.table.sort_asked.emit("name", True)
    ledger.wait_until_first(SWAP)
    ledger.table.show_column("themes", True)
    ledger.table.horizontalHeader().moveSection(0, 2)
    ledger.table.setColumnWidth(0, 333)
    ledger.page.strip.lines_chosen.emit(4)
    kept = ledger.table.column_layout()
    passing.window.close()
    again = Screen(open_window(library), qtbot)
    ledger = Ledger(again)
    ledger.wait_until_first(SWAP)
    assert ledger.table.column_layout() == kept
    assert ledger.table.lines() == 4
