"""Whoever goes back finds list and page as they were left."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QScrollArea, QTextEdit

from tests.digests import LAYOUT_A
from tests.gui.screen import Screen

MANY = 40


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Digests enough to scroll through, each with a closest link to the first."""
    folder = tmp_path / "digests"
    folder.mkdir()
    for number in range(MANY):
        text = LAYOUT_A.replace("Harbours Learn", f"Harbour {number:02} Learns")
        text = text.replace("1a2b3c4d5e6f708192a3b4c5d6e7f809", f"{0:032x}")
        (folder / f"{number:032x}.md").write_text(text, encoding="utf-8")
    return folder


def scrolled(screen: Screen) -> tuple[int, int]:
    """How far the list and the page are scrolled."""
    listed = screen.part(QListView, "digestList")
    page = screen.part(QScrollArea, "digestScroll")
    return listed.verticalScrollBar().value(), page.verticalScrollBar().value()


def scroll(screen: Screen, listed: int, page: int) -> tuple[int, int]:
    """Turn the wheel over both."""
    screen.part(QListView, "digestList").verticalScrollBar().setValue(listed)
    screen.part(QScrollArea, "digestScroll").verticalScrollBar().setValue(page)
    assert scrolled(screen) == (listed, page)
    return listed, page


def left_in_the_middle(screen: Screen) -> tuple[int, int]:
    """Work in the closest links of a digest that stands in the middle of the list."""
    screen.window.resize(1100, 500)
    screen.choose(20)
    table = screen.put_cursor("closestTable", 0, 1)
    assert screen.window.focusWidget() is table
    return scroll(screen, 20 * 82 - 150, 100)


def test_back_finds_the_cell_and_both_scroll_places(screen: Screen) -> None:
    place = left_in_the_middle(screen)
    screen.trigger("link.open")
    assert "Harbour 00" in screen.title()
    assert scrolled(screen) != place
    screen.trigger("digest.back")
    assert "Harbour 20" in screen.title()
    assert scrolled(screen) == place
    table = screen.table("closestTable")
    assert screen.window.focusWidget() is table
    assert table.currentIndex().column() == 1


def test_back_survives_another_list_and_brings_the_former_one_back(screen: Screen) -> None:
    place = left_in_the_middle(screen)
    screen.choose_view(1)
    screen.choose(11)
    box = screen.part(QLineEdit, "searchBox")
    box.setText("title:harbour 07")
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == 1, timeout=5_000)
    screen.trigger("digest.back")
    assert (screen.part(QListWidget, "sidebar").currentRow(), box.text()) == (1, "")
    assert "Harbour 11" in screen.title()
    screen.trigger("digest.back")
    assert screen.part(QListWidget, "sidebar").currentRow() == 0
    assert "Harbour 20" in screen.title()
    assert scrolled(screen) == place
    screen.trigger("digest.forward")
    screen.trigger("digest.forward")
    assert "Harbour 07" in screen.title()
    assert box.text() == "title:harbour 07"


def test_back_finds_a_digest_that_its_list_has_no_more(screen: Screen) -> None:
    screen.choose_view(1)
    screen.choose(20)
    screen.trigger("review.inwork")
    screen.put_cursor("closestTable", 0)
    screen.trigger("link.open")
    screen.trigger("digest.back")
    assert "Harbour 20" in screen.title()
    assert screen.label("shownCount").endswith("the open digest is not among them")


def test_back_finds_the_field_with_the_cursor(screen: Screen) -> None:
    screen.choose(3)
    summary = screen.part(QTextEdit, "summaryEdit")
    summary.setFocus()
    screen.choose_view(1)
    screen.part(QListWidget, "sidebar").setFocus()
    screen.choose(5)
    screen.trigger("digest.back")
    assert "Harbour 03" in screen.title()
    assert screen.window.focusWidget() is summary


def test_a_cleared_search_gives_back_the_place_before_it(screen: Screen) -> None:
    place = left_in_the_middle(screen)
    box = screen.part(QLineEdit, "searchBox")
    box.setText("title:07")
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == 1, timeout=5_000)
    assert "Harbour 07" in screen.title()
    screen.qtbot.keyClick(box, Qt.Key.Key_Escape)
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == MANY, timeout=5_000)
    assert "Harbour 20" in screen.title()
    assert scrolled(screen) == place


def test_a_view_is_found_again_as_it_was_left_and_the_focus_stays(screen: Screen) -> None:
    place = left_in_the_middle(screen)
    views = screen.part(QListWidget, "sidebar")
    views.setFocus()
    screen.choose_view(1)
    screen.choose(2)
    screen.choose_view(0)
    assert "Harbour 20" in screen.title()
    assert scrolled(screen) == place
    assert screen.window.focusWidget() is views
    screen.choose_view(1)
    assert "Harbour 02" in screen.title()


def test_what_took_the_place_of_a_digest_that_left_its_view_is_shown(screen: Screen) -> None:
    screen.choose_view(1)
    screen.choose(20)
    screen.choose_view(0)
    screen.choose(20)
    screen.trigger("review.done")
    screen.choose_view(1)
    assert "Harbour 21" in screen.title()
    screen.choose_view(3)
    assert "Harbour 20" in screen.title()


def test_the_buttons_of_the_mouse_go_back_and_forward(screen: Screen) -> None:
    screen.choose(20)
    screen.put_cursor("closestTable", 0)
    screen.trigger("link.open")
    surface = screen.window.windowHandle()
    QTest.mouseClick(surface, Qt.MouseButton.BackButton)
    assert "Harbour 20" in screen.title()
    QTest.mouseClick(surface, Qt.MouseButton.ForwardButton)
    assert "Harbour 00" in screen.title()
