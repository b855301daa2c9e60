"""The list of digests: instant at any length, faithful to what is selected."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.domain.changes import Change, Changes
from curator.domain.listing import DigestCard
from curator.gui.models.digest_list import WINDOW, DigestList
from curator.gui.widgets.roles import CARD_ROLE, ID_ROLE

MANY = 100_000


class Library:
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.gone: set[int] = set()
        self.review = "to do"

    def cards(self, ids: Sequence[int]) -> list[DigestCard]:
        self.asked.append(len(ids))
        card = DigestCard(0, "", "", "2024-08-18", self.review, 1, ())
        return [replace(card, id=n, title=f"Digest {n}") for n in ids if n not in self.gone]


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def model(library: Library) -> DigestList:
    return DigestList(library.cards)


def edited(*ids: int) -> Changes:
    return Changes("Edit", tuple(Change("digest", n, n) for n in ids), 1)


def titles(model: DigestList) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_it_is_a_sound_model(model: DigestList, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    for ids in ([3, 1, 2], [1, 2, 3], [5, 1, 2, 3, 4], [4, 2], [], [7, 8]):
        model.refresh(ids)
        assert titles(model) == [f"Digest {n}" for n in ids]
    qtmodeltester.check(model)


def test_cards_are_fetched_in_windows_when_seen(model: DigestList, library: Library) -> None:
    model.refresh(range(1, MANY + 1))
    assert library.asked == []
    first = 1_000 * WINDOW
    assert model.index(first).data() == f"Digest {first + 1}"
    assert model.index(first + WINDOW - 1).data() == f"Digest {first + WINDOW}"
    assert library.asked == [WINDOW]
    assert model.index(first).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(9).data(ID_ROLE) == 10
    assert library.asked == [WINDOW], "an id needs no card"


def test_a_hundred_thousand_digests_are_shown_at_once(model: DigestList, library: Library) -> None:
    model.refresh(range(1, MANY + 1))
    model.refresh(range(MANY, 0, -1))
    model.refresh(range(1, MANY, 2))
    assert model.rowCount() == MANY // 2
    assert library.asked == []


def test_going_through_all_of_them_keeps_memory_bounded(model: DigestList) -> None:
    model.refresh(range(1, 3 * MANY))
    for row in range(0, 3 * MANY - 1, WINDOW):
        assert model.card_at(row) is not None
    assert model.index(0).data() == "Digest 1"


def selected(view: QListView) -> list[int]:
    return sorted(index.data(ID_ROLE) for index in view.selectionModel().selectedIndexes())


@pytest.mark.parametrize(
    "ids", [[9, 7, 5, 3, 1], [1, 3, 5], [5, 3], [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]
)
def test_the_selection_stays_with_its_digests(
    model: DigestList, qtbot: QtBot, ids: list[int]
) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    model.refresh([1, 3, 5, 7, 9])
    select = QItemSelectionModel.SelectionFlag.Select
    view.setCurrentIndex(model.index(2))
    view.selectionModel().select(model.index(1), select)
    model.refresh(ids)
    assert selected(view) == [3, 5]
    assert view.currentIndex().data(ID_ROLE) == 5
    model.refresh([8, 3])
    assert selected(view) == [3]
    model.refresh([8])
    assert selected(view) == []


def test_a_changed_digest_shows_its_new_card(
    model: DigestList, library: Library, qtbot: QtBot
) -> None:
    model.refresh([4, 5, 6])
    assert titles(model)
    library.review = "done"
    with qtbot.waitSignal(model.dataChanged) as told:
        model.apply(edited(5))
    assert told.args is not None
    assert [told.args[0].row(), told.args[1].row()] == [1, 1]
    card = model.index(1).data(CARD_ROLE)
    assert isinstance(card, DigestCard)
    assert card.review == "done"
    with qtbot.assertNotEmitted(model.dataChanged):
        model.apply(edited(77))


def test_a_bulk_edit_is_told_once(model: DigestList, qtbot: QtBot) -> None:
    model.refresh(range(1, 400))
    assert titles(model)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.apply(edited(*range(1, 300)))
    assert told.args is not None
    assert told.args[1].row() == 398


def test_the_same_list_again_asks_for_its_cards_again(
    model: DigestList, library: Library, qtbot: QtBot
) -> None:
    model.refresh([1, 2])
    assert titles(model)
    with qtbot.waitSignal(model.dataChanged):
        model.refresh([1, 2])
    assert titles(model)
    assert library.asked == [2, 2]


def test_a_digest_that_is_gone_is_a_blank_and_is_not_asked_for_again(
    model: DigestList, library: Library
) -> None:
    library.gone = {2}
    model.refresh([1, 2])
    assert model.index(1).data(CARD_ROLE) is None
    assert model.index(1).data() is None
    assert library.asked == [2]


def test_rows_and_ids_find_each_other(model: DigestList) -> None:
    model.refresh([30, 10, 20])
    assert [model.row_of(20), model.row_of(99)] == [2, -1]
    assert [model.id_at(0), model.id_at(3), model.id_at(-1)] == [30, 0, 0]
    assert list(model.ids) == [30, 10, 20]


def test_a_screen_reader_hears_the_whole_card(model: DigestList) -> None:
    model.refresh([1])
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Digest 1, 2024-08-18, to do, 1 signal"
