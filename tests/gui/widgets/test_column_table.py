"""Sorting, moving, hiding and sizing columns, by mouse and by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.widgets.column_layout import ColumnLayout
from curator.gui.widgets.column_table import ColumnTable

NAMES = ("name", "change", "date")
FIRST = ColumnLayout(NAMES, frozenset({"change"}), {"name": 200, "change": 150, "date": 100})


@pytest.fixture
def table(qtbot: QtBot) -> ColumnTable:
    table = ColumnTable(NAMES, FIRST, falling=("date",))
    qtbot.addWidget(table)
    model = QStandardItemModel(0, 3, table)
    model.setHorizontalHeaderLabels(["Name", "Change", "Date"])
    for number in range(40):
        model.appendRow([QStandardItem(f"{column} {number} " * 9) for column in NAMES])
    table.setModel(model)
    table.setItemDelegate(CellDelegate(table))
    table.set_column_layout(ColumnLayout())
    table.resize(612, 400)
    with qtbot.waitExposed(table):
        table.show()
    return table


def click_heading(qtbot: QtBot, table: ColumnTable, column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def arrow(table: ColumnTable) -> tuple[int, Qt.SortOrder]:
    header = table.horizontalHeader()
    return header.sortIndicatorSection(), header.sortIndicatorOrder()


def entries(table: ColumnTable, column: int = -1) -> dict[str, bool]:
    """What the menu offers, and whether it is on."""
    menu = QMenu(table)
    table.fill_menu(menu, column)
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}


def choose(table: ColumnTable, words: str, column: int = -1) -> None:
    menu = QMenu(table)
    table.fill_menu(menu, column)
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_columns_give_way_a_little_before_the_table_scrolls(table: ColumnTable) -> None:
    table.resize(290, 400)
    assert table.horizontalScrollBar().maximum() == 0
    table.resize(250, 400)
    assert [table.columnWidth(0), table.columnWidth(2)] == [200, 100]
    assert table.horizontalScrollBar().maximum() > 0


def test_the_others_take_the_room_of_a_column_that_is_hidden(table: ColumnTable) -> None:
    room = table.viewport().width()
    table.show_column("change", True)
    assert sum(table.columnWidth(column) for column in range(3)) == room
    table.show_column("name", False)
    assert table.columnWidth(1) + table.columnWidth(2) == room


def test_letters_move_no_cursor_where_nothing_can_be_typed(
    qtbot: QtBot, table: ColumnTable
) -> None:
    table.setEditTriggers(ColumnTable.EditTrigger.NoEditTriggers)
    table.setCurrentIndex(table.model().index(3, 0))
    qtbot.keyClicks(table, "date")
    qtbot.keyClicks(table, "n")
    assert table.currentIndex().row() == 3


def test_a_click_asks_for_an_order_and_the_arrow_waits_for_it(
    qtbot: QtBot, table: ColumnTable
) -> None:
    table.show_sorting("date", descending=True)
    with qtbot.waitSignal(table.sort_asked) as told:
        click_heading(qtbot, table, 0)
    assert told.args == ["name", False]
    assert arrow(table) == (2, Qt.SortOrder.DescendingOrder)
    table.show_sorting("name", descending=False)
    assert arrow(table) == (0, Qt.SortOrder.AscendingOrder)
    for column, asked in ((0, ["name", True]), (2, ["date", True])):
        with qtbot.waitSignal(table.sort_asked) as told:
            click_heading(qtbot, table, column)
        assert told.args == asked
    assert not table.selectionModel().hasSelection()


def test_until_a_person_arranges_them_the_columns_fill_the_table(table: ColumnTable) -> None:
    assert table.columnWidth(0) + table.columnWidth(2) == table.viewport().width()
    table.resize(900, 400)
    assert table.columnWidth(0) + table.columnWidth(2) == table.viewport().width()
    assert not table.is_own_layout()
    table.setColumnWidth(0, 250)
    table.resize(1_000, 400)
    assert table.columnWidth(0) == 250
    assert table.is_own_layout()


def test_a_layout_comes_back(qtbot: QtBot, table: ColumnTable) -> None:
    with qtbot.waitSignal(table.layout_changed):
        table.horizontalHeader().moveSection(2, 0)
    with qtbot.waitSignal(table.layout_changed):
        choose(table, "Change")
    table.setColumnWidth(1, 333)
    kept = table.column_layout()
    table.set_column_layout(ColumnLayout())
    assert table.shown_columns() == [0, 2]
    table.set_column_layout(kept)
    assert table.shown_columns() == [2, 0, 1]
    assert table.columnWidth(1) == 333
    choose(table, "Columns as at first")
    assert table.shown_columns() == [0, 2]


def test_the_menu_does_with_a_column_what_the_mouse_does(qtbot: QtBot, table: ColumnTable) -> None:
    assert not entries(table, 0)["Move name to the left"]
    choose(table, "Move name to the right", 0)
    assert table.shown_columns() == [2, 0]
    with qtbot.waitSignal(table.sort_asked) as told:
        choose(table, "Sort by name, downwards", 0)
    assert told.args == ["name", True]
    choose(table, "Hide name", 0)
    assert table.shown_columns() == [2]
    assert not entries(table, 2)["Hide date"]
    choose(table, "Date")  # the last one stays
    assert table.shown_columns() == [2]
    assert "Hide name" not in entries(table, 0)


def test_the_header_opens_that_menu(qtbot: QtBot, table: ColumnTable) -> None:
    table.horizontalHeader().customContextMenuRequested.emit(QPoint(20, 10))
    menus = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
    assert next(action.text() for action in menus[0].actions()) == "Sort by name, upwards"
    menus[0].close()


def test_all_rows_are_of_one_height_that_a_person_chooses(table: ColumnTable) -> None:
    heights = []
    for lines in (1, 2, 4):
        table.set_lines(lines)
        assert table.lines() == lines
        assert table.rowHeight(0) == table.rowHeight(39)
        heights.append(table.rowHeight(0))
    assert heights[1] - heights[0] == (heights[2] - heights[1]) / 2 == 18
    table.set_lines(77)
    assert table.lines() == 2


def test_a_double_click_on_the_edge_makes_a_column_as_wide_as_its_text(table: ColumnTable) -> None:
    table.resizeColumnToContents(0)
    assert table.columnWidth(0) == 480
    table.model().setData(table.model().index(0, 0), "")
    short = QStandardItemModel(1, 3, table)
    table.setModel(short)
    assert table.sizeHintForColumn(0) < 60
