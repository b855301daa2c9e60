"""The export dialog gives its answer as a value."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.export_dialog import ExportChoice, ExportDialog
from tests.gui.screen import part_of

COUNTS = {"all": 3554, "shown": 67, "selected": 0}


def dialog_with(qtbot: QtBot, folder: str = "") -> tuple[ExportDialog, QLineEdit, QPushButton]:
    """The dialog, its folder and its button."""
    dialog = ExportDialog(COUNTS, folder)
    qtbot.addWidget(dialog)
    field = dialog.findChild(QLineEdit, "exportFolder")
    go = dialog.findChild(QPushButton, "exportGo")
    assert isinstance(field, QLineEdit)
    assert isinstance(go, QPushButton)
    return dialog, field, go


def radio(dialog: ExportDialog, name: str) -> QRadioButton:
    """One of its choices."""
    return part_of(dialog, QRadioButton, name)


def test_without_a_folder_nothing_can_be_exported(qtbot: QtBot) -> None:
    _, field, go = dialog_with(qtbot)
    assert not go.isEnabled()
    field.setText("out")
    assert go.isEnabled()


def test_the_answer_names_folder_layout_and_scope(qtbot: QtBot) -> None:
    dialog, _, go = dialog_with(qtbot, "out")
    radio(dialog, "scope.shown").setChecked(True)
    radio(dialog, "layout.curated").setChecked(True)
    with qtbot.waitSignal(dialog.export_chosen) as told:
        go.click()
    assert told.args == [ExportChoice(Path("out"), "curated", "shown")]


def test_scopes_say_how_many_and_empty_ones_are_off(qtbot: QtBot) -> None:
    dialog, _, _ = dialog_with(qtbot)
    assert radio(dialog, "scope.all").text() == "All digests (3,554)"
    assert not radio(dialog, "scope.selected").isEnabled()


def test_a_folder_can_be_picked(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, field, _ = dialog_with(qtbot)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Choose …").click()
    picker = dialog.findChildren(QFileDialog)[0]
    picker.fileSelected.emit(str(tmp_path))
    picker.close()
    assert field.text() == str(tmp_path)
