"""Choosing a copy: what each would put aside stands on the button before it is pressed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.widgets.entry_list import EntryList
from curator.workspace.backups import Copy, RestorePlan

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
    found = dialog.findChild(QPushButton, "restoreGo")
    assert isinstance(found, QPushButton)
    return found


def words(dialog: RestoreDialog) -> str:
    """What is said of the chosen copy."""
    found = dialog.findChild(QLabel, "restorePlan")
    assert isinstance(found, QLabel)
    return found.text()


def test_copies_tell_when_and_why_they_were_made_and_how_far_they_are_behind(qtbot: QtBot) -> None:
    dialog = opened(qtbot, NEWER, OLDER)
    entries = dialog.findChild(EntryList, "restoreCopies")
    assert isinstance(entries, EntryList)
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
    steps = dialog.findChild(QPlainTextEdit, "restoreSteps")
    assert isinstance(steps, QPlainTextEdit)
    assert steps.toPlainText() == "Edit the title\nAdd a theme"
    with qtbot.waitSignal(dialog.restore_chosen) as chosen:
        go(dialog).click()
    assert chosen.args == [NEWER.path]


def test_a_copy_that_lacks_nothing_takes_nothing_away(qtbot: QtBot) -> None:
    dialog = opened(qtbot, OLDER)
    dialog.begin()
    dialog.show_plan(plan(OLDER, 0))
    assert go(dialog).text() == "Bring back the copy of yesterday at 20:15"


def test_a_file_from_elsewhere_can_be_chosen_and_refused(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    assert "no backups" in words(dialog)
    button = dialog.findChild(QPushButton, "restoreFile")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(dialog.file_requested):
        button.click()
    with qtbot.waitSignal(dialog.plan_requested) as asked:
        dialog.add_file(Path("/media/stick/old.curator"))
    assert asked.args == [Path("/media/stick/old.curator")]
    dialog.show_refusal("old.curator is no Curator library.")
    assert words(dialog) == "old.curator is no Curator library."
    go(dialog).click()
    assert dialog.isVisible()
