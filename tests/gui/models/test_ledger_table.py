"""The ledger as a model: sound, fetched in windows, faithful to ids in every change."""

from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.domain.changes import Change, Changes
from curator.domain.digest import Digest
from curator.domain.ledger import Group, LedgerRow
from curator.domain.listing import DigestCard
from curator.domain.signal import Signal
from curator.gui.models.ledger_columns import ledger_columns
from curator.gui.models.ledger_table import WINDOW, LedgerTable
from curator.gui.models.row_plan import RowPlan
from curator.gui.widgets.roles import GROUP_ROLE, ID_ROLE
from curator.workspace.workspace import Deed

EDITABLE = Qt.ItemFlag.ItemIsEditable
GROUPS = [Group("ai", "AI", 2), Group("war", "War", 3)]


class Library:
    """Counts what it is asked, and what it is told to do."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.gone: set[int] = set()
        self.trashed = False
        self.done: list[Deed] = []

    def rows(self, ids: Sequence[int]) -> list[LedgerRow]:
        self.asked.append(len(ids))
        card = DigestCard(1, "k", "On war", "2024-08-18", "to do", 1, (), self.trashed)
        signals = (Signal(n, n % 10, name=f"Signal {n}") for n in ids if n not in self.gone)
        return [LedgerRow(signal, replace(card, id=signal.digest_id)) for signal in signals]

    def do(self, deed: Deed) -> object:
        self.done.append(deed)
        return Changes()


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def model(library: Library) -> LedgerTable:
    return LedgerTable(ledger_columns(), library.rows, library.do)


def flat(*ids: int) -> RowPlan:
    return RowPlan(array("q", ids))


def grouped(**opened: Sequence[int]) -> RowPlan:
    return RowPlan(groups=GROUPS, opened=opened, grouped=True)


def names(model: LedgerTable) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


PLANS = (
    flat(3, 1, 2), flat(1, 2, 3), flat(1, 2), flat(1, 5, 2), flat(2, 1, 5), flat(9, 8, 7), flat(),
    grouped(), grouped(war=[1, 2]), grouped(ai=[4], war=[2]), flat(4, 2), grouped(ai=[2, 4]),
)  # fmt: skip


def seen(plan: RowPlan) -> list[str]:
    groups = (plan.group_at(row) for row in range(len(plan)))
    told = enumerate(groups)
    return [group.name if group else f"Signal {plan.id_at(row)}" for row, group in told]


def test_it_is_a_sound_model(model: LedgerTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    for plan in PLANS:
        model.show(plan)
        assert names(model) == seen(plan)
    model.show(grouped())
    model.open_group("war", [7, 8])
    model.open_group("ai", [])
    model.open_group("war", [9])
    assert names(model) == ["AI", "War", "Signal 7", "Signal 8"]
    model.close_group("war")
    model.close_group("war")
    model.close_group("ai")
    assert names(model) == ["AI", "War"]
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    "after", [flat(1, 2), flat(2, 1, 3, 4), flat(1, 2, 3, 4, 5), flat(9, 1, 2, 3, 4), flat(2, 3, 4)]
)
def test_cursor_and_selection_stay_with_their_rows_in_a_small_step(
    model: LedgerTable, after: RowPlan, qtbot: QtBot
) -> None:
    model.show(flat(1, 2, 3, 4))
    selection = QItemSelectionModel(model)
    flag = QItemSelectionModel.SelectionFlag.Select
    selection.setCurrentIndex(model.index(1, 2), flag)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(after)
    assert selection.currentIndex().data(ID_ROLE) == 2
    assert [index.data(ID_ROLE) for index in selection.selectedIndexes()] == [2]
    assert selection.currentIndex().column() == 2


@pytest.mark.fault("F23")
def test_rows_are_fetched_in_windows_when_seen(model: LedgerTable, library: Library) -> None:
    model.show(flat(*range(1, 570_001)))
    assert library.asked == []
    assert model.index(400_123, 0).data() == "Signal 400124"
    assert model.index(400_199, 5).data() == ""
    assert library.asked == [WINDOW]
    assert model.index(569_999, 0).data() == "Signal 570000"
    assert library.asked == [WINDOW, WINDOW]


def test_a_commit_changes_its_rows_in_place(
    model: LedgerTable, library: Library, qtbot: QtBot
) -> None:
    model.show(flat(11, 12, 21))
    assert names(model) == ["Signal 11", "Signal 12", "Signal 21"]
    edited = Change("signal", 12, 2, Signal(12, 2), Signal(12, 2, name="Drones"))
    with qtbot.waitSignal(model.dataChanged) as told:
        model.apply(Changes("Edit", (edited,), 1))
    assert told.args is not None
    assert [index.row() for index in told.args[:2]] == [1, 1]
    assert names(model) == ["Signal 11", "Drones", "Signal 21"]
    assert library.asked == [3]
    library.gone.add(11)
    gone = Change("signal", 11, 1, Signal(11, 1), None)
    model.apply(Changes("Delete", (gone,), 2))
    assert names(model) == ["None", "Drones", "Signal 21"]


def test_another_digest_makes_its_rows_be_asked_for_again(
    model: LedgerTable, library: Library
) -> None:
    model.show(flat(11, 21, 12))
    names(model)
    model.apply(Changes("Edit", (Change("digest", 1, 1, Digest(1), Digest(1, title="x")),), 1))
    names(model)
    assert library.asked == [3, 2]
    model.apply(Changes("Import", (Change("digest", 9, 9),), 2))
    names(model)
    assert library.asked == [3, 2, 3]


def test_fields_of_signals_are_edited_as_deeds(model: LedgerTable, library: Library) -> None:
    model.show(flat(11, 12))
    name, title = model.index(0, model.names.index("name")), model.names.index("title")
    assert model.flags(name) & EDITABLE
    assert not model.flags(model.index(0, title)) & EDITABLE
    assert model.setData(name, "Drones")
    assert not model.setData(name, "Signal 11")
    assert not model.setData(model.index(0, title), "x")
    assert not model.setData(name, "x", Qt.ItemDataRole.DisplayRole)
    assert len(library.done) == 1
    model.set_cells([(0, 0, "a"), (1, 0, "b"), (1, title, "c")], "Paste")
    model.set_cells([(0, title, "c")], "Paste")
    assert len(library.done) == 2


def test_what_lies_in_the_trash_or_is_gone_is_only_read(
    model: LedgerTable, library: Library
) -> None:
    library.trashed = True
    model.show(flat(11, 12))
    assert not model.flags(model.index(0, 0)) & EDITABLE
    assert not model.setData(model.index(0, 0), "x")
    library.gone.add(21)
    model.show(flat(21))
    assert not model.flags(model.index(0, 0)) & EDITABLE
    assert model.index(0, 0).data() is None
    model.only_reads = True
    assert not model.flags(model.index(0, 0)) & EDITABLE


def test_the_line_of_a_group_tells_what_it_is(model: LedgerTable) -> None:
    model.show(grouped(war=[7]))
    line, row = model.index(1, 0), model.index(2, 0)
    assert line.data(GROUP_ROLE) == (GROUPS[1], True)
    assert line.data(Qt.ItemDataRole.AccessibleTextRole) == "War, 3 rows, open"
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "AI, 2 rows, closed"
    assert line.data(ID_ROLE) == 0
    assert row.data(GROUP_ROLE) is None
    assert row.data(ID_ROLE) == 7
    assert not model.flags(line) & EDITABLE
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert headings == ["Name", "Description", "Change"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
