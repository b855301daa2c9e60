"""A relation is chosen from a list that opens at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from curator.domain.link import RELATIONS, Link
from curator.gui.delegates.choice_delegate import ChoiceDelegate
from curator.gui.models.link_columns import link_columns
from curator.gui.models.record_table import RecordTable
from curator.gui.models.scope import Scope
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from tests.gui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")


@pytest.fixture
def table(desk: Desk, qtbot: QtBot) -> WholeRowsTable:
    model = RecordTable(link_columns({"robots"}.__contains__), desk.workspace.do)
    model.show(desk.whole.closest, Scope(Link, 1))
    desk.feed.changed.connect(model.apply)
    table = desk.table(qtbot, model)
    table.setItemDelegateForColumn(1, ChoiceDelegate(RELATIONS, table))
    table.setCurrentIndex(model.index(0, 1))
    return table


def choices_of(table: WholeRowsTable) -> QComboBox:
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QComboBox)
    return editor


def test_a_relation_is_chosen_by_key(desk: Desk, qtbot: QtBot, table: WholeRowsTable) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Return)
    choices = choices_of(table)
    qtbot.waitUntil(choices.view().isVisible)
    qtbot.keyClick(choices.view(), Qt.Key.Key_Down)
    qtbot.keyClick(choices.view(), Qt.Key.Key_Down)
    qtbot.keyClick(choices.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.whole.closest[0].relation == "supports")
    assert table.model().index(0, 1).data() == "supports"


def test_a_relation_can_be_taken_back(desk: Desk, qtbot: QtBot, table: WholeRowsTable) -> None:
    table.model().setData(table.model().index(0, 1), "extends")
    table.edit(table.model().index(0, 1))
    choices = choices_of(table)
    assert choices.currentText() == "extends"
    assert [choices.itemText(n) for n in range(choices.count())] == ["—", *RELATIONS]
    choices.setCurrentIndex(0)
    table.commit_editor()
    assert desk.whole.closest[0].relation == ""


def test_escape_leaves_it_as_it_was(desk: Desk, qtbot: QtBot, table: WholeRowsTable) -> None:
    table.edit(table.model().index(0, 1))
    choices = choices_of(table)
    qtbot.waitUntil(choices.view().isVisible)
    qtbot.keyClick(choices.view(), Qt.Key.Key_Down)
    qtbot.keyClick(choices.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not choices.view().isVisible())
    qtbot.keyClick(choices, Qt.Key.Key_Escape)
    assert desk.whole.closest[0].relation == ""


def test_what_is_not_judged_yet_shows_a_dash(desk: Desk, table: WholeRowsTable) -> None:
    delegate = table.itemDelegateForColumn(1)
    assert isinstance(delegate, ChoiceDelegate)
    assert delegate.text_of(table.model().index(0, 1)) == "—"
