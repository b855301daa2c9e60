"""A place with risks is not taken by accident."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.place_dialog import PlaceDialog
from tests.gui.screen import part_of


def a_dialog(qtbot: QtBot) -> PlaceDialog:
    """The question about a file in the Dropbox folder, open."""
    dialog = PlaceDialog("drones.curator", "It lies in a folder that Dropbox keeps in step.")
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_it_says_what_the_place_means(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot)
    label = part_of(dialog, QLabel, "placeWords")
    assert label.text().startswith("It lies in a folder that Dropbox keeps in step.")


def test_enter_is_to_choose_another_place(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot)
    with (
        qtbot.assertNotEmitted(dialog.accepted),
        qtbot.waitSignals([dialog.another_wanted, dialog.rejected]),
    ):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_it_can_be_used_all_the_same(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot)
    use = part_of(dialog, QPushButton, "placeUse")
    with qtbot.assertNotEmitted(dialog.another_wanted), qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
