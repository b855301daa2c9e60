"""One model for all tables: what it shows, how edits travel, how rows are dragged."""

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.domain.errors import UnknownRecord
from curator.domain.signal import CONCERN, SIGNAL, Signal
from curator.gui.models.record_table import RecordTable
from curator.gui.models.scope import Scope
from curator.gui.models.signal_columns import signal_columns
from curator.gui.widgets.roles import WIDTH_ROLE
from curator.workspace.editing import set_signal_field
from curator.workspace.rows import add_signal, delete_signals, move_signals
from tests.builders import a_signal
from tests.gui.desk import Desk, texts

MOVE = Qt.DropAction.MoveAction


def test_it_is_a_sound_model(desk: Desk, qtmodeltester: ModelTester) -> None:
    model = desk.signals()
    qtmodeltester.check(model)
    desk.workspace.do(add_signal, 1, SIGNAL, after_id=1, name="Balloons")
    desk.workspace.do(move_signals, [3], 1)
    desk.workspace.do(delete_signals, [2])
    desk.workspace.undo()
    qtmodeltester.check(model)


def test_it_shows_the_rows_in_their_order(desk: Desk) -> None:
    model = desk.signals()
    assert texts(model) == ["Land robots", "Cheap drones", "Jamming"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Change"
    assert model.headerData(0, Qt.Orientation.Horizontal, WIDTH_ROLE) > 0
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(2, Qt.Orientation.Vertical) == 3
    assert model.data(QModelIndex()) is None


def test_an_edit_goes_to_the_library_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    with qtbot.waitSignal(model.dataChanged) as told:
        assert model.setData(model.index(1, 1), "from many to swarms")
    assert told.args is not None
    assert [told.args[0].row(), told.args[1].row()] == [1, 1]
    assert texts(model, 1)[1] == "from many to swarms"
    assert desk.whole.signals[1].change == "from many to swarms"
    desk.workspace.undo()
    assert texts(model, 1)[1] == "from costly to cheap"


def test_the_same_text_again_is_no_edit(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    with qtbot.assertNotEmitted(desk.feed.changed):
        assert not model.setData(model.index(0, 0), "Land robots")
        assert not model.setData(QModelIndex(), "nowhere")
        assert not model.setData(model.index(0, 0), "ink", Qt.ItemDataRole.DecorationRole)


def test_a_table_does_not_touch_its_own_rows(desk: Desk) -> None:
    rows = desk.whole.signals
    deaf = RecordTable(signal_columns(SIGNAL, rows), desk.workspace.do)
    deaf.show(rows, Scope(Signal, 1, SIGNAL))
    deaf.setData(deaf.index(0, 0), "Robots")
    assert texts(deaf)[0] == "Land robots"
    assert desk.whole.signals[0].name == "Robots"


def test_several_cells_are_one_step(desk: Desk) -> None:
    model = desk.signals()
    model.set_cells([(0, 1, "a"), (1, 1, "b"), (2, 0, "Jamming")], "Paste")
    assert texts(model, 1) == ["a", "b", "from costly to cheap"]
    assert desk.workspace.undo().label == "Paste"
    assert texts(model, 1) == ["from costly to cheap"] * 3
    with pytest.raises(UnknownRecord):
        desk.workspace.redo(), desk.workspace.redo()


def test_rows_of_other_tables_are_none_of_its_business(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.dataChanged):
        desk.workspace.do(add_signal, 1, CONCERN, name="Privacy")
    assert model.rowCount() == 3


def test_a_table_that_shows_nothing_yet_waits(desk: Desk) -> None:
    model = RecordTable(signal_columns(SIGNAL, ()), desk.workspace.do)
    desk.feed.changed.connect(model.apply)
    desk.workspace.do(set_signal_field, 1, "name", "Robots")
    assert model.rowCount() == 0


def test_another_digest_may_need_other_columns(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    row = a_signal("Swarm", id=9, digest_id=2, description="Many at once")
    with qtbot.waitSignals([model.leaving, model.modelReset]):
        model.show([row], Scope(Signal, 2, SIGNAL), signal_columns(SIGNAL, [row], "B"))
    assert texts(model, 1) == ["Many at once"]
    assert [column.title for column in model.columns][:2] == ["Name", "Description"]
    assert model.records == (row,)


def test_what_lies_outside_the_records_can_be_read_again(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    with qtbot.waitSignal(model.dataChanged) as told:
        model.refresh_column(1)
    assert told.args is not None
    assert [told.args[0].column(), told.args[1].row()] == [1, 2]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.refresh_column(17)


def dragged(model: RecordTable, *rows: int) -> QMimeData:
    return model.mimeData([model.index(row, column) for row in rows for column in (0, 1)])


@pytest.mark.parametrize(
    ("row", "before_id"),
    [(0, 1), (1, 1), (2, 3), (3, 0), (-1, 0)],
    ids=["top", "onto itself", "between", "end", "below all"],
)
def test_rows_are_dragged_before_other_rows(
    desk: Desk, qtbot: QtBot, row: int, before_id: int
) -> None:
    model = desk.signals()
    ids = [1] if before_id != 1 else [2]
    data = dragged(model, model.row_of(ids[0]))
    expected = 3 if ids == [2] and row == 1 else before_id
    with qtbot.waitSignal(model.rows_dropped) as told:
        taken = model.dropMimeData(data, MOVE, row, 0, QModelIndex())
    assert told.args == [ids, expected]
    assert not taken, "the view would remove the rows itself"


def test_dropping_on_a_cell_goes_before_its_row(desk: Desk, qtbot: QtBot) -> None:
    model = desk.signals()
    model.rows_dropped.connect(partial(move, desk))
    model.dropMimeData(dragged(model, 2, 1), MOVE, -1, -1, model.index(0, 2))
    assert texts(model) == ["Cheap drones", "Jamming", "Land robots"]


def move(desk: Desk, ids: list[int], before_id: int) -> None:
    desk.workspace.do(move_signals, ids, before_id)


def test_rows_of_another_table_can_not_be_dropped(desk: Desk, qtbot: QtBot) -> None:
    model, other = desk.signals(), desk.signals()
    other.show([a_signal(id=1, digest_id=2)], Scope(Signal, 2, SIGNAL))
    assert model.canDropMimeData(dragged(model, 0), MOVE, 0, 0, QModelIndex())
    assert not model.canDropMimeData(dragged(other, 0), MOVE, 0, 0, QModelIndex())
    assert not model.canDropMimeData(QMimeData(), MOVE, 0, 0, QModelIndex())
    with qtbot.assertNotEmitted(model.rows_dropped):
        model.dropMimeData(dragged(other, 0), MOVE, 0, 0, QModelIndex())
    assert model.supportedDropActions() == MOVE
    assert model.mimeTypes() == ["application/x-curator-rows"]
