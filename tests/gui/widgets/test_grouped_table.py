"""Lines of groups open and close as the branches of a tree do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from curator.domain.ledger import Group
from curator.gui.models.ledger_columns import ledger_columns
from curator.gui.models.ledger_table import LedgerTable
from curator.gui.models.row_plan import RowPlan
from curator.gui.widgets.column_layout import ColumnLayout
from curator.gui.widgets.grouped_table import GroupedTable
from tests.gui.screen import go_to_cell

Key = Qt.Key
GROUPS = [Group("ai", "AI", 2), Group("war", "War", 1)]


@pytest.fixture
def table(qtbot: QtBot) -> GroupedTable:
    columns = ledger_columns()
    table = GroupedTable(tuple(columns), ColumnLayout(tuple(columns)))
    qtbot.addWidget(table)
    model = LedgerTable(columns, lambda _ids: (), lambda _deed: None, table)
    model.show(RowPlan(groups=GROUPS, opened={"war": [7]}, grouped=True))
    table.setModel(model)
    table.resize(600, 400)
    with qtbot.waitExposed(table):
        table.show()
    return table


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Right])
def test_enter_and_right_open(qtbot: QtBot, table: GroupedTable, key: Key) -> None:
    go_to_cell(table, 0, 0)
    with qtbot.waitSignal(table.open_asked) as told:
        qtbot.keyClick(table, key)
    assert told.args == ["ai"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Left])
def test_enter_and_left_close(qtbot: QtBot, table: GroupedTable, key: Key) -> None:
    go_to_cell(table, 1, 0)
    with qtbot.waitSignal(table.close_asked) as told:
        qtbot.keyClick(table, key)
    assert told.args == ["war"]


def test_left_leads_from_a_row_to_its_line_and_other_keys_go_their_way(
    qtbot: QtBot, table: GroupedTable
) -> None:
    go_to_cell(table, 2, 0)
    with qtbot.waitSignal(table.line_asked) as told:
        qtbot.keyClick(table, Key.Key_Left)
    assert told.args == [2]
    qtbot.keyClick(table, Key.Key_Right)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 1)
    qtbot.keyClick(table, Key.Key_Left)
    assert table.currentIndex().column() == 0
    go_to_cell(table, 0, 0)
    with qtbot.assertNotEmitted(table.close_asked):
        qtbot.keyClick(table, Key.Key_Left)
    qtbot.keyClick(table, Key.Key_Down)
    assert table.currentIndex().row() == 1


def test_a_click_on_the_sign_or_a_double_click_turns_a_group(
    qtbot: QtBot, table: GroupedTable
) -> None:
    left = Qt.MouseButton.LeftButton
    line = table.visualRect(table.model().index(0, 0))
    with qtbot.waitSignal(table.open_asked):
        qtbot.mouseClick(table.viewport(), left, pos=QPoint(10, line.center().y()))
    middle = QPoint(200, line.center().y())
    with qtbot.assertNotEmitted(table.open_asked):
        qtbot.mouseClick(table.viewport(), left, pos=middle)
    with qtbot.waitSignal(table.open_asked):
        qtbot.mouseDClick(table.viewport(), left, pos=middle)
    row = table.visualRect(table.model().index(2, 0))
    with qtbot.assertNotEmitted(table.open_asked):
        qtbot.mouseDClick(table.viewport(), left, pos=QPoint(200, row.center().y()))


def test_without_a_cursor_keys_do_nothing(qtbot: QtBot, table: GroupedTable) -> None:
    table.setCurrentIndex(table.model().index(-1, -1))
    with qtbot.assertNotEmitted(table.open_asked):
        qtbot.keyClick(table, Key.Key_Return)
