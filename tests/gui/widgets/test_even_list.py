"""A list of even lines behaves as every list does, and asks for no row that is not seen."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QCursor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from curator.gui.widgets.even_list import EvenList

LINE, LINES = 20, 10
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Numbers(QAbstractListModel):
    """A hundred thousand rows, which note when they are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = 100_000
        self.counted = 0

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802  # Qt calls it
        self.counted += 1
        return 0 if parent.isValid() else self.rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


class Painted(QStyledItemDelegate):
    """Notes which rows are painted in which state."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[int, QStyle.StateFlag] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        assert option.rect.height() == LINE
        self.seen[index.row()] = option.state


@pytest.fixture
def numbers() -> Numbers:
    """What is listed."""
    return Numbers()


@pytest.fixture
def view(qtbot: QtBot, numbers: Numbers) -> Iterator[EvenList]:
    """Ten lines of it on screen."""
    view = EvenList(LINE)
    qtbot.addWidget(view)
    view.setFrameShape(EvenList.Shape.NoFrame)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setModel(numbers)
    view.resize(200, LINES * LINE)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.close()


def chosen(view: EvenList) -> list[int]:
    """The selected rows."""
    return sorted(index.row() for index in view.selectionModel().selectedIndexes())


def go_to(view: EvenList, row: int) -> None:
    """Make a row the current one."""
    view.setCurrentIndex(view.model().index(row, 0))


def click(view: EvenList, row: int, *keys: Qt.KeyboardModifier) -> None:
    """Click on a line."""
    place = view.visualRect(view.model().index(row, 0)).center()
    held = keys[0] if keys else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, place)


def test_each_row_has_its_line(view: EvenList, numbers: Numbers) -> None:
    line = QRect(0, 3 * LINE, view.viewport().width(), LINE)
    assert view.visualRect(numbers.index(3, 0)) == line
    assert view.indexAt(QPoint(5, 3 * LINE + 1)).row() == 3
    assert view.verticalScrollBar().maximum() == numbers.rows * LINE - LINES * LINE
    assert not view.visualRect(QModelIndex()).isValid()


def test_a_row_is_brought_into_view_by_as_little_as_that_takes(
    view: EvenList, numbers: Numbers
) -> None:
    bar = view.verticalScrollBar()
    for row, place in ((50_000, 50_001 - LINES), (50_002, 50_003 - LINES), (49_995, 49_993)):
        view.scrollTo(numbers.index(row, 0))
        assert bar.value() == min(place, row) * LINE
    view.scrollTo(numbers.index(70, 0), EvenList.ScrollHint.PositionAtTop)
    assert bar.value() == 70 * LINE
    view.scrollTo(numbers.index(70, 0), EvenList.ScrollHint.PositionAtBottom)
    assert bar.value() == (71 - LINES) * LINE
    view.scrollTo(numbers.index(70, 0), EvenList.ScrollHint.PositionAtCenter)
    assert view.visualRect(numbers.index(70, 0)).center().y() == LINES * LINE // 2
    view.scrollTo(QModelIndex())
    assert view.visualRect(numbers.index(70, 0)).center().y() == LINES * LINE // 2


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (Qt.Key.Key_Down, 5, 6),
        (Qt.Key.Key_Up, 5, 4),
        (Qt.Key.Key_Up, 0, 0),
        (Qt.Key.Key_PageDown, 5, 14),
        (Qt.Key.Key_PageUp, 5, 0),
        (Qt.Key.Key_Home, 50, 0),
        (Qt.Key.Key_End, 50, 99_999),
        (Qt.Key.Key_Left, 5, 5),
    ],
)
def test_keys_lead_through_the_rows(view: EvenList, key: Qt.Key, start: int, end: int) -> None:
    go_to(view, start)
    QTest.keyClick(view, key)
    assert (view.currentIndex().row(), chosen(view)) == (end, [end])
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_a_key_goes_to_the_first_row_where_none_is_current(view: EvenList) -> None:
    view.selectionModel().clear()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 0


def test_clicks_choose_rows_and_ranges(view: EvenList) -> None:
    click(view, 2)
    assert chosen(view) == [2]
    click(view, 5, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(view) == [2, 3, 4, 5]
    click(view, 4, Qt.KeyboardModifier.ControlModifier)
    assert chosen(view) == [2, 3, 5]


def test_a_click_below_the_last_row_chooses_nothing(view: EvenList, numbers: Numbers) -> None:
    click(view, 1)
    numbers.beginRemoveRows(QModelIndex(), 3, numbers.rows - 1)
    numbers.rows = 3
    numbers.endRemoveRows()
    place = QPoint(5, 7 * LINE)
    assert not view.indexAt(place).isValid()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen(view) == []
    view.updateGeometries()
    assert view.verticalScrollBar().maximum() == 0


def test_only_what_is_seen_is_painted_in_its_state(view: EvenList) -> None:
    painted = Painted()
    view.setItemDelegate(painted)
    go_to(view, 3)
    view.verticalScrollBar().setValue(LINE // 2)
    painted.seen.clear()
    view.viewport().grab()
    assert sorted(painted.seen) == list(range(LINES + 1))
    selected = [row for row, state in painted.seen.items() if state & _SELECTED]
    assert selected == [3]


def test_the_line_under_the_mouse_is_told(view: EvenList, qtbot: QtBot) -> None:
    painted = Painted()
    view.setItemDelegate(painted)
    place = view.visualRect(view.model().index(4, 0)).center()
    QCursor.setPos(view.viewport().mapToGlobal(place))
    qtbot.waitUntil(view.viewport().underMouse)
    painted.seen.clear()
    view.viewport().grab()
    assert [row for row, state in painted.seen.items() if state & _UNDER_MOUSE] == [4]


def test_a_hundred_thousand_rows_cost_no_more_than_a_few(view: EvenList, numbers: Numbers) -> None:
    numbers.counted = 0
    numbers.beginResetModel()
    numbers.endResetModel()
    go_to(view, 90_000)
    view.dataChanged(numbers.index(0), numbers.index(99_999))
    view.viewport().grab()
    QTest.keyClicks(view, "r")
    assert numbers.counted < 1_000
    assert view.currentIndex().row() == 90_000


def test_the_region_of_a_selection_is_what_can_be_seen_of_it(view: EvenList) -> None:
    view.selectAll()
    region = view.visualRegionForSelection(view.selectionModel().selection())
    assert region.boundingRect() == view.viewport().rect()


def test_the_focus_chooses_nothing(view: EvenList) -> None:
    view.clearFocus()
    view.selectionModel().clear()
    view.setFocus()
    assert chosen(view) == []
    assert not view.currentIndex().isValid()


_SELECTED, _UNDER_MOUSE = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
