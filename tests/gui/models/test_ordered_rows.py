"""Rows stand in the order of their positions, whatever comes, goes and moves."""

from pytestqt.qtbot import QtBot

from curator.domain.signal import SIGNAL, Signal
from curator.gui.models.ordered_rows import place_of
from curator.gui.models.scope import Scope
from curator.workspace.rows import add_signal, delete_signals, move_signals
from tests.builders import a_signal
from tests.gui.desk import Desk, texts


def test_a_record_is_found_by_its_row_and_its_row_by_its_id(desk: Desk) -> None:
    model = desk.signals()
    assert model.record_at(2).id == 3
    assert (model.row_of(3), model.row_of(99)) == (2, -1)
    assert [record.id for record in model.records] == [1, 2, 3]


def test_a_row_that_was_only_begun_stands_behind_its_neighbour() -> None:
    begun, neighbour = a_signal(id=0, position=4), a_signal(id=7, position=4)
    assert sorted([begun, neighbour], key=place_of) == [neighbour, begun]


def test_rows_come_go_and_move_with_the_feed(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    with qtbot.waitSignal(model.rowsInserted):
        desk.workspace.do(add_signal, 1, SIGNAL, after_id=1, name="Balloons")
    assert texts(model) == ["Land robots", "Balloons", "Cheap drones", "Jamming"]
    with qtbot.waitSignal(model.rowsMoved):
        desk.workspace.do(move_signals, [3], 1)
    assert texts(model) == ["Jamming", "Land robots", "Balloons", "Cheap drones"]
    with qtbot.waitSignal(model.rowsMoved):
        desk.workspace.do(move_signals, [3], 0)
    assert texts(model) == ["Land robots", "Balloons", "Cheap drones", "Jamming"]
    with qtbot.waitSignal(model.rowsRemoved):
        desk.workspace.do(delete_signals, [2])
    assert texts(model) == ["Land robots", "Balloons", "Jamming"]
    for _ in range(4):
        desk.workspace.undo()
    assert texts(model) == ["Land robots", "Cheap drones", "Jamming"]


def test_an_open_editor_goes_with_its_row_when_all_is_renewed(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    table = desk.table(qtbot, model)
    table.edit(model.index(2, 0))
    others = [a_signal("New", id=9, position=0), model.record_at(2)]
    model.show(others, Scope(Signal, 1, SIGNAL))
    assert texts(model) == ["New", "Jamming"]
    assert table.is_editing()
