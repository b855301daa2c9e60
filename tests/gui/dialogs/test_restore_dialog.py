"""Choosing a copy: what each would put aside stands on the button before it is pressed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.theme import COLOURS, apply_theme, colour
from curator.gui.widgets.entry_list import EntryList
from curator.workspace.backups import Copy, RestorePlan
from tests.gui.screen import part_of

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
FOLDER = Path("/home/ada/backups")
NEWER = Copy(FOLDER / "newer.curator", NOW - timedelta(minutes=11), 28_000_000, "", 7, "id")
OLDER = Copy(FOLDER / "older.curator", NOW - timedelta(days=1), 27_000_000, "import", 5, "id")


def plan(copy: Copy, lost: int) -> RestorePlan:
    """What bringing back that copy would take away."""
    labels = ("Edit the title", "Add a theme")[:lost]
    return RestorePlan(
        Path("/home/ada/a.curator"), copy, lost, "", "", labels, False, "They go aside."
    )


def opened(qtbot: QtBot, *copies: Copy) -> RestoreDialog:
    """The dialog with these copies."""
    dialog = RestoreDialog(copies, 7, NOW)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def go(dialog: RestoreDialog) -> QPushButton:
    """The button that does it."""
    return part_of(dialog, QPushButton, "restoreGo")


def words(dialog: RestoreDialog) -> str:
    """What is said of the chosen copy."""
    found = part_of(dialog, QLabel, "restorePlan")
    return found.text()


def ground(button: QPushButton) -> str:
    """The colour on which its words are painted."""
    picture = button.grab().toImage()
    return picture.pixelColor(8, picture.height() // 2).name()


def test_copies_tell_when_and_why_they_were_made_and_how_far_they_are_behind(qtbot: QtBot) -> None:
    dialog = opened(qtbot, NEWER, OLDER)
    entries = part_of(dialog, EntryList, "restoreCopies")
    assert [entry.spoken() for entry in entries.entries()] == [
        "Today at 20:04\nmade by hand · 28.0 MB\nas the library is now",
        "Yesterday at 20:15\nbefore an import · 27.0 MB\n2 steps behind",
    ]


def test_nothing_is_done_before_what_it_costs_is_said(qtbot: QtBot) -> None:
    dialog = opened(qtbot, NEWER, OLDER)
    with qtbot.waitSignal(dialog.plan_requested) as asked:
        dialog.begin()
    assert asked.args == [NEWER.path]
    assert not go(dialog).isEnabled()
    dialog.show_plan(plan(OLDER, 2))  # an answer to another question
    assert not go(dialog).isEnabled()
    dialog.show_plan(plan(NEWER, 2))
    assert go(dialog).text() == "Bring back the copy of 20:04; 2 steps put aside"
    steps = part_of(dialog, QPlainTextEdit, "restoreSteps")
    assert steps.toPlainText() == "Edit the title\nAdd a theme"
    with qtbot.waitSignal(dialog.restore_chosen) as chosen:
        go(dialog).click()
    assert chosen.args == [NEWER.path]


@pytest.mark.parametrize("scheme", COLOURS)
def test_the_button_looks_as_if_it_did_nothing_until_something_is_chosen(
    qtbot: QtBot, qapp: QApplication, scheme: str
) -> None:
    apply_theme(qapp, scheme)
    dialog = opened(qtbot, NEWER)
    assert ground(go(dialog)) == colour("window").name()
    dialog.begin()
    dialog.show_plan(plan(NEWER, 2))
    assert ground(go(dialog)) == colour("accent").name()
    apply_theme(qapp, "light")


def test_a_copy_that_lacks_nothing_takes_nothing_away(qtbot: QtBot) -> None:
    dialog = opened(qtbot, OLDER)
    dialog.begin()
    dialog.show_plan(plan(OLDER, 0))
    assert go(dialog).text() == "Bring back the copy of yesterday at 20:15"


def test_a_file_from_elsewhere_can_be_chosen_and_refused(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    assert "no backups" in words(dialog)
    button = part_of(dialog, QPushButton, "restoreFile")
    with qtbot.waitSignal(dialog.file_requested):
        button.click()
    with qtbot.waitSignal(dialog.plan_requested) as asked:
        dialog.add_file(Path("/media/stick/old.curator"))
    assert asked.args == [Path("/media/stick/old.curator")]
    dialog.show_refusal("old.curator is no Curator library.")
    assert words(dialog) == "old.curator is no Curator library."
    go(dialog).click()
    assert dialog.isVisible()
