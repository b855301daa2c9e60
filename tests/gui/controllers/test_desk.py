"""Dialogs over the window are opened, and are gone when they are closed."""

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from curator.gui.dialogs.keys_dialog import KeysDialog
from tests.gui.screen import Screen


def test_a_closed_dialog_is_gone(screen: Screen, qtbot: QtBot) -> None:
    screen.trigger("help.keys")
    dialog = screen.dialog(KeysDialog)
    assert dialog.parent() is screen.window
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


@pytest.mark.parametrize(
    ("id_", "title"),
    [
        ("file.import", "Import digests"),
        ("file.import_folder", "Import a folder"),
        ("library.open", "Open library"),
        ("library.new", "New library"),
    ],
)
def test_files_are_picked_in_a_dialog_over_the_window(screen: Screen, id_: str, title: str) -> None:
    screen.trigger(id_)
    picker = screen.dialog(QFileDialog)
    assert picker.windowTitle() == title
    picker.close()
    assert [d for d in screen.window.findChildren(QDialog) if d.isVisible()] == []
