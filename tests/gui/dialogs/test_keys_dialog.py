"""The sheet of keys says all that the table of actions says."""

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from curator.gui.actions import ACTIONS
from curator.gui.dialogs.keys_dialog import KeysDialog
from tests.gui.screen import part_of


def test_every_action_with_a_key_is_on_the_sheet(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    sheet = part_of(dialog, QTextBrowser, "keysSheet")
    text = sheet.toPlainText()
    assert [spec.text for spec in ACTIONS if spec.keys and spec.text not in text] == []
    assert "Add theme in the themes" in text
    assert "Line break in a cell" in text
