"""A sheet is read, searched by eye and closed."""

from PySide6.QtWidgets import QDialogButtonBox, QTextBrowser
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.sheet_dialog import SheetDialog, sheet_table
from tests.gui.screen import part_of


def test_it_shows_its_tables_and_closes(qtbot: QtBot) -> None:
    html = sheet_table("Words", [("a < b", "signs are shown & not obeyed")])
    dialog = SheetDialog("words", "Words to use", "All words", html)
    qtbot.addWidget(dialog)
    dialog.show()
    sheet = part_of(dialog, QTextBrowser, "wordsSheet")
    assert "a < b" in sheet.toPlainText()
    assert "signs are shown & not obeyed" in sheet.toPlainText()
    assert sheet.accessibleName() == "All words"
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.Close).click()
    assert not dialog.isVisible()
