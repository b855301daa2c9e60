"""Rows of a preview are ticked by key and by mouse."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.plan_view import PlanView
from curator.gui.models.plan_table import PlanTable
from curator.workspace.bulk_edits import Fill, Plan, PlannedChange
from curator.workspace.ticks import Ticks


def test_space_turns_all_selected_rows(qtbot: QtBot) -> None:
    lines = [PlannedChange("signal", n, 1, "name", "a", "b") for n in range(1, 4)]
    plan = Plan(Fill("name"), lines, {1: "Harbours"})
    model = PlanTable()
    model.show(plan, Ticks(plan))
    view = PlanView(model)
    qtbot.addWidget(view)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.numbers().changes == 0
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.numbers().changes == 1
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 2
