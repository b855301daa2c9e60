"""Rows are taken by their numbers and dragged."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from curator.gui.theme import colour
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from tests.gui.desk import Desk

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(desk: Desk, qtbot: QtBot) -> Iterator[WholeRowsTable]:
    table = desk.table(qtbot)
    yield table
    table.commit_editor()


def number(table: WholeRowsTable, row: int, part: float = 0.5) -> QPoint:
    """A place on the number of a row, by how far down it is."""
    header = table.verticalHeader()
    down = header.sectionViewportPosition(row) + int(header.sectionSize(row) * part)
    return QPoint(header.width() // 2, down)


def chosen(table: WholeRowsTable) -> list[int]:
    """The rows that have a selected cell, counted from 1."""
    return sorted({cell.row() + 1 for cell in sorted(table.selectedIndexes())})


def drag(qtbot: QtBot, table: WholeRowsTable, row: int, target: QPoint) -> None:
    surface = table.verticalHeader().viewport()
    qtbot.mousePress(surface, LEFT, pos=number(table, row))
    qtbot.mouseMove(surface, pos=target)


def drop(qtbot: QtBot, table: WholeRowsTable, target: QPoint) -> None:
    qtbot.mouseRelease(table.verticalHeader().viewport(), LEFT, pos=target)


@pytest.mark.parametrize(
    ("row", "target", "part", "gap"), [(0, 2, 0.9, 3), (2, 0, 0.1, 0), (0, 1, 0.9, 2)]
)
def test_a_row_that_was_not_chosen_is_dragged_by_its_number(
    qtbot: QtBot, table: WholeRowsTable, row: int, target: int, part: float, gap: int
) -> None:
    drag(qtbot, table, row, number(table, target, part))
    assert chosen(table) == [row + 1]
    with qtbot.waitSignal(table.rows_dropped) as told:
        drop(qtbot, table, number(table, target, part))
    assert told.args == [gap]


def test_a_line_shows_where_it_goes(qtbot: QtBot, table: WholeRowsTable) -> None:
    place = number(table, 1, 0.9)
    y = table.rowViewportPosition(2)

    def ink() -> str:
        return table.viewport().grab().toImage().pixelColor(3, y).name()

    before = ink()
    drag(qtbot, table, 0, place)
    assert ink() == colour("accent").name() != before
    drop(qtbot, table, place)
    assert ink() == before


def test_several_chosen_rows_are_dragged_together(qtbot: QtBot, table: WholeRowsTable) -> None:
    surface = table.verticalHeader().viewport()
    qtbot.mouseClick(surface, LEFT, pos=number(table, 0))
    qtbot.mouseClick(surface, LEFT, SHIFT, number(table, 1))
    assert chosen(table) == [1, 2]
    drag(qtbot, table, 1, number(table, 2, 0.9))
    assert chosen(table) == [1, 2]
    with qtbot.waitSignal(table.rows_dropped):
        drop(qtbot, table, number(table, 2, 0.9))


def test_a_click_chooses_one_row_and_moves_nothing(qtbot: QtBot, table: WholeRowsTable) -> None:
    table.selectAll()
    with qtbot.assertNotEmitted(table.rows_dropped):
        qtbot.mouseClick(table.verticalHeader().viewport(), LEFT, pos=number(table, 1))
    assert chosen(table) == [2]
