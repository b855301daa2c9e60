"""The contract between a table of cells and its model."""

import pytest
from pytestqt.qtbot import QtBot

from curator.gui.models.record_table import RecordTable
from curator.gui.widgets.cell_model import CellModel
from tests.gui.desk import Desk


class Silent(CellModel):
    """A model that forgot to edit."""


def test_a_model_that_can_not_edit_says_so(qtbot: QtBot) -> None:
    with pytest.raises(NotImplementedError):
        Silent().set_cells([(0, 0, "x")], "Paste")


def test_the_model_of_all_tables_keeps_the_contract(desk: Desk) -> None:
    model = desk.signals()
    assert isinstance(model, CellModel)
    assert RecordTable.set_cells is not CellModel.set_cells
