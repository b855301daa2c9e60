"""Cells show all of their text, and are edited where they stand."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.theme import colour
from curator.gui.widgets.cell_editor import CellEditor
from curator.gui.widgets.roles import NOTE_ROLE, STRONG_ROLE
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from curator.gui.widgets.wrapped_text import LINE_HEIGHT
from tests.gui.desk import Desk

COMPOUND = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def a_cell(text: str, **roles: object) -> QStandardItemModel:
    model = QStandardItemModel(1, 1)
    item = QStandardItem(text)
    item.setData(roles.get("note", ""), NOTE_ROLE)
    item.setData(roles.get("strong", False), STRONG_ROLE)
    model.setItem(0, 0, item)
    return model


def height(text: str, width: int = 160, **roles: object) -> int:
    model = a_cell(text, **roles)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 0)
    return CellDelegate().sizeHint(option, model.index(0, 0)).height()


def test_a_cell_is_as_tall_as_its_text(desk: Desk) -> None:
    one = height("Robots")
    assert height("Robots that walk over the battlefield by themselves") >= one + LINE_HEIGHT
    assert height("one\ntwo\nthree") == one + 2 * LINE_HEIGHT
    assert height(COMPOUND) >= one + LINE_HEIGHT, "a long word breaks where it must"
    assert height("Robots", note="not in this library") == one + LINE_HEIGHT
    assert height("word " * 500) == height("word " * 5_000) == one + 12 * LINE_HEIGHT


def test_semibold_text_is_measured_as_it_is_painted(desk: Desk) -> None:
    text = "Seeking investment to boost domestic arms industry " * 2
    assert height(text, 210, strong=True) > height(text, 210)


def inks(table: WholeRowsTable, place: QRect) -> set[str]:
    picture: QImage = table.viewport().grab(place).toImage()
    size = picture.size()
    points = ((x, y) for x in range(size.width()) for y in range(size.height()))
    return {picture.pixelColor(x, y).name() for x, y in points}


@pytest.mark.parametrize("text", ["word " * 40, COMPOUND, "שלום עולם " * 9, "a\n\nb"])
def test_no_line_of_a_cell_is_cut_off(desk: Desk, qtbot: QtBot, text: str) -> None:
    model = desk.signals()
    model.setData(model.index(1, 1), text)
    table = desk.table(qtbot, model, width=500)
    cell = table.visualRect(table.model().index(1, 1))
    foot = QRect(cell.left(), cell.bottom() - 5, cell.width(), 4)
    assert inks(table, foot) == {colour("panel").name()}, "text reaches into the padding"
    assert inks(table, cell) > {colour("panel").name(), colour("line").name()}


def test_the_current_cell_has_a_ring(desk: Desk, qtbot: QtBot) -> None:
    table = desk.table(qtbot)
    cell = table.visualRect(table.model().index(0, 0))
    edge = QRect(cell.left(), cell.top() + 4, 2, 10)
    assert inks(table, edge) == {colour("accent").name()}
    assert colour("accent").name() not in inks(table, table.visualRect(table.model().index(1, 1)))


def test_a_note_is_painted_as_a_warning(desk: Desk, qtbot: QtBot) -> None:
    table = WholeRowsTable()
    qtbot.addWidget(table)
    model = a_cell("On nothing", note="not in this library")
    table.setModel(model)
    table.setItemDelegate(CellDelegate(table))
    table.resize(300, 200)
    table.show()
    warn = QColor(colour("warn")).name()
    assert warn in inks(table, table.visualRect(model.index(0, 0)))
    model.setData(model.index(0, 0), "", NOTE_ROLE)
    assert warn not in inks(table, table.visualRect(model.index(0, 0)))


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_only_a_cell_that_can_not_show_it_all_has_a_tooltip(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    model.setData(model.index(1, 1), "word " * 900)
    table = desk.table(qtbot, model)
    delegate = table.itemDelegate()
    option = QStyleOptionViewItem()
    for row, shown in ((1, True), (0, False)):
        index = model.index(row, 1)
        option.rect = table.visualRect(index)
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
        delegate.helpEvent(event, table, option, index)
        assert QToolTip.isVisible() is shown
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())


def editor_of(table: WholeRowsTable) -> CellEditor:
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, CellEditor)
    return editor


def test_the_row_grows_with_what_is_typed_and_shrinks_back(desk: Desk, qtbot: QtBot) -> None:
    table = desk.table(qtbot)
    before = table.rowHeight(0), table.sizeHint().height()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    for _ in range(6):
        qtbot.keyClick(editor_of(table), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert table.rowHeight(0) >= before[0] + 4 * LINE_HEIGHT
    assert table.sizeHint().height() > before[1]
    assert editor_of(table).height() >= editor_of(table).sizeHint().height() - 1
    qtbot.keyClick(editor_of(table), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.rowHeight(0) == before[0])


def test_an_edit_of_others_does_not_disturb_typing(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    table = desk.table(qtbot, model)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor_of(table), " walk")
    desk.workspace.do(model.columns[0].edit(model.record_at(0), "Elsewhere"))  # type: ignore[misc]
    assert editor_of(table).text() == "Land robots walk"
    qtbot.keyClick(editor_of(table), Qt.Key.Key_Return)
    assert desk.whole.signals[0].name == "Land robots walk"


def test_looking_without_typing_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    table = desk.table(qtbot)
    with qtbot.assertNotEmitted(desk.feed.changed):
        qtbot.keyClick(table, Qt.Key.Key_F2)
        qtbot.keyClick(editor_of(table), Qt.Key.Key_Return)
