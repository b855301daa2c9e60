"""A search is kept under a name that is free."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.search_dialog import SearchDialog
from tests.gui.screen import part_of


@pytest.fixture
def dialog(qtbot: QtBot) -> SearchDialog:
    """The question for the name of a search, open; one name is taken."""
    dialog = SearchDialog("theme:=energy", "energy", ["Power"])
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_it_shows_the_search_and_enter_takes_the_proposal(
    qtbot: QtBot, dialog: SearchDialog
) -> None:
    assert part_of(dialog, QLabel, "searchText").text() == "theme:=energy"
    name = part_of(dialog, QLineEdit, "searchNameEdit")
    assert name.selectedText() == "energy"
    with qtbot.waitSignals([dialog.named, dialog.accepted]):
        qtbot.keyClick(name, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "hint"), [("power ", "There is a search “power” already."), (" ", "It stays up to")]
)
def test_a_taken_or_empty_name_can_not_be_used(
    qtbot: QtBot, dialog: SearchDialog, name: str, hint: str
) -> None:
    edit = part_of(dialog, QLineEdit, "searchNameEdit")
    edit.setText(name)
    assert part_of(dialog, QLabel, "searchHint").text().startswith(hint)
    assert not part_of(dialog, QPushButton, "searchSave").isEnabled()
    with qtbot.assertNotEmitted(dialog.named):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.setText(" Heat\tand power ")
    with qtbot.waitSignal(dialog.named) as told:
        qtbot.mouseClick(part_of(dialog, QPushButton, "searchSave"), Qt.MouseButton.LeftButton)
    assert told.args == ["Heat\tand power"]
