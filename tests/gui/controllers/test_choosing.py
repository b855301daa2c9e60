"""What is listed: views, searches, and what an empty list says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from curator.gui.widgets.empty_state import EmptyState
from tests.gui.screen import Screen


def search(screen: Screen, words: str) -> None:
    """Type into the search box and press Enter."""
    box = screen.part(QLineEdit, "searchBox")
    box.setText(words)
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)


def test_a_view_shows_its_digests_only(screen: Screen) -> None:
    screen.trigger("review.done")
    screen.choose_view(3)
    assert screen.titles() == ["Ferries on Batteries"]
    assert screen.label("shownCount") == "1 of 2 shown"
    screen.choose_view(1)
    assert screen.titles() == ["Harbours Learn to Charge Ships"]


def test_a_search_narrows_the_view_and_escape_takes_it_back(screen: Screen) -> None:
    search(screen, "charging arms")
    assert screen.titles() == ["Harbours Learn to Charge Ships"]
    screen.qtbot.keyClick(screen.part(QLineEdit, "searchBox"), Qt.Key.Key_Escape)
    assert len(screen.titles()) == 2


def test_the_trash_counts_what_lies_in_it(screen: Screen) -> None:
    screen.trigger("digest.trash")
    screen.choose_view(5)
    assert screen.label("shownCount") == "1 of 1 in the trash"


def test_an_empty_result_says_what_hides_the_rows_and_offers_to_clear_it(screen: Screen) -> None:
    search(screen, "submarine")
    empty = _empty(screen)
    assert empty.heading() == "No digest found"
    screen.qtbot.mouseClick(_button(empty, "Clear the search"), Qt.MouseButton.LeftButton)
    assert len(screen.titles()) == 2


def test_an_empty_view_leads_back_to_all_digests(screen: Screen) -> None:
    screen.choose_view(4)
    empty = _empty(screen)
    assert empty.heading() == "Nothing in “Second look”"
    screen.qtbot.mouseClick(_button(empty, "Show all digests"), Qt.MouseButton.LeftButton)
    assert len(screen.titles()) == 2


def test_an_empty_library_says_what_to_do(empty_screen: Screen) -> None:
    empty = _empty(empty_screen)
    assert empty.heading() == "This library is empty"
    words = [button.text() for button in empty.findChildren(QPushButton)]
    assert words == ["Import a folder …", "Add the sample digests", "Open another library …"]
    assert not empty_screen.action("file.export").isEnabled()


def test_the_search_can_be_cleared_from_the_menu(screen: Screen) -> None:
    search(screen, "submarine")
    screen.trigger("edit.clear_search")
    assert len(screen.titles()) == 2


def _empty(screen: Screen) -> EmptyState:
    empty = screen.part(EmptyState, "listEmpty")
    assert empty.isVisible()
    return empty


def _button(empty: EmptyState, words: str) -> QPushButton:
    return next(b for b in empty.findChildren(QPushButton) if b.text() == words)
