"""Tables that fit their page: the width is shared, the height is that of all rows."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.signal import CONCERN, SIGNAL, Signal
from curator.gui.models.record_table import RecordTable
from curator.gui.models.scope import Scope
from curator.gui.models.signal_columns import signal_columns
from curator.gui.theme import Type, colour
from curator.gui.widgets.fitted_table import MOST_FITTED_ROWS
from curator.gui.widgets.longest_word import longest_word
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from tests.builders import a_signal
from tests.gui.desk import Desk


def widths(table: WholeRowsTable) -> list[int]:
    return [table.columnWidth(column) for column in range(table.model().columnCount())]


@pytest.mark.parametrize("width", [480, 700, 1233])
def test_columns_fill_the_table_and_nothing_scrolls_inside(
    desk: Desk, qtbot: QtBot, width: int
) -> None:
    table = desk.table(qtbot, width=width)
    table.resize(width, table.sizeHint().height())
    assert sum(widths(table)) == table.viewport().width()
    assert table.verticalScrollBar().maximum() == 0
    assert table.horizontalScrollBar().maximum() == 0
    assert table.viewport().height() == table.verticalHeader().length()


def test_a_narrow_table_grows_taller(desk: Desk, qtbot: QtBot) -> None:
    table = desk.table(qtbot, width=900)
    before = table.sizeHint().height()
    table.resize(470, before)
    assert table.sizeHint().height() > before
    assert table.minimumSizeHint().height() == table.sizeHint().height()
    assert 200 < table.minimumSizeHint().width() <= 320


def test_a_table_narrower_than_its_columns_scrolls_sideways(desk: Desk, qtbot: QtBot) -> None:
    table = desk.table(qtbot, width=300)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    table.resize(300, table.sizeHint().height())
    assert table.viewport().height() >= table.verticalHeader().length()


def test_the_height_follows_the_rows(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    table = desk.table(qtbot, model)
    before = table.sizeHint().height()
    model.setData(model.index(0, 1), "many\nmore\nlines\nthan\nbefore")
    taller = table.sizeHint().height()
    assert taller > before
    desk.workspace.undo()
    assert table.sizeHint().height() == before


def test_a_dragged_column_takes_from_its_neighbour_and_is_remembered(
    desk: Desk, qtbot: QtBot
) -> None:
    table = desk.table(qtbot, width=800)
    old = widths(table)
    table.horizontalHeader().resizeSection(1, old[1] + 40)
    assert widths(table) == [old[0], old[1] + 40, old[2] - 40, old[3]]
    kept = table.shares()
    assert kept["Change"] == old[1] + 40
    again = desk.table(qtbot, width=800)
    again.set_shares(kept)
    assert widths(again)[1] == pytest.approx(old[1] + 40, abs=1)
    table.set_shares({"Change": -1})
    assert table.shares() == {}


def test_an_empty_table_says_how_to_fill_it(desk: Desk, qtbot: QtBot) -> None:
    table = WholeRowsTable()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(0, 2))
    table.resize(400, table.sizeHint().height())
    table.show()

    def inks() -> set[str]:
        picture = table.viewport().grab().toImage()
        points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return {picture.pixelColor(x, y).name() for x, y in points}

    assert inks() == {colour("panel").name()}
    table.set_hint("No themes.", "Ctrl+T adds one.")
    assert colour("muted").name() in inks()
    inviting = table.viewport().grab().toImage()
    table.invite(False)
    assert table.viewport().grab().toImage() != inviting
    table.invite(True)
    assert table.viewport().grab().toImage() == inviting
    table.model().appendRow([QStandardItem("War"), QStandardItem("3")])  # type: ignore[attr-defined]
    assert colour("muted").name() not in inks()


def in_a_page(qtbot: QtBot, table: WholeRowsTable) -> QScrollArea:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    layout = QVBoxLayout(page)
    layout.addWidget(table)
    layout.addSpacing(900)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(500, 120)
    area.show()
    return area


def turn(table: WholeRowsTable) -> QWheelEvent:
    no = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), *no, False)


def test_the_page_scrolls_and_not_the_table(desk: Desk, qtbot: QtBot) -> None:
    table = desk.table(qtbot)
    area = in_a_page(qtbot, table)
    event = turn(table)
    table.wheelEvent(event)
    assert not event.isAccepted(), "the wheel belongs to the page"
    assert area.verticalScrollBar().value() == 0
    table.setCurrentIndex(table.model().index(2, 3))
    assert area.verticalScrollBar().value() > 0


def test_a_table_of_thousands_scrolls_inside(desk: Desk, qtbot: QtBot) -> None:
    table = WholeRowsTable()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(MOST_FITTED_ROWS + 1, 2))
    table.resize(400, table.sizeHint().height())
    table.show()
    assert table.sizeHint().height() <= 600
    assert table.verticalScrollBar().maximum() > 0
    table.wheelEvent(turn(table))
    assert table.verticalScrollBar().value() > 0


def test_no_ordinary_word_is_broken_where_there_is_room(desk: Desk, qtbot: QtBot) -> None:
    rows = [a_signal("Engagement", id=1, digest_id=1, description="Many", relevancy="high")]
    model = RecordTable(signal_columns(SIGNAL, rows, "B"), desk.do)
    model.show(rows, Scope(Signal, 1, SIGNAL))
    table = desk.table(qtbot, model, width=620)
    assert table.columnWidth(0) >= longest_word(["Engagement"], Type.TABLE_STRONG) + 16
    assert table.columnWidth(5) < 64
    assert table.horizontalScrollBar().maximum() == 0


def test_the_description_gets_most_of_the_room(desk: Desk, qtbot: QtBot) -> None:
    rows = [Signal(id=1, digest_id=1, kind=CONCERN, name="Cost", description="It is dear")]
    model = RecordTable(signal_columns(CONCERN, rows, "B"), desk.do)
    model.show(rows, Scope(Signal, 1, CONCERN))
    name, description, relevancy = widths(desk.table(qtbot, model, width=700))
    assert description > 2 * name
    assert relevancy < 64
