"""When a part of the window goes, the focus returns to where the person was."""

import pytest
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.widgets.former_focus import FormerFocus


class Room(QWidget):
    """A field, a group with a field in it, and a part with a button."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.group, self.part = QLineEdit(self), QLineEdit(self), QFrame(self)
        self.inner = QLineEdit(self.group)
        self.button = QPushButton("Go", self.part)
        self.former = FormerFocus(self.part)
        layout = QVBoxLayout(self)
        for widget in (self.first, self.group, self.part):
            layout.addWidget(widget)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def go_in(room: Room, qtbot: QtBot, field: QWidget) -> None:
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    room.button.setFocus()
    qtbot.waitUntil(room.button.hasFocus)


def test_it_returns_to_the_field(room: Room, qtbot: QtBot) -> None:
    go_in(room, qtbot, room.inner)
    room.former.give_back()
    assert room.inner.hasFocus()


def test_it_returns_to_what_held_a_field_that_is_gone(room: Room, qtbot: QtBot) -> None:
    go_in(room, qtbot, room.inner)
    room.inner.hide()
    room.former.give_back()
    assert room.group.hasFocus()


def test_who_went_on_is_left_alone(room: Room, qtbot: QtBot) -> None:
    go_in(room, qtbot, room.inner)
    room.first.setFocus()
    room.former.give_back()
    assert room.first.hasFocus()


def test_nowhere_to_go_is_no_fault(room: Room, qtbot: QtBot) -> None:
    go_in(room, qtbot, room.first)
    room.first.setEnabled(False)
    room.former.give_back()
    assert room.button.hasFocus()
