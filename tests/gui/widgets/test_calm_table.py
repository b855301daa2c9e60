"""What every table shows, whatever it holds."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from curator.gui.theme import colour
from curator.gui.widgets.calm_table import CalmTable


def words_in(table: CalmTable) -> int:
    """How far to the right quiet words reach, in pixels."""
    image = table.viewport().grab(QRect(0, 0, 600, 60)).toImage()
    quiet = colour("muted").name()
    columns = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() == quiet
    ]
    return max(columns, default=0)


def test_an_empty_table_says_how_to_fill_it_where_that_can_be(qtbot: QtBot) -> None:
    table = CalmTable()
    qtbot.addWidget(table)
    table.resize(640, 120)
    table.setModel(QStandardItemModel(0, 2, table))
    assert words_in(table) == 0
    table.set_hint("No themes.", "Ctrl+Enter adds one.")
    inviting = words_in(table)
    table.invite(False)
    assert 0 < words_in(table) < inviting


def test_columns_are_told_as_they_stand_on_screen(qtbot: QtBot) -> None:
    table = CalmTable()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, 4, table))
    assert table.shown_columns() == [0, 1, 2, 3]
    table.horizontalHeader().moveSection(3, 0)
    table.setColumnHidden(1, True)
    assert table.shown_columns() == [3, 0, 2]
