"""A person at the keyboard, in the signals table of a real library."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.link import Link
from curator.domain.signal import SIGNAL, Signal
from curator.gui.models.link_columns import link_columns
from curator.gui.models.record_table import RecordTable
from curator.gui.models.scope import Scope
from curator.gui.widgets.cell_editor import CellEditor
from curator.gui.widgets.cell_table import MOST_COPIED, CellTable
from curator.gui.widgets.growing_text import MOST_PASTED
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from tests.builders import a_signal
from tests.gui.desk import Desk, place, texts
from tests.gui.screen import go_to_cell

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SAME = "from costly to cheap"


@pytest.fixture
def model(desk: Desk) -> RecordTable:
    return desk.signals()


@pytest.fixture
def table(desk: Desk, qtbot: QtBot, model: RecordTable) -> Iterator[WholeRowsTable]:
    table = desk.table(qtbot, model)
    yield table
    table.commit_editor()  # before the library closes, as a window does


def editor(table: WholeRowsTable) -> CellEditor:
    opened = table.indexWidget(table.currentIndex())
    assert isinstance(opened, CellEditor), "no editor is open"
    return opened


def is_open(table: WholeRowsTable) -> bool:
    return table.state() == QAbstractItemView.State.EditingState


def go(table: WholeRowsTable, row: int, column: int) -> None:
    go_to_cell(table, row, column)


def select_block(table: WholeRowsTable, *cells: tuple[int, int]) -> None:
    for cell in cells:
        flag = QItemSelectionModel.SelectionFlag.Select
        table.selectionModel().select(table.model().index(*cell), flag)


# --- editing ----------------------------------------------------------------------------------


def test_enter_edits_and_commits_and_goes_down(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable
) -> None:
    qtbot.keyClick(table, Key.Key_Return)
    qtbot.keyClicks(editor(table), " walk")
    qtbot.keyClick(editor(table), Key.Key_Return)
    assert desk.whole.signals[0].name == "Land robots walk"
    assert place(table.currentIndex()) == (1, 0)
    assert not is_open(table)


def test_typing_replaces_and_tab_goes_right(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable
) -> None:
    qtbot.keyClick(table, "s")
    qtbot.keyClicks(editor(table), "warm")
    qtbot.keyClick(editor(table), Key.Key_Tab)
    assert desk.whole.signals[0].name == "swarm"
    assert place(table.currentIndex()) == (0, 1)
    qtbot.keyClick(table, Key.Key_F2)
    qtbot.keyClicks(editor(table), "er")
    qtbot.keyClick(editor(table), Key.Key_Backtab)
    assert desk.whole.signals[0].change == SAME + "er"
    assert place(table.currentIndex()) == (0, 0)


def test_escape_brings_the_text_back(desk: Desk, qtbot: QtBot, table: WholeRowsTable) -> None:
    with qtbot.assertNotEmitted(desk.feed.changed):
        qtbot.keyClick(table, Key.Key_X)
        qtbot.keyClick(editor(table), Key.Key_Escape)
    assert desk.whole.signals[0].name == "Land robots"
    assert place(table.currentIndex()) == (0, 0)
    assert table.hasFocus()


def test_a_cell_can_hold_several_lines(desk: Desk, qtbot: QtBot, table: WholeRowsTable) -> None:
    qtbot.keyClick(table, Key.Key_X)
    qtbot.keyClick(editor(table), Key.Key_Return, ALT)
    qtbot.keyClicks(editor(table), "y")
    qtbot.keyClick(editor(table), Key.Key_Return)
    assert desk.whole.signals[0].name == "x\ny"


def test_leaving_the_table_commits(desk: Desk, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    table, other = desk.table(qtbot), QLineEdit()
    layout = QVBoxLayout(page)
    layout.addWidget(table)
    layout.addWidget(other)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    table.setFocus()
    qtbot.keyClick(table, Key.Key_X)
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert desk.whole.signals[0].name == "x"
    assert not is_open(table)


def test_another_row_commits(desk: Desk, qtbot: QtBot, table: WholeRowsTable) -> None:
    qtbot.keyClick(table, Key.Key_X)
    cell = table.visualRect(table.model().index(2, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, cell)
    assert desk.whole.signals[0].name == "x"
    assert place(table.currentIndex()) == (2, 2)


def test_another_digest_commits(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    qtbot.keyClick(table, Key.Key_X)
    model.show([a_signal("Elsewhere", id=9, digest_id=2)], Scope(Signal, 2, SIGNAL))
    assert desk.whole.signals[0].name == "x"
    assert texts(model) == ["Elsewhere"]
    table.commit_editor()
    assert not is_open(table)


def test_closing_the_window_commits(desk: Desk, qtbot: QtBot, table: WholeRowsTable) -> None:
    qtbot.keyClick(table, Key.Key_X)
    table.commit_editor()
    table.close()
    assert desk.whole.signals[0].name == "x"


# --- going around -----------------------------------------------------------------------------


def test_tab_goes_from_cell_to_cell_and_then_on(desk: Desk, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    before, table, after = QLineEdit(), desk.table(qtbot), QLineEdit()
    layout = QVBoxLayout(page)
    for widget in (before, table, after):
        layout.addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    table.setFocus()
    go(table, 0, 3)
    qtbot.keyClick(table, Key.Key_Tab)
    assert place(table.currentIndex()) == (1, 0)
    qtbot.keyClick(table, Key.Key_Backtab)
    assert place(table.currentIndex()) == (0, 3)
    go(table, 2, 3)
    qtbot.keyClick(table, Key.Key_Tab)
    assert after.hasFocus()
    table.setFocus()
    go(table, 0, 0)
    qtbot.keyClick(table, Key.Key_Backtab)
    assert before.hasFocus()


def test_enter_opens_what_can_not_be_edited(desk: Desk, qtbot: QtBot) -> None:
    links = RecordTable(link_columns({"robots"}.__contains__), desk.workspace.do)
    links.show(desk.whole.closest, Scope(Link, 1))
    table = desk.table(qtbot, links)
    go(table, 1, 0)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Key.Key_Return)
    assert told.args == [2]
    first = table.visualRect(links.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, first)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, first)
    assert told.args == [1]
    go(table, 0, 2)
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Key.Key_Return)
    assert is_open(table)


# --- cells and rows ---------------------------------------------------------------------------


def test_del_clears_cells_as_one_step(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    go(table, 0, 1)
    select_block(table, (1, 1), (0, 2))
    with qtbot.assertNotEmitted(table.delete_requested):
        qtbot.keyClick(table, Key.Key_Delete)
    assert texts(model, 1) == ["", "", SAME]
    assert desk.workspace.undo().label == "Clear 3 cells"
    assert texts(model, 1) == [SAME] * 3


def test_del_acts_where_a_far_key_went(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    go(table, 2, 0)
    qtbot.keyClick(table, Key.Key_Home, CTRL)
    qtbot.keyClick(table, Key.Key_Delete)
    assert texts(model)[0] == ""
    assert texts(model)[2] == "Jamming"
    assert desk.workspace.undo().label == "Clear name of “Land robots”"


def test_whole_rows_are_deleted(qtbot: QtBot, table: WholeRowsTable) -> None:
    qtbot.keyClick(table, Key.Key_Space, SHIFT)
    assert table.is_whole_row(0)
    with qtbot.waitSignal(table.delete_requested):
        qtbot.keyClick(table, Key.Key_Delete)


@pytest.mark.parametrize(("key", "step"), [(Key.Key_Up, -1), (Key.Key_Down, 1)])
def test_rows_are_moved_by_key(qtbot: QtBot, table: WholeRowsTable, key: Key, step: int) -> None:
    with qtbot.waitSignal(table.move_requested) as told:
        qtbot.keyClick(table, key, ALT)
    assert told.args == [step]
    assert place(table.currentIndex()) == (0, 0)


# --- clipboard --------------------------------------------------------------------------------


def test_a_block_is_copied_and_pasted(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    go(table, 0, 0)
    select_block(table, (0, 1), (1, 0), (1, 1))
    qtbot.keyClick(table, Key.Key_C, CTRL)
    copied = f"Land robots\t{SAME}\nCheap drones\t{SAME}"
    assert QGuiApplication.clipboard().text() == copied
    go(table, 1, 2)
    qtbot.keyClick(table, Key.Key_V, CTRL)
    assert texts(model, 2) == ["Everybody has one", "Land robots", "Cheap drones"]
    assert texts(model, 3) == ["Falling prices", SAME, SAME]
    desk.workspace.undo()
    assert texts(model, 2) == ["Everybody has one"] * 3


def test_one_value_fills_all_selected_cells(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    QGuiApplication.clipboard().setText("unsure")
    go(table, 0, 2)
    select_block(table, (1, 2), (2, 2))
    table.paste()
    assert texts(model, 2) == ["unsure"] * 3


def test_nothing_is_pasted_beyond_the_table(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    QGuiApplication.clipboard().setText("a\tb\nc\td")
    go(table, 2, 3)
    with qtbot.waitSignal(table.rows_left_over) as told:
        table.paste()
    assert told.args == [[["c", "d"]]]
    assert texts(model, 3) == ["Falling prices", "Falling prices", "a"]
    assert model.rowCount() == 3


def test_an_endless_clipboard_is_refused_in_words(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    QGuiApplication.clipboard().setText("x" * (MOST_PASTED + 1))
    with qtbot.waitSignal(table.paste_refused) as told:
        table.paste()
    assert told.args is not None
    assert "5,000,001" in told.args[0]
    QGuiApplication.clipboard().clear()
    table.paste()
    assert texts(model)[0] == "Land robots"


# --- large blocks, moved and hidden columns -----------------------------------------------------


def test_a_large_edit_is_asked_about_before_it_is_done(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    table.most_unasked = 3
    go(table, 0, 1)
    select_block(table, (1, 1), (1, 2), (2, 2))
    with qtbot.waitSignal(table.block_asked) as told:
        qtbot.keyClick(table, Key.Key_Delete)
    assert told.args is not None
    block = told.args[0]
    assert (block.label, block.cell_count, block.row_count) == ("Clear 4 cells", 4, 3)
    assert texts(model, 1) == [SAME] * 3
    table.write_block(block)
    assert texts(model, 1) == ["", "", SAME]


def test_an_endless_selection_is_not_copied(qtbot: QtBot) -> None:
    table = CellTable()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(MOST_COPIED, 2, table))
    QGuiApplication.clipboard().setText("before")
    table.selectAll()
    with qtbot.waitSignal(table.copy_refused) as told:
        table.copy()
    assert told.args is not None
    assert "20,000 cells" in told.args[0]
    assert QGuiApplication.clipboard().text() == "before"


def test_what_is_hidden_is_neither_copied_nor_changed_nor_stopped_at(
    desk: Desk, qtbot: QtBot, table: WholeRowsTable, model: RecordTable
) -> None:
    table.horizontalHeader().moveSection(1, 0)
    table.setColumnHidden(2, True)
    qtbot.keyClick(table, Key.Key_Space, SHIFT)
    qtbot.keyClick(table, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == f"{SAME}\tLand robots\tFalling prices"
    go(table, 1, 0)
    qtbot.keyClick(table, Key.Key_V, CTRL)
    assert [texts(model, column)[1] for column in range(4)] == [
        SAME,
        SAME,
        "Everybody has one",
        "Land robots",
    ]
    go(table, 2, 0)
    qtbot.keyClick(table, Key.Key_Tab)
    assert place(table.currentIndex()) == (2, 3)
