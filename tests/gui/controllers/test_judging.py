"""Judging by one key: states, relations, the trash and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton, QToolButton

from curator.domain.link import RELATIONS
from curator.gui.widgets.notice_bar import NoticeBar
from curator.gui.widgets.review_chip import ReviewChip
from tests.gui.screen import Screen


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("review.inwork", "In work"),
        ("review.done", "Done"),
        ("review.secondlook", "Second look"),
    ],
)
def test_a_state_is_one_key_away(screen: Screen, id_: str, words: str) -> None:
    screen.trigger(id_)
    chip = screen.part(ReviewChip, "reviewChip")
    assert chip.text() == words
    screen.trigger("review.todo")
    assert chip.text() == "To do"


def test_a_state_goes_to_all_selected_digests_as_one_step(screen: Screen) -> None:
    screen.part(QListView, "digestList").selectAll()
    screen.trigger("review.done")
    screen.choose_view(3)
    assert len(screen.titles()) == 2
    screen.trigger("edit.undo")
    assert screen.titles() == []


def test_done_and_next_is_one_key(screen: Screen) -> None:
    screen.trigger("review.done_next")
    assert screen.title() == "Harbours Learn to Charge Ships"


def test_done_and_next_works_through_the_to_do_list(screen: Screen) -> None:
    screen.choose_view(1)
    screen.choose(0)
    screen.trigger("review.done_next")
    assert screen.titles() == [screen.title()] == ["Harbours Learn to Charge Ships"]
    screen.trigger("review.done_next")
    assert screen.titles() == []


def test_the_chip_changes_the_state_too(screen: Screen) -> None:
    chip = screen.part(QToolButton, "reviewChip")
    menu = chip.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert chip.text() == "In work"


@pytest.mark.parametrize(("key", "relation"), list(enumerate(RELATIONS, start=1)))
def test_a_relation_is_one_digit_in_the_closest_table(
    screen: Screen, key: int, relation: str
) -> None:
    screen.choose(1)
    table = screen.put_cursor("closestTable", 0)
    screen.qtbot.waitUntil(table.hasFocus)
    screen.qtbot.keyClick(table, str(key))
    assert screen.cells("closestTable", 1)[0] == relation
    screen.qtbot.keyClick(table, "0")
    assert screen.cells("closestTable", 1)[0] == ""


def test_a_digit_in_another_table_is_typed(screen: Screen) -> None:
    screen.choose(1)
    table = screen.put_cursor("themesTable", 0)
    screen.qtbot.keyClick(table, "2")
    screen.table("themesTable").commit_editor()
    assert screen.cells("themesTable")[0] == "2"
    assert screen.cells("closestTable", 1)[0] == ""


def test_the_trash_takes_a_digest_and_gives_it_back(screen: Screen) -> None:
    screen.trigger("digest.trash")
    assert screen.titles() == ["Harbours Learn to Charge Ships"]
    assert screen.title() == "Harbours Learn to Charge Ships"
    assert screen.notice() == "1 digest moved to the trash."
    screen.choose_view(5)
    screen.choose(0)
    assert screen.action("digest.restore").isEnabled()
    screen.trigger("digest.restore")
    assert screen.titles() == []
    screen.choose_view(0)
    assert len(screen.titles()) == 2


def test_the_next_digest_is_selected_when_the_key_of_the_trash_is_still_down(
    screen: Screen,
) -> None:
    view = screen.part(QListView, "digestList")
    view.setFocus()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    screen.qtbot.keyClick(view, Qt.Key.Key_Delete, held)
    assert screen.titles() == ["Harbours Learn to Charge Ships"]
    assert [index.row() for index in view.selectionModel().selectedIndexes()] == [0]


def test_the_notice_offers_to_undo_the_trash(screen: Screen) -> None:
    screen.trigger("digest.trash")
    bar = screen.part(NoticeBar, "noticeBar")
    assert bar.notice.verb == "Undo"
    assert bar.notice.act is not None
    bar.notice.act()
    assert len(screen.titles()) == 2


def test_the_undo_of_an_old_notice_takes_back_its_own_step_only(screen: Screen) -> None:
    screen.trigger("digest.trash")
    screen.type_cell("themesTable", 0, 0, "Electricity")
    verb = screen.part(QPushButton, "noticeVerb")
    screen.qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)
    assert len(screen.titles()) == 2
    screen.choose(1)
    assert screen.cells("themesTable")[0] == "Electricity"
    assert not screen.notice()


def test_a_notice_goes_when_its_step_was_undone_in_another_way(screen: Screen) -> None:
    screen.trigger("digest.trash")
    assert screen.notice()
    screen.trigger("edit.undo")
    assert not screen.notice()
    assert screen.label("statusLine").startswith("Undone: ")
    screen.trigger("review.done")
    assert screen.label("statusLine") == ""


def test_a_trashed_digest_says_so_and_cannot_be_edited(screen: Screen) -> None:
    screen.trigger("digest.trash")
    screen.choose_view(5)
    screen.choose(0)
    assert not screen.table("signalsTable").isEnabled()
    assert not screen.action("signal.add").isEnabled()
    button = screen.part(QToolButton, "reviewChip")
    assert not button.isEnabled()


def test_the_banner_of_a_trashed_digest_restores_it(screen: Screen) -> None:
    screen.trigger("digest.trash")
    screen.choose_view(5)
    screen.choose(0)
    button = screen.part(QPushButton, "trashBannerButton")
    screen.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    screen.choose_view(0)
    assert len(screen.titles()) == 2
