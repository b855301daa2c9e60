"""What the ledger paints: cut texts, and lines of groups over the whole width."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from curator.gui.theme import colour
from curator.gui.widgets.cell_editor import CellEditor
from tests.gui.ledger import Ledger
from tests.gui.screen import Screen


@pytest.fixture
def ledger(screen: Screen) -> Ledger:
    return Ledger(screen)


def ink(ledger: Ledger, row: int, left: int, right: int) -> set[str]:
    """The colours that are painted in a part of a row."""
    table = ledger.table
    picture = table.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    top, height = table.rowViewportPosition(row), table.rowHeight(row)
    return {
        picture.pixelColor(QPoint(int(x * ratio), int(y * ratio))).name()
        for x in range(left, right)
        for y in range(top, top + height)
    }


def test_the_line_of_a_group_reaches_over_all_columns(ledger: Ledger, qtbot: QtBot) -> None:
    width = ledger.table.viewport().width()
    ledger.page.strip.group_chosen.emit("theme")
    ledger.wait_for(3)
    assert colour("text").name() in ink(ledger, 1, 20, 200)
    assert colour("muted").name() in ink(ledger, 1, width - 80, width)
    assert colour("line").name() in ink(ledger, 1, 0, width)
    ledger.go(0)
    assert colour("accent_soft").name() in ink(ledger, 0, 300, 320)
    assert colour("text").name() in ink(ledger, 0, 20, 200)
    sign = ink(ledger, 0, 8, 24)
    ledger.page.group_opened.emit(ledger.model.plan.groups[0].value)
    qtbot.waitUntil(lambda: ledger.model.rowCount() > 3)
    assert ink(ledger, 0, 8, 24) != sign  # it points down now


def test_an_editor_grows_over_its_neighbours_within_the_table(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.go(3)
    ledger.table.edit(ledger.table.currentIndex())
    editor = ledger.table.findChild(CellEditor)
    assert isinstance(editor, CellEditor)
    before = editor.height()
    editor.insertPlainText("long " * 60)
    qtbot.waitUntil(lambda: editor.height() > before)
    assert editor.geometry().bottom() <= ledger.table.viewport().height()
    ledger.table.resize(ledger.table.width(), 150)
    assert editor.geometry().top() >= 0


def test_the_review_is_chosen_from_a_list_without_an_empty_one(ledger: Ledger) -> None:
    ledger.go(0, "review")
    ledger.table.edit(ledger.table.currentIndex())
    choice = ledger.table.findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    told = [choice.itemText(place) for place in range(choice.count())]
    assert told == ["to do", "in work", "done", "second look"]
