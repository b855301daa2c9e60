"""A block of cells as a spreadsheet knows it."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from curator.gui.widgets.cell_block import block_at, texts_of


def cells(qtbot: QtBot) -> QStandardItemModel:
    """A table of three rows and three columns: a1 to c3."""
    model = QStandardItemModel()
    for row in "123":
        model.appendRow([QStandardItem(f"{column}{row}") for column in "abc"])
    return model


def test_what_was_not_chosen_within_a_block_stays_empty(qtbot: QtBot) -> None:
    model = cells(qtbot)
    chosen = [model.index(0, 0), model.index(0, 2), model.index(2, 1)]
    assert texts_of(chosen) == [["a1", "", "c1"], ["", "b3", ""]]
    assert texts_of([]) == []


def test_a_pasted_block_ends_at_the_last_column(qtbot: QtBot) -> None:
    model = cells(qtbot)
    corner: QModelIndex = model.index(1, 1)
    rows = [["x", "y", "beyond"], ["z"]]
    assert block_at(corner, rows) == [(1, 1, "x"), (1, 2, "y"), (2, 1, "z")]
