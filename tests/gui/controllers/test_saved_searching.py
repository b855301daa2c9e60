"""Searches are kept, listed, changed, moved and deleted in the window."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.dialogs.search_dialog import SearchDialog
from curator.gui.widgets.sidebar import Sidebar
from curator.workspace import saved_searches
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen, part_of

HARBOURS, FERRIES = "Harbours Learn to Charge Ships", "Ferries on Batteries"


@pytest.fixture
def stocked(qtbot: QtBot, library: Path) -> Iterator[Screen]:
    """A window on a library with two saved searches."""
    with closing(Workspace.open(library)) as workspace:
        keep = saved_searches.save_search
        workspace.do(keep, name="Harbours", text="title:harbours")
        workspace.do(keep, name="Ferries", text="title:ferries or (")
    window = open_window(library)
    qtbot.addWidget(window)
    yield Screen(window, qtbot)
    window.close()


def sidebar(screen: Screen) -> Sidebar:
    return screen.part(Sidebar, "sidebar")


def names(screen: Screen) -> list[str]:
    """The saved searches of the sidebar."""
    return [sidebar(screen).item(row).text() for row in range(7, sidebar(screen).count())]


def spoken(screen: Screen, row: int) -> str:
    return str(sidebar(screen).item(row).data(Qt.ItemDataRole.AccessibleTextRole))


def box(screen: Screen) -> QLineEdit:
    return screen.part(QLineEdit, "searchBox")


def search(screen: Screen, words: str) -> None:
    """Type into the search box and press Enter."""
    box(screen).setText(words)
    screen.qtbot.keyClick(box(screen), Qt.Key.Key_Return)


def wait_for_titles(screen: Screen, titles: list[str]) -> None:
    screen.qtbot.waitUntil(lambda: screen.titles() == titles)


def test_a_search_is_kept_by_its_key_and_shown_as_chosen(screen: Screen) -> None:
    assert not screen.action("search.save").isEnabled()
    search(screen, "charging")
    screen.trigger("search.save")
    dialog = screen.dialog(SearchDialog)
    name = part_of(dialog, QLineEdit, "searchNameEdit")
    assert name.text() == "charging"
    screen.qtbot.keyClick(name, Qt.Key.Key_Return)
    assert names(screen) == ["charging"]
    assert sidebar(screen).currentRow() == 7
    screen.qtbot.waitUntil(lambda: spoken(screen, 7) == "charging, saved search, 1 digest")


def test_a_view_and_a_search_are_kept_as_one_text(screen: Screen) -> None:
    screen.choose_view(1)
    search(screen, "charg")
    screen.trigger("search.save")
    part_of(screen.dialog(SearchDialog), QLineEdit, "searchNameEdit").setText("To charge")
    screen.dialog(SearchDialog).accept()
    assert box(screen).text() == 'charg* review:"to do"'
    wait_for_titles(screen, [HARBOURS])
    screen.choose_view(0)
    assert box(screen).text() == ""
    wait_for_titles(screen, [FERRIES, HARBOURS])


def test_choosing_one_lists_what_it_says_and_all_are_counted(stocked: Screen) -> None:
    assert names(stocked) == ["Harbours", "Ferries"]
    stocked.choose_view(7)
    assert box(stocked).text() == "title:harbours"
    wait_for_titles(stocked, [HARBOURS])
    stocked.qtbot.waitUntil(lambda: "1 digest" in spoken(stocked, 7))
    stocked.qtbot.waitUntil(lambda: "1 digest" in spoken(stocked, 8))
    assert "never closed" in spoken(stocked, 8)
    stocked.choose_view(8)
    wait_for_titles(stocked, [FERRIES])


def test_a_change_of_the_search_is_shown_and_can_be_kept(stocked: Screen) -> None:
    stocked.choose_view(7)
    assert not stocked.action("search.update").isEnabled()
    search(stocked, "title:ferries")
    wait_for_titles(stocked, [FERRIES])
    assert spoken(stocked, 7).endswith("changed")
    stocked.trigger("search.update")
    assert not spoken(stocked, 7).endswith("changed")
    assert not stocked.action("search.update").isEnabled()
    stocked.trigger("edit.undo")
    assert spoken(stocked, 7).endswith("changed")


def test_one_of_signals_turns_to_their_table_and_back(stocked: Screen) -> None:
    stocked.trigger("view.ledger")
    search(stocked, "grid")
    stocked.trigger("search.save")
    stocked.dialog(SearchDialog).accept()
    assert names(stocked) == ["Harbours", "Ferries", "grid"]
    stocked.qtbot.waitUntil(lambda: spoken(stocked, 9) == "grid, saved search, 1 row")
    stocked.choose_view(7)
    wait_for_titles(stocked, [HARBOURS])
    assert not spoken(stocked, 7).endswith("changed")
    stocked.trigger("view.ledger")
    stocked.qtbot.waitUntil(lambda: spoken(stocked, 7).endswith("changed"))
    stocked.choose_view(9)
    assert box(stocked).text() == "grid"
    stocked.trigger("search.delete")
    assert names(stocked) == ["Harbours", "Ferries"]


def test_an_emptied_box_leaves_the_search(stocked: Screen) -> None:
    stocked.choose_view(7)
    stocked.trigger("edit.clear_search")
    assert sidebar(stocked).currentRow() == 0
    wait_for_titles(stocked, [FERRIES, HARBOURS])


def test_one_is_renamed_in_place_and_a_taken_name_is_refused(stocked: Screen) -> None:
    stocked.choose_view(7)
    for name in ("Ports", "ferries"):
        stocked.trigger("search.rename")
        editor = part_of(sidebar(stocked), QLineEdit, "searchName")
        editor.setText(name)
        stocked.qtbot.keyClick(editor, Qt.Key.Key_Return)
        stocked.qtbot.waitUntil(lambda: sidebar(stocked).findChild(QLineEdit) is None)
        assert names(stocked) == ["Ports", "Ferries"]
    stocked.wait_for_notice("“Ferries” already")


def test_one_is_deleted_and_comes_back_in_its_place(stocked: Screen) -> None:
    stocked.choose_view(7)
    stocked.trigger("search.delete")
    assert names(stocked) == ["Ferries"]
    assert sidebar(stocked).currentRow() == 0
    stocked.wait_for_notice("Search “Harbours” deleted.")
    stocked.trigger("edit.undo")
    assert names(stocked) == ["Harbours", "Ferries"]
    stocked.trigger("edit.redo")
    assert names(stocked) == ["Ferries"]


def test_they_are_moved_by_key_and_by_hand(stocked: Screen) -> None:
    stocked.choose_view(7)
    stocked.trigger("search.up")
    assert names(stocked) == ["Harbours", "Ferries"]
    stocked.trigger("search.down")
    assert (names(stocked), sidebar(stocked).currentRow()) == (["Ferries", "Harbours"], 8)
    stocked.trigger("search.down")
    stocked.trigger("search.up")
    assert names(stocked) == ["Harbours", "Ferries"]
    sidebar(stocked).search_moved.emit(sidebar(stocked).search_id(), 0)
    assert names(stocked) == ["Ferries", "Harbours"]


def test_what_another_program_does_to_them_is_followed(stocked: Screen, library: Path) -> None:
    stocked.choose_view(7)
    with closing(Workspace.open(library, create=False)) as other:
        ferries = saved_searches.search_named(other, "Ferries")
        other.do(saved_searches.delete_search, search_id=ferries.id)
        other.do(saved_searches.save_search, name="All", text="charging or batteries")
    stocked.qtbot.waitUntil(lambda: names(stocked) == ["Harbours", "All"], timeout=5_000)
    stocked.qtbot.waitUntil(lambda: "2 digests" in spoken(stocked, 8))
    assert sidebar(stocked).currentRow() == 7


def test_counts_and_the_list_follow_an_edit_and_its_undo(stocked: Screen) -> None:
    stocked.choose_view(7)
    wait_for_titles(stocked, [HARBOURS])
    stocked.qtbot.waitUntil(lambda: "1 digest" in spoken(stocked, 7))
    title = stocked.type_title("Quays learn to charge ships")
    stocked.qtbot.keyClick(title, Qt.Key.Key_Return)
    wait_for_titles(stocked, [])
    stocked.qtbot.waitUntil(lambda: "0 digests" in spoken(stocked, 7))
    stocked.trigger("edit.undo")
    wait_for_titles(stocked, [HARBOURS])
    stocked.qtbot.waitUntil(lambda: "1 digest" in spoken(stocked, 7))


def test_a_library_that_can_only_be_read_keeps_none(viewer: Screen) -> None:
    search(viewer, "charging")
    assert not viewer.action("search.save").isEnabled()
