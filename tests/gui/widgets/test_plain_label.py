"""A label shows what a file or a person wrote, and does nothing with it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.gui.widgets.plain_label import PlainLabel

pytestmark = pytest.mark.fault("F24")


def test_a_text_that_looks_like_a_page_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    label = PlainLabel("<img src=x>.curator is damaged.", name="words", tone="quiet")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<img src=x>.curator is damaged."


def test_marks_that_turn_letters_round_are_named(qtbot: QtBot) -> None:
    label = PlainLabel("gpj.\u202eexe is damaged.")
    qtbot.addWidget(label)
    assert label.text() == "gpj.‹RLO›exe is damaged."
    label.setText("all\u200bis well")
    assert label.text() == "all‹ZWSP›is well"


def test_a_long_path_can_go_on_in_the_next_line_and_its_marks_are_named(qtbot: QtBot) -> None:
    path = "/home/ada/some/very/long/way/down/to/the\u202e/library.curator"
    label = PlainLabel(path, breaks=True)
    qtbot.addWidget(label)
    shown = label.text()
    assert "\u200b" in shown
    assert shown.replace("\u200b", "") == path.replace("\u202e", "‹RLO›")
