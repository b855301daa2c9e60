"""Two sides stand level, differences are found, and each answer is told."""

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.conflict import Conflict
from curator.domain.listing import DigestCard
from curator.gui.dialogs.conflict_dialog import ConflictDialog, differences, side_by_side
from curator.workspace.reading import ConflictView

CARD = DigestCard(1, "one", "Land Robots", "2024-08-18", "to do", 5, ())
MINE = "# Title\n\nsame\nmine\nsame\n"
THEIRS = "# Title\n\nsame\ntheirs\nand more\nsame\nlast\n"


def views(number: int) -> list[ConflictView]:
    """Open conflicts."""
    return [
        ConflictView(Conflict(n, 1, 1, f"/in/file{n}.md"), CARD, MINE, THEIRS)
        for n in range(1, number + 1)
    ]


def test_lines_that_belong_together_stand_level() -> None:
    left, right = side_by_side(MINE, THEIRS)
    assert len(left) == len(right) == 7
    assert [line.text for line in left] == ["# Title", "", "same", "mine", "", "same", ""]
    assert [line.differs for line in right] == [False, False, False, True, True, False, True]
    assert left[4].filler
    assert left[6].filler
    assert differences(left, right) == [3, 6]


def test_the_words_that_differ_are_marked() -> None:
    left, right = side_by_side("a calm sea today", "a rough sea")
    assert [left[0].text[a:b] for a, b in left[0].spans] == ["calm", " today"]
    assert [right[0].text[a:b] for a, b in right[0].spans] == ["rough", ""]


def test_a_table_padded_to_another_width_does_not_differ() -> None:
    left, right = side_by_side("| a  | b |\n|:---|:--|", "| a | b |\n|:--|:--|")
    assert differences(left, right) == []


def test_equal_texts_have_no_difference() -> None:
    assert differences(*side_by_side(MINE, MINE)) == []


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
    assert dialog.open_count() == 1
    with qtbot.waitSignal(dialog.accepted):
        button(dialog, name).click()


def test_next_difference_goes_round(qtbot: QtBot) -> None:
    dialog = ConflictDialog(views(1))
    qtbot.addWidget(dialog)
    mine = dialog.findChild(QPlainTextEdit, "conflictMine")
    assert isinstance(mine, QPlainTextEdit)
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
        side = dialog.findChild(QPlainTextEdit, name)
        assert isinstance(side, QPlainTextEdit)
        assert side.textCursor().position() == len(long)
        assert side.viewport().rect().contains(side.cursorRect().center())


def test_another_conflict_can_be_looked_at_first(qtbot: QtBot) -> None:
    dialog = ConflictDialog(views(2))
    qtbot.addWidget(dialog)
    choice = dialog.findChild(QComboBox, "conflictChoice")
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.settled) as told:
        button(dialog, "keep.mine").click()
    assert told.args == [2, "keep mine"]


def button(dialog: ConflictDialog, name: str) -> QPushButton:
    """One of its buttons."""
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found
