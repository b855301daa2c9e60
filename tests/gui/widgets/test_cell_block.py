"""A block of cells as a spreadsheet knows it."""

from PySide6.QtCore import QItemSelection
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from curator.gui.widgets.cell_block import (
    block_at,
    cell_count,
    row_spans,
    selected_cells,
    texts_of,
)

ABC = [0, 1, 2]


def cells(qtbot: QtBot) -> QStandardItemModel:
    """A table of three rows and three columns: a1 to c3."""
    model = QStandardItemModel()
    for row in "123":
        model.appendRow([QStandardItem(f"{column}{row}") for column in "abc"])
    return model


def block(model: QStandardItemModel, *corners: tuple[int, int, int, int]) -> QItemSelection:
    """Rectangles of cells: top, left, bottom, right."""
    chosen = QItemSelection()
    for top, left, bottom, right in corners:
        chosen.select(model.index(top, left), model.index(bottom, right))
    return chosen


def test_what_was_not_chosen_within_a_block_stays_empty(qtbot: QtBot) -> None:
    model = cells(qtbot)
    chosen = block(model, (2, 1, 2, 1), (0, 0, 0, 0), (0, 2, 0, 2))
    assert texts_of(model, chosen, ABC) == [["a1", "", "c1"], ["", "b3", ""]]
    assert texts_of(model, QItemSelection(), ABC) == []


def test_cells_follow_the_order_on_screen_and_hidden_columns_are_left_out(qtbot: QtBot) -> None:
    model = cells(qtbot)
    chosen = block(model, (0, 0, 1, 2))
    assert texts_of(model, chosen, [2, 0]) == [["c1", "a1"], ["c2", "a2"]]
    assert list(selected_cells(chosen, [2, 0])) == [(0, 2), (0, 0), (1, 2), (1, 0)]
    assert cell_count(chosen, [2, 0]) == 4
    assert cell_count(chosen, ABC) == 6


def test_rows_are_counted_once_however_many_of_their_cells_are_chosen(qtbot: QtBot) -> None:
    model = cells(qtbot)
    assert row_spans(block(model, (0, 0, 1, 0), (1, 2, 1, 2), (2, 1, 2, 1))) == [range(3)]
    assert row_spans(block(model, (2, 0, 2, 0), (0, 0, 0, 2))) == [range(1), range(2, 3)]
    assert row_spans(QItemSelection()) == []


def test_a_pasted_block_ends_at_the_last_column() -> None:
    rows = [["x", "y", "beyond"], ["z"]]
    assert block_at(1, 1, rows, ABC) == [(1, 1, "x"), (1, 2, "y"), (2, 1, "z")]
    assert block_at(0, 2, rows, [2, 0]) == [(0, 2, "x"), (0, 0, "y"), (1, 2, "z")]
    assert block_at(0, 1, rows, [2, 0]) == []
