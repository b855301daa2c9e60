"""Rows are chosen as a whole before they are dragged; a click in their cells chooses cells."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from curator.gui.theme import colour
from curator.gui.widgets.row_numbers import NOWHERE
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from curator.workspace import rows
from tests.gui.desk import Desk, place

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def table(desk: Desk, qtbot: QtBot) -> Iterator[WholeRowsTable]:
    table = desk.table(qtbot)
    yield table
    table.commit_editor()  # before the library closes, as a window does


def test_a_click_on_a_heading_chooses_no_rows(table: WholeRowsTable, qtbot: QtBot) -> None:
    chosen = sorted(table.selectedIndexes())
    header = table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center())
    assert sorted(table.selectedIndexes()) == chosen


def test_a_drag_begins_only_on_whole_rows(qtbot: QtBot, table: WholeRowsTable) -> None:
    cell = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, NONE, cell)
    assert not table.dragEnabled()
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, NONE, cell)
    table.selectRow(1)
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, NONE, cell)
    assert table.dragEnabled()
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, NONE, cell)
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(5, 5_000))
    assert not table.dragEnabled()


def test_cells_of_some_rows_stand_for_the_rows(table: WholeRowsTable) -> None:
    assert not table.is_whole_row(0)
    table.select_whole_rows()
    assert table.is_whole_row(0)
    assert [place(cell) for cell in sorted(table.selectedIndexes())] == [
        (0, column) for column in range(4)
    ]
    assert not table.is_whole_row(1)


def test_the_row_after_a_deleted_one_is_the_one_to_go_on_with(
    desk: Desk, table: WholeRowsTable
) -> None:
    table.selectRow(1)
    desk.do(partial(rows.delete_signals, ids=[2]))
    assert {cell.data() for cell in sorted(table.selectedIndexes())} & {"Land robots", "Jamming"}


def test_a_dragged_row_shows_where_it_would_go(table: WholeRowsTable) -> None:
    def is_shown() -> bool:
        picture = table.viewport().grab().toImage()
        below = table.rowViewportPosition(2)
        return picture.pixelColor(3, below) == colour("accent")

    assert not is_shown()
    table.row_numbers.gap_shown.emit(2)
    assert is_shown()
    table.row_numbers.gap_shown.emit(NOWHERE)
    assert not is_shown()
