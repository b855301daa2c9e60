"""Moving through the library: views, search, links and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.desk import place
from tests.gui.screen import Screen


def search(screen: Screen, words: str) -> None:
    """Type into the search box and press Enter."""
    box = screen.part(QLineEdit, "searchBox")
    box.setText(words)
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)


def test_enter_goes_to_the_first_hit(screen: Screen) -> None:
    search(screen, "ships")
    view = screen.part(QListView, "digestList")
    assert screen.title() == "Harbours Learn to Charge Ships"
    assert selected(screen) == ["Harbours Learn to Charge Ships"]
    screen.qtbot.waitUntil(view.hasFocus)


def test_list_and_page_agree_while_typing_and_after_the_search_is_cleared(screen: Screen) -> None:
    box = screen.part(QLineEdit, "searchBox")
    screen.qtbot.keyClicks(box, "charging arms")
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == 1, timeout=5_000)
    assert selected(screen) == [screen.title()] == ["Harbours Learn to Charge Ships"]
    screen.trigger("edit.clear_search")
    assert selected(screen) == [screen.title()] == ["Ferries on Batteries"]
    screen.qtbot.keyClicks(box, "submarine")
    screen.qtbot.waitUntil(lambda: not screen.titles(), timeout=5_000)
    assert screen.title() == ""


def test_the_best_hit_is_in_sight_wherever_the_open_digest_stands(
    screen: Screen, qtbot: QtBot
) -> None:
    view, box = screen.part(QListView, "digestList"), screen.part(QLineEdit, "searchBox")
    view.setMaximumHeight(100)
    screen.choose(1)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)
    qtbot.keyClicks(box, "batteries or ships")
    qtbot.waitUntil(lambda: screen.part(QWidget, "pickChips").isVisible())
    assert len(screen.titles()) == 2
    assert selected(screen) == [screen.title()]
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 0)


def test_list_and_page_agree_in_another_view(screen: Screen) -> None:
    screen.trigger("review.done")
    screen.choose_view(1)
    assert selected(screen) == [screen.title()] == ["Harbours Learn to Charge Ships"]
    screen.choose_view(4)
    assert (screen.titles(), screen.title()) == ([], "")
    assert not screen.action("review.done_next").isEnabled()
    screen.choose_view(3)
    assert selected(screen) == [screen.title()] == ["Ferries on Batteries"]


def test_going_to_the_list_never_changes_what_a_key_is_about(screen: Screen) -> None:
    screen.choose_view(1)
    screen.trigger("review.inwork")
    assert screen.title() == "Ferries on Batteries"
    assert screen.label("shownCount").endswith("the open digest is not among them")
    screen.trigger("view.list")
    screen.qtbot.waitUntil(screen.part(QListView, "digestList").hasFocus)
    assert screen.title() == "Ferries on Batteries"
    screen.trigger("review.done_next")
    screen.choose_view(3)
    assert screen.titles() == ["Ferries on Batteries"]


def test_next_and_previous_go_through_the_list(screen: Screen) -> None:
    screen.trigger("digest.next")
    assert screen.title() == "Harbours Learn to Charge Ships"
    screen.trigger("digest.next")
    assert screen.title() == "Harbours Learn to Charge Ships"
    screen.trigger("digest.previous")
    assert screen.title() == "Ferries on Batteries"


def test_a_closest_link_opens_its_digest_and_back_returns(screen: Screen) -> None:
    screen.choose(1)
    table = screen.put_cursor("closestTable", 0, 1)
    screen.trigger("link.open")
    assert selected(screen) == [screen.title()] == ["Ferries on Batteries"]
    screen.trigger("digest.back")
    assert selected(screen) == [screen.title()] == ["Harbours Learn to Charge Ships"]
    screen.qtbot.waitUntil(table.hasFocus)
    assert table.currentIndex().row() == 0
    assert not table.visibleRegion().isEmpty()
    assert not screen.action("digest.back").isEnabled()
    screen.trigger("digest.forward")
    assert selected(screen) == [screen.title()] == ["Ferries on Batteries"]
    assert not screen.action("digest.forward").isEnabled()


def test_a_link_to_nowhere_says_so(screen: Screen) -> None:
    screen.choose(1)
    table = screen.put_cursor("closestTable", 1)
    screen.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert "is not in this library" in screen.notice()
    assert screen.title() == "Harbours Learn to Charge Ships"


def test_a_digest_outside_the_view_is_shown_and_the_list_stays(screen: Screen) -> None:
    screen.trigger("review.done")
    screen.choose_view(1)
    screen.choose(0)
    screen.put_cursor("closestTable", 0)
    screen.trigger("link.open")
    assert screen.title() == "Ferries on Batteries"
    assert screen.titles() == ["Harbours Learn to Charge Ships"]
    assert not screen.part(QListView, "digestList").currentIndex().isValid()


def test_find_goes_to_the_search_box_and_down_into_the_list(screen: Screen, qtbot: QtBot) -> None:
    screen.trigger("edit.find")
    box = screen.part(QLineEdit, "searchBox")
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(screen.part(QListView, "digestList").hasFocus)


def selected(screen: Screen) -> list[str]:
    """The titles of the selected digests."""
    view = screen.part(QListView, "digestList")
    return [str(index.data()) for index in view.selectionModel().selectedIndexes()]


def test_a_new_jump_cuts_the_way_forward(screen: Screen) -> None:
    screen.choose(1)
    screen.put_cursor("closestTable", 0)
    screen.trigger("link.open")
    screen.trigger("digest.back")
    screen.choose_view(1)
    assert not screen.action("digest.forward").isEnabled()
    screen.trigger("digest.back")
    assert screen.part(QListWidget, "sidebar").currentRow() == 0


def test_stepping_through_the_list_leaves_no_trail(screen: Screen) -> None:
    screen.trigger("digest.next")
    screen.trigger("digest.previous")
    assert not screen.action("digest.back").isEnabled()


def test_undo_shows_what_it_changed_and_back_returns(screen: Screen) -> None:
    screen.choose(1)
    screen.type_cell("signalsTable", 1, 1, "Ports buy nothing")
    screen.choose(0)
    screen.trigger("edit.undo")
    assert screen.title() == "Harbours Learn to Charge Ships"
    screen.trigger("digest.back")
    assert screen.title() == "Ferries on Batteries"


def test_a_search_that_is_typed_is_one_jump_until_somebody_works_in_what_it_found(
    screen: Screen,
) -> None:
    for words in ("ships", "ships harbours"):
        search(screen, words)
    screen.trigger("digest.back")
    assert (screen.part(QLineEdit, "searchBox").text(), screen.title()) == (
        "",
        "Ferries on Batteries",
    )
    assert not screen.action("digest.back").isEnabled()


@pytest.mark.parametrize("table", ["signalsTable", "themesTable"])
def test_the_next_digest_can_be_asked_for_while_a_cell_is_edited(
    screen: Screen, table: str
) -> None:
    screen.choose(1)
    cell = screen.put_cursor(table, 0)
    screen.qtbot.keyClick(cell, Qt.Key.Key_F2)
    editor = screen.window.focusWidget()
    screen.qtbot.keyClicks(editor, " indeed")
    screen.qtbot.keyClick(editor, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert screen.title() == "Ferries on Batteries"
    assert screen.window.focusWidget() is cell
    screen.qtbot.keyClick(cell, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert screen.cells(table)[0].endswith(" indeed")
    assert screen.window.focusWidget() is cell
    assert cell.currentIndex().row() == 0


def test_the_next_digest_is_entered_in_the_same_column(screen: Screen) -> None:
    screen.choose(1)
    for digest in ("Ferries on Batteries", "Harbours Learn to Charge Ships"):
        table = screen.put_cursor("themesTable", 0, 1)
        screen.trigger("digest.previous" if digest.startswith("Ferries") else "digest.next")
        assert screen.title() == digest
        assert place(table.currentIndex()) == (0, 1)
        assert screen.window.focusWidget() is table
