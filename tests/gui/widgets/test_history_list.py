"""The history in words, and what can be done with a step."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.step import APPLIED, ASIDE, UNDONE, Step
from curator.gui.widgets.history_list import HistoryList, time_words
from curator.workspace.history import StepLine
from tests.gui.screen import part_of

NOW = datetime(2026, 11, 22, 12, 4, tzinfo=UTC).astimezone()


def step(number: int, state: str = APPLIED, count: int = 1) -> Step:
    """A step of the history."""
    return Step(number, f"Step {number}", NOW.isoformat(), "Ada", state, count)


def history(qtbot: QtBot, *steps: Step, lines: dict[int, list[StepLine]]) -> HistoryList:
    """A shown history."""
    made = HistoryList()
    qtbot.addWidget(made)
    made.show_steps(steps, lines)
    made.show()
    return made


def test_a_step_says_who_when_and_each_cell_before_and_after(qtbot: QtBot) -> None:
    line = StepLine("theme", "", "Energy", 1)
    made = history(qtbot, step(1), lines={1: [line]})
    entry = made.list.entries()[0]
    assert entry.title == "Step 1"
    assert entry.quiet.endswith(" · Ada")
    assert entry.text == "theme: — → Energy"


def test_a_large_step_tells_how_much_more_there_is(qtbot: QtBot) -> None:
    lines = [StepLine(f"cell {n}", "a", "b", 1) for n in range(9)]
    made = history(qtbot, step(2, count=9), step(1, count=3554), lines={2: lines})
    large, wholesale = made.list.entries()
    assert large.text.endswith("and 3 more")
    assert wholesale.text == "3,554 changes"


def test_what_can_be_done_depends_on_the_state(qtbot: QtBot) -> None:
    made = history(qtbot, step(3), step(2, UNDONE), step(1, ASIDE), lines={})
    revert, reapply = (_button(made, name) for name in ("revertStep", "reapplyStep"))
    assert not revert.isEnabled()
    told = []
    for row in range(3):
        made.list.setCurrentRow(row)
        told.append((revert.isEnabled(), reapply.isEnabled()))
    assert told == [(True, False), (False, True), (False, True)]
    assert [entry.faded for entry in made.list.entries()] == [False, True, True]


def test_the_buttons_name_the_step(qtbot: QtBot) -> None:
    made = history(qtbot, step(3), step(2, UNDONE), lines={})
    made.list.setCurrentRow(0)
    with qtbot.waitSignal(made.revert_requested) as told:
        _button(made, "revertStep").click()
    assert told.args == [3]
    made.list.setCurrentRow(1)
    with qtbot.waitSignal(made.reapply_requested) as told:
        _button(made, "reapplyStep").click()
    assert told.args == [2]


def test_a_step_taken_back_in_the_middle_reads_as_such(qtbot: QtBot) -> None:
    made = history(qtbot, step(3), step(2), step(1), lines={})
    made.show_steps([step(3), step(2), step(1)], {}, {1: 3})
    assert [entry.faded for entry in made.list.entries()] == [False, False, True]
    assert "taken back at" in made.list.entries()[2].quiet
    made.list.setCurrentRow(2)
    assert not _button(made, "revertStep").isEnabled()
    with qtbot.waitSignal(made.revert_requested) as told:
        _button(made, "reapplyStep").click()
    assert told.args == [3]


def test_times_are_said_as_people_say_them() -> None:
    now = NOW.replace(hour=12)
    assert time_words(now.isoformat(), now) == f"{now:%H:%M}"
    assert time_words((now - timedelta(days=1)).isoformat(), now).startswith("yesterday ")
    assert time_words((now - timedelta(days=30)).isoformat(), now).startswith("23 Oct 2026, ")


def _button(made: HistoryList, name: str) -> QPushButton:
    return part_of(made, QPushButton, name)
