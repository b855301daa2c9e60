"""A library that can't be opened: every way on from there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.errors import (
    Busy,
    CuratorError,
    Damaged,
    Displaced,
    LibraryError,
    NotALibrary,
    TooNew,
)
from curator.gui.dialogs.trouble_dialog import (
    AGAIN,
    ANOTHER,
    BACKUP,
    EXPORT,
    REPAIR,
    TroubleDialog,
    ways_for,
)
from tests.gui.screen import part_of

LIBRARY = Path("/somewhere/library.curator")


def words(dialog: TroubleDialog) -> str:
    """All that it says."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def button(dialog: TroubleDialog, name: str) -> QPushButton:
    """One of its buttons."""
    return part_of(dialog, QPushButton, name)


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        (Damaged, BACKUP),
        (NotALibrary, ANOTHER),
        (TooNew, EXPORT),
        (Busy, AGAIN),
        (Displaced, AGAIN),
        (LibraryError, AGAIN),
    ],
)
def test_what_happened_why_and_what_to_do(
    qtbot: QtBot, kind: type[CuratorError], first: str
) -> None:
    error = kind("The library can’t be opened.", "Do something about it.")
    dialog = TroubleDialog(error, LIBRARY)
    qtbot.addWidget(dialog)
    dialog.show()
    for part in (error.message, error.hint, str(LIBRARY)):
        assert part in words(dialog)
    shown = {b.objectName() for b in dialog.findChildren(QPushButton) if b.isVisible()}
    assert shown == {"troubleQuit", *(f"trouble_{way}" for way in ways_for(error))}
    assert ANOTHER in ways_for(error)
    assert button(dialog, f"trouble_{first}").isDefault()
    with qtbot.waitSignal(dialog.way_chosen) as chosen:
        button(dialog, f"trouble_{first}").click()
    assert chosen.args == [first]


def test_another_error_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    dialog = TroubleDialog(Damaged("It is damaged."), LIBRARY)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_error(Busy("Somebody has it."), Path("/other.curator"))
    assert "Somebody has it." in words(dialog)
    assert "damaged" not in words(dialog)
    assert not button(dialog, f"trouble_{REPAIR}").isVisible()


def test_while_something_runs_nothing_can_be_chosen(qtbot: QtBot) -> None:
    dialog = TroubleDialog(Damaged("It is damaged."), LIBRARY)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.wait(working=True)
    dialog.reject()
    assert dialog.isVisible()
    assert not any(b.isEnabled() for b in dialog.findChildren(QPushButton))
    dialog.wait(working=False)
    with qtbot.waitSignal(dialog.rejected):
        button(dialog, "troubleQuit").click()
