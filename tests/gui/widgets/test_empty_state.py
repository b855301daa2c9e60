"""An empty place says why, and offers ways out."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.widgets.empty_state import EmptyState


def test_it_says_why_and_its_buttons_do_what_they_say(qtbot: QtBot) -> None:
    empty, done = EmptyState(), []
    qtbot.addWidget(empty)
    empty.tell("Nothing found", "Try fewer words.", [("Clear", lambda: done.append("cleared"))])
    assert empty.heading() == "Nothing found"
    empty.findChildren(QPushButton)[0].click()
    assert done == ["cleared"]


def test_another_reason_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.show()
    empty.tell("First", "", [("One", empty.hide), ("Two", empty.hide)])
    empty.tell("Second", "", [("Three", empty.hide)])
    shown = [b.text() for b in empty.findChildren(QPushButton) if not b.isHidden()]
    assert (empty.heading(), shown) == ("Second", ["Three"])
