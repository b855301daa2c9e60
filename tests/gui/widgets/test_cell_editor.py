"""The editor of a cell ends as a spreadsheet's does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemDelegate
from pytestqt.qtbot import QtBot

from curator.gui.widgets.cell_editor import CellEditor

Hint = QAbstractItemDelegate.EndEditHint
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(qtbot: QtBot) -> CellEditor:
    editor = CellEditor()
    qtbot.addWidget(editor)
    editor.show()
    editor.begin("Land robots")
    return editor


def test_typing_replaces_the_text(qtbot: QtBot, editor: CellEditor) -> None:
    qtbot.keyClicks(editor, "Swarm")
    assert editor.text() == "Swarm"


def test_the_caret_can_go_on_behind_the_text(qtbot: QtBot, editor: CellEditor) -> None:
    editor.move_to_end()
    qtbot.keyClicks(editor, "!")
    assert editor.text() == "Land robots!"


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        (Qt.Key.Key_Return, Hint.SubmitModelCache),
        (Qt.Key.Key_Enter, Hint.SubmitModelCache),
        (Qt.Key.Key_Tab, Hint.EditNextItem),
        (Qt.Key.Key_Backtab, Hint.EditPreviousItem),
    ],
)
def test_keys_end_the_edit(qtbot: QtBot, editor: CellEditor, key: Qt.Key, hint: Hint) -> None:
    with qtbot.waitSignal(editor.finished) as told:
        qtbot.keyClick(editor, key)
    assert told.args == [hint]
    assert editor.text() == "Land robots"


def test_alt_enter_breaks_the_line(qtbot: QtBot, editor: CellEditor) -> None:
    editor.move_to_end()
    with qtbot.assertNotEmitted(editor.finished):
        qtbot.keyClick(editor, Qt.Key.Key_Return, ALT)
    assert editor.text() == "Land robots\n"
