"""The preview of a bulk edit as a table with boxes to tick."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.gui.models.plan_table import DIGEST, FIELD, NOW, THEN, TICK, PlanTable
from curator.gui.widgets.roles import SPANS_ROLE
from curator.workspace.bulk_edits import DOUBLE, Fill, Plan, PlannedChange
from curator.workspace.ticks import Ticks

LINES = (
    PlannedChange("signal", 1, 7, "driving_force", "teh law", "the law"),
    PlannedChange("signal", 2, 7, "change", "teh\nend", "the\nend"),
    PlannedChange("theme", 3, 8, "name", "AI", "ai", DOUBLE),
)
PLAN = Plan(Fill("change"), LINES, {7: "Harbours", 8: "Ferries"})


@pytest.fixture
def table(qtbot: QtBot) -> PlanTable:
    model = PlanTable()
    model.show(PLAN, Ticks(PLAN))
    return model


def test_it_is_a_sound_model(table: PlanTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table)
    assert table.headerData(9, Qt.Orientation.Horizontal) is None


def row(table: PlanTable, number: int) -> list[str]:
    return [table.index(number, column).data() for column in (NOW, THEN, FIELD, DIGEST)]


def test_each_line_says_what_changes_where(table: PlanTable) -> None:
    assert row(table, 0) == ["teh law", "the law", "Driving force", "Harbours"]
    assert row(table, 1) == ["teh ⏎ end", "the ⏎ end", "Change", "Harbours"]
    then = "goes, as the digest has “ai” already"
    assert row(table, 2) == ["AI", then, "Theme", "Ferries"]
    titles = [
        table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())
    ]
    assert titles == ["", "Now", "Then", "Field", "Digest"]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert table.headerData(TICK, Qt.Orientation.Horizontal, spoken) == "Ticked"
    assert table.headerData(NOW, Qt.Orientation.Horizontal, spoken) == "Now"
    assert table.headerData(1, Qt.Orientation.Vertical) == 2


def test_what_differs_is_told(table: PlanTable) -> None:
    assert table.index(0, NOW).data(SPANS_ROLE) == ((0, 3),)
    assert table.index(2, NOW).data(SPANS_ROLE) == ((0, 2),)
    assert table.index(2, THEN).data(SPANS_ROLE) == ()
    assert table.index(0, FIELD).data(SPANS_ROLE) == ()
    assert "teh law" in table.index(0, NOW).data(Qt.ItemDataRole.ToolTipRole)


def test_ticks_are_counted(table: PlanTable, qtbot: QtBot) -> None:
    box = table.index(1, TICK)
    with qtbot.waitSignal(table.ticked):
        assert table.setData(box, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert box.data(Qt.ItemDataRole.AccessibleTextRole) == "not ticked"
    assert table.numbers().changes == 2
    table.turn([0, 1])
    assert table.numbers().changes == 3
    table.turn([0, 1])
    assert table.numbers().changes == 1
    table.turn_all(on=True)
    assert table.numbers().changes == 3
    table.turn([])
    assert not table.setData(box, "text")


def test_nothing_to_show_is_no_fault(table: PlanTable) -> None:
    table.show(None, None)
    assert table.rowCount() == 0
    assert table.numbers().changes == 0
    table.turn([0])
    table.turn_all(on=True)
