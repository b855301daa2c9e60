"""The sheet about searching says all that a question can name, and its examples are right."""

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from curator.domain.query_fields import CHOICES, NAMES
from curator.domain.query_parsing import question_of
from curator.gui.dialogs.search_help_dialog import WORDS, SearchHelpDialog
from tests.gui.screen import part_of


def test_every_field_and_value_is_on_the_sheet(qtbot: QtBot) -> None:
    dialog = SearchHelpDialog()
    qtbot.addWidget(dialog)
    text = part_of(dialog, QTextBrowser, "searchHelpSheet").toPlainText()
    assert [name for name in NAMES if f"{name}:" not in text] == []
    assert [value for field in CHOICES for value in field.values if value not in text] == []


def test_its_examples_have_no_mistakes() -> None:
    assert [typed for typed, _ in WORDS if question_of(typed).mistakes] == []
