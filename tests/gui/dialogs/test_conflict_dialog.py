"""Differences are gone through, and each answer is told."""

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.conflict import Conflict
from curator.domain.listing import DigestCard
from curator.gui.dialogs.conflict_dialog import ConflictDialog
from curator.workspace.reading import ConflictView
from tests.gui.screen import part_of

CARD = DigestCard(1, "one", "Land Robots", "2024-08-18", "to do", 5, ())
MINE = "# Title\n\nsame\nmine\nsame\n"
THEIRS = "# Title\n\nsame\ntheirs\nand more\nsame\nlast\n"


def views(number: int) -> list[ConflictView]:
    """Open conflicts."""
    return [
        ConflictView(Conflict(n, 1, 1, f"/in/file{n}.md"), CARD, MINE, THEIRS)
        for n in range(1, number + 1)
    ]


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("keep.mine", "keep mine"), ("take.theirs", "take theirs"), ("keep.both", "keep both")],
)
def test_an_answer_is_told_and_the_next_conflict_comes(
    qtbot: QtBot, name: str, verdict: str
) -> None:
    dialog = ConflictDialog(views(2))
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.settled) as told:
        button(dialog, name).click()
    assert told.args == [1, verdict]
    assert part_of(dialog, QComboBox, "conflictChoice").count() == 1
    with qtbot.waitSignal(dialog.accepted):
        button(dialog, name).click()


def test_next_difference_goes_round(qtbot: QtBot) -> None:
    dialog = ConflictDialog(views(1))
    qtbot.addWidget(dialog)
    mine = part_of(dialog, QPlainTextEdit, "conflictMine")
    seen = [mine.textCursor().blockNumber()]
    for _ in range(2):
        button(dialog, "nextDifference").click()
        seen.append(mine.textCursor().blockNumber())
    assert seen == [3, 6, 3]


def test_a_difference_deep_in_a_long_line_is_seen_at_once(qtbot: QtBot) -> None:
    long = "word " * 2_000
    view = ConflictView(Conflict(1, 1, 1, "/in/f.md"), CARD, f"{long}mine", f"{long}theirs")
    dialog = ConflictDialog([view])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    for name in ("conflictMine", "conflictTheirs"):
        side = part_of(dialog, QPlainTextEdit, name)
        assert side.textCursor().position() == len(long)
        assert side.viewport().rect().contains(side.cursorRect().center())


def test_another_conflict_can_be_looked_at_first(qtbot: QtBot) -> None:
    dialog = ConflictDialog(views(2))
    qtbot.addWidget(dialog)
    choice = part_of(dialog, QComboBox, "conflictChoice")
    choice.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.settled) as told:
        button(dialog, "keep.mine").click()
    assert told.args == [2, "keep mine"]


def button(dialog: ConflictDialog, name: str) -> QPushButton:
    """One of its buttons."""
    return part_of(dialog, QPushButton, name)
