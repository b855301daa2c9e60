"""Who was in a row finds it again, at the same height on screen."""

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from curator.domain.ledger import Group
from curator.gui.models.ledger_columns import ledger_columns
from curator.gui.models.ledger_table import LedgerTable
from curator.gui.models.row_plan import RowPlan
from curator.gui.pages.ledger_page.kept_place import MOST_KEPT, go_to_place, place_in
from curator.gui.widgets.column_layout import ColumnLayout
from curator.gui.widgets.column_table import ColumnTable
from tests.gui.screen import go_to_cell

SELECT = QItemSelectionModel.SelectionFlag.Select
MANY = 5_000


@pytest.fixture
def model(qtbot: QtBot) -> LedgerTable:
    model = LedgerTable(ledger_columns(), lambda _ids: (), lambda _deed: None)
    model.show(RowPlan(range(1, MANY + 1)))
    return model


@pytest.fixture
def table(qtbot: QtBot, model: LedgerTable) -> ColumnTable:
    columns = ledger_columns()
    table = ColumnTable(tuple(columns), ColumnLayout(tuple(columns)))
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(600, 400)
    with qtbot.waitExposed(table):
        table.show()
    return table


def chosen(table: ColumnTable, model: LedgerTable) -> set[tuple[int, int]]:
    indexes = table.selectionModel().selectedIndexes()
    return {(model.plan.id_at(index.row()), index.column()) for index in indexes}


def test_cursor_selection_and_height_are_kept_in_another_order(
    table: ColumnTable, model: LedgerTable
) -> None:
    go_to_cell(table, 4_000, 2)
    table.scrollTo(table.currentIndex())
    table.selectionModel().select(model.index(7, 1), SELECT)
    place = place_in(table, model)
    height = table.rowViewportPosition(4_000)
    model.show(RowPlan(range(MANY, 0, -1)))
    assert go_to_place(table, model, place)
    assert chosen(table, model) == {(4_001, 2), (8, 1)}
    row = table.currentIndex().row()
    assert row == MANY - 4_001
    assert table.rowViewportPosition(row) == height


def test_all_stays_all_and_a_large_part_is_not_looked_for(
    table: ColumnTable, model: LedgerTable
) -> None:
    go_to_cell(table, 0, 0)
    table.selectAll()
    place = place_in(table, model)
    model.show(RowPlan(range(MANY, 0, -2)))
    assert go_to_place(table, model, place) is (MANY % 2 == 1)
    model.show(RowPlan(range(MANY - 1, 0, -2)))
    assert go_to_place(table, model, place)
    assert len(table.selectionModel().selectedRows()) == MANY // 2
    go_to_cell(table, 0, 0)
    for row in range(0, 2 * MOST_KEPT + 4, 2):
        table.selectionModel().select(model.index(row, 0), SELECT)
    assert place_in(table, model).chosen == ()


def test_a_line_of_a_group_is_found_by_its_value(table: ColumnTable, model: LedgerTable) -> None:
    groups = [Group("ai", "AI", 2), Group("war", "War", 1)]
    model.show(RowPlan(groups=groups, opened={"ai": [3, 4]}, grouped=True))
    go_to_cell(table, 3, 0)
    place = place_in(table, model)
    model.show(RowPlan(groups=groups[::-1], grouped=True))
    assert go_to_place(table, model, place)
    assert table.currentIndex().row() == 0
    model.show(RowPlan(groups=groups, opened={"ai": [3, 4]}, grouped=True))
    go_to_cell(table, 2, 0)
    table.selectionModel().select(model.index(1, 0), SELECT)
    place = place_in(table, model)
    model.show(RowPlan(groups=groups, opened={"ai": [9, 4, 3]}, grouped=True))
    assert go_to_place(table, model, place)
    assert chosen(table, model) == {(4, 0), (3, 0)}


def test_who_is_nowhere_goes_nowhere(table: ColumnTable, model: LedgerTable) -> None:
    table.setCurrentIndex(model.index(-1, -1))
    place = place_in(table, model)
    assert place.row == -1
    assert not go_to_place(table, model, place)
