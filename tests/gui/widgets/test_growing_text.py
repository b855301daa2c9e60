"""An editor as tall as its text, for plain text only."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.gui.theme import Type, font
from curator.gui.widgets.growing_text import MOST_PASTED, GrowingText


@pytest.fixture
def field(qtbot: QtBot) -> GrowingText:
    field = GrowingText(font(Type.READING), 20)
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.show()
    return field


def test_it_wants_a_line_height_for_each_line(qtbot: QtBot, field: GrowingText) -> None:
    assert field.text_height() == 20
    field.write_text("one\ntwo\nthree")
    assert field.text_height() == 60
    with qtbot.waitSignal(field.grew):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text_height() == 80
    assert field.sizeHint().height() >= 80
    assert field.verticalScrollBar().maximum() <= 80


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_a_line_is_broken_by_key(
    qtbot: QtBot, field: GrowingText, modifier: Qt.KeyboardModifier
) -> None:
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Left)
    qtbot.keyClick(field, Qt.Key.Key_Return, modifier)
    assert field.text() == "a\nb"
    field.undo()
    assert field.text() == "ab"


def test_a_new_text_can_not_be_undone_into_the_old_one(qtbot: QtBot, field: GrowingText) -> None:
    qtbot.keyClicks(field, "of another digest")
    field.write_text("of this digest")
    field.undo()
    assert field.text() == "of this digest"
    assert not field.document().isModified()


def test_pasted_text_leaves_its_looks_behind(field: GrowingText) -> None:
    mime = QMimeData()
    mime.setHtml("<i>bold</i>")
    mime.setText("bold")
    field.insertFromMimeData(mime)
    assert field.text() == "bold"
    assert "italic" not in field.toHtml()


@pytest.mark.fault("F22")
def test_a_clipboard_that_is_too_large_is_refused(qtbot: QtBot, field: GrowingText) -> None:
    mime = QMimeData()
    mime.setText("x" * (MOST_PASTED + 1))
    with qtbot.waitSignal(field.paste_refused) as told:
        field.insertFromMimeData(mime)
    assert told.args is not None
    assert "5,000,001" in told.args[0]
    assert "save it as a file and import that" in told.args[0]
    assert field.text() == ""


@pytest.mark.fault("F22")
def test_what_is_dropped_is_held_to_the_same(qtbot: QtBot, field: GrowingText) -> None:
    told: list[str] = []
    field.paste_refused.connect(told.append)
    for text in ("x" * (MOST_PASTED + 1), "words"):
        mime = QMimeData()
        mime.setText(text)
        place, action = QPointF(5, 5), Qt.DropAction.CopyAction
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place.toPoint(), action, mime, left, none)
        QApplication.sendEvent(field.viewport(), enter)
        QApplication.sendEvent(field.viewport(), QDropEvent(place, action, mime, left, none))
    assert field.text() == "words"
    assert len(told) == 1
