"""A copy is chosen with its price in sight, in the window or before there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.background import Background
from curator.gui.controllers.copy_choice import CopyChoice
from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.workspace import backups
from curator.workspace.workspace import Workspace
from tests.gui.screen import part_of


@pytest.fixture
def choice(qtbot: QtBot) -> Iterator[CopyChoice]:
    """A choice on lanes of its own."""
    background = Background()
    yield CopyChoice(background)
    background.stop()


@pytest.fixture
def desktop(qtbot: QtBot) -> QWidget:
    """What the dialog lies over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def backed_up(library: Path) -> Path:
    """The library with one copy beside it."""
    workspace = Workspace.open(library)
    backups.back_up(workspace)
    workspace.close()
    return library


def test_the_newest_copy_is_offered_with_what_it_costs(
    choice: CopyChoice, desktop: QWidget, library: Path, qtbot: QtBot
) -> None:
    copies = backups.copies(backed_up(library))
    choice.open(library, copies, copies[0].writes, desktop)
    choice.open(library, copies, copies[0].writes, desktop)
    (dialog,) = desktop.findChildren(RestoreDialog)
    button = part_of(dialog, QPushButton, "restoreGo")
    qtbot.waitUntil(button.isEnabled, timeout=5_000)
    with qtbot.waitSignal(choice.chosen) as told:
        button.click()
    assert told.args == [copies[0].path]


def test_a_copy_that_is_gone_is_refused_in_the_dialog(
    choice: CopyChoice, desktop: QWidget, library: Path, qtbot: QtBot
) -> None:
    copies = backups.copies(backed_up(library))
    copies[0].path.unlink()
    choice.open(library, copies, copies[0].writes, desktop)
    (dialog,) = desktop.findChildren(RestoreDialog)
    words = part_of(dialog, QLabel, "restorePlan")
    qtbot.waitUntil(lambda: "There is no library" in words.text(), timeout=5_000)
    dialog.close()
