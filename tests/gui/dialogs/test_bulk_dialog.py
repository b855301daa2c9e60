"""The dialog of bulk edits: what would change is seen before anything does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.bulk_dialog import FILL, REPLACE, REVIEW, BulkDialog
from curator.gui.dialogs.plan_view import PlanView
from curator.workspace.bulk_edits import Fill, Plan, PlannedChange, Replace, Review
from curator.workspace.ticks import Ticks
from tests.gui.screen import part_of

LINES = [PlannedChange("signal", n, 1, "change", "teh", "the") for n in (1, 2, 3)]
PLAN = Plan(Fill("change"), LINES, {1: "Harbours"})


@pytest.fixture
def dialog(qtbot: QtBot) -> BulkDialog:
    made = BulkDialog(_no_names)
    qtbot.addWidget(made)
    made.tell_scope("2 selected digests")
    made.open_form(REPLACE)
    made.show()
    return made


def _no_names(_kind: str, _text: str) -> list[str]:
    return []


def go(dialog: BulkDialog) -> QPushButton:
    return part_of(dialog, QPushButton, "bulkGo")


def label(dialog: BulkDialog, name: str) -> str:
    return part_of(dialog, QLabel, name).text()


def test_a_preview_is_asked_for_after_a_pause(dialog: BulkDialog, qtbot: QtBot) -> None:
    asked: list[object] = []
    dialog.preview_wanted.connect(asked.append)
    find = part_of(dialog, QLineEdit, "bulkFind")
    with qtbot.waitSignal(dialog.preview_wanted):
        qtbot.keyClicks(find, "teh")
    (edit,) = asked
    assert isinstance(edit, Replace)
    assert edit.replacement.find == "teh"
    assert label(dialog, "bulkScope") == "2 selected digests"


def test_the_button_carries_the_number(dialog: BulkDialog, qtbot: QtBot) -> None:
    assert not go(dialog).isEnabled()
    dialog.show_plan(PLAN)
    assert go(dialog).text() == "Replace in 3 rows"
    assert label(dialog, "bulkNumbers") == "3 changes in 3 rows of 1 digest."
    view = part_of(dialog, PlanView, "planTable")
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert go(dialog).text() == "Replace in 2 rows"
    words = "2 changes in 2 rows of 1 digest; 1 of 3 left out."
    assert label(dialog, "bulkNumbers") == words
    qtbot.mouseClick(part_of(dialog, QPushButton, "bulkNone"), Qt.MouseButton.LeftButton)
    assert not go(dialog).isEnabled()
    qtbot.mouseClick(part_of(dialog, QPushButton, "bulkAll"), Qt.MouseButton.LeftButton)
    applied: list[tuple[Plan, Ticks]] = []
    dialog.apply_requested.connect(lambda plan, ticks: applied.append((plan, ticks)))
    go(dialog).click()
    ((plan, ticks),) = applied
    assert plan is PLAN
    assert list(ticks.lines()) == LINES
    assert not dialog.isVisible()


def test_an_old_preview_stays_in_grey_and_can_not_be_applied(
    dialog: BulkDialog, qtbot: QtBot
) -> None:
    dialog.show_plan(PLAN)
    qtbot.keyClicks(part_of(dialog, QLineEdit, "bulkFind"), "teh")
    view = part_of(dialog, PlanView, "planTable")
    assert not view.isEnabled()
    assert view.model().rowCount() == 3
    assert not go(dialog).isEnabled()
    dialog.show_mistake("The pattern can’t be read: missing ), at character 4.")
    assert part_of(dialog, QLabel, "bulkMistake").isVisible()
    assert not go(dialog).isEnabled()
    dialog.show_plan(Plan(Fill("change"), [], {}))
    assert not part_of(dialog, QLabel, "bulkMistake").isVisible()
    assert label(dialog, "bulkNumbers") == "Nothing would change."


def test_each_form_has_its_verb(dialog: BulkDialog, qtbot: QtBot) -> None:
    asked: list[object] = []
    dialog.preview_wanted.connect(asked.append)
    dialog.open_form(REVIEW)
    assert asked[-1] == Review("done")
    assert go(dialog).text() == "Mark"
    dialog.open_form(FILL)
    assert asked[-1] is None
    assert go(dialog).text() == "Change"


def test_it_says_that_the_preview_is_being_made(dialog: BulkDialog) -> None:
    dialog.open_form(REVIEW)
    assert label(dialog, "bulkNumbers") == "Looking …"
    dialog.show_mistake("The pattern takes too long for so many texts.")
    assert label(dialog, "bulkNumbers") == ""
    dialog.show_plan(PLAN)
    assert label(dialog, "bulkNumbers") == "3 changes in 3 rows of 1 digest."
