"""Facets beside the list: counted with it, and a click narrows it."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from curator.domain.facets import Pick
from curator.domain.listing import ALL, Listing
from curator.domain.review import DONE
from curator.gui.application import open_window
from curator.gui.controllers.faceting import chips_of
from curator.gui.pages.facet_panel.section import FacetSection
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.pick_chips import PickChips
from curator.workspace.rows import add_term
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen, part_of

LEFT = Qt.MouseButton.LeftButton
BOTH = ["Ferries on Batteries", "Harbours Learn to Charge Ships"]


def section(screen: Screen, facet: str) -> FacetSection:
    found = screen.window.findChildren(FacetSection)
    return next(section for section in found if section.facet == facet)


def values(screen: Screen, facet: str) -> dict[str, str]:
    """What a person hears of each value of a facet."""
    model = section(screen, facet).values
    rows = [model.index(row) for row in range(model.rowCount())]
    role = Qt.ItemDataRole.AccessibleTextRole
    return {str(row.data()): str(row.data(role)).partition(", ")[2] for row in rows}


def counts_are(screen: Screen, facet: str, **wanted: str) -> None:
    """Wait until some values of a facet have these counts."""
    told = {name.replace("_", " "): words for name, words in wanted.items()}
    screen.qtbot.waitUntil(lambda: told.items() <= values(screen, facet).items(), timeout=5_000)


def open_facet(screen: Screen, facet: str) -> FacetSection:
    if not section(screen, facet).is_open():
        screen.qtbot.mouseClick(screen.part(QPushButton, f"facet.{facet}"), LEFT)
    screen.qtbot.waitUntil(lambda: section(screen, facet).values.rowCount() > 0, timeout=5_000)
    return section(screen, facet)


def pick(screen: Screen, facet: str, value: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    part = open_facet(screen, facet)
    part.list.point_to(part.values.row_of(value))
    screen.qtbot.keyClick(part.list, key)


def chips(screen: Screen) -> list[str]:
    shown = screen.part(PickChips, "pickChips")
    return shown.words() if shown.isVisible() else []


def _chips_are(screen: Screen, words: list[str]) -> bool:
    return chips(screen) == words


def test_a_value_narrows_the_list_and_a_second_click_takes_that_back(screen: Screen) -> None:
    counts_are(screen, "theme", Shipping="1 digest")
    pick(screen, "theme", "Shipping")
    screen.qtbot.waitUntil(lambda: screen.titles() == BOTH[1:])
    assert screen.label("shownCount") == "1 of 2 shown"
    assert chips(screen) == ["theme: Shipping"]
    counts_are(screen, "theme", Shipping="1 digest, chosen")
    pick(screen, "theme", "Shipping")
    screen.qtbot.waitUntil(lambda: screen.titles() == BOTH)
    assert chips(screen) == []


def test_a_value_can_be_excluded(screen: Screen) -> None:
    pick(screen, "theme", "Shipping", Qt.Key.Key_Minus)
    screen.qtbot.waitUntil(lambda: screen.titles() == BOTH[:1])
    assert chips(screen) == ["not theme: Shipping"]


def test_the_counts_follow_the_search_and_the_other_facets(screen: Screen) -> None:
    open_facet(screen, "review")
    counts_are(screen, "review", to_do="2 digests")
    pick(screen, "theme", "Shipping")
    counts_are(screen, "review", to_do="1 digest")
    counts_are(screen, "theme", Shipping="1 digest, chosen")
    box = screen.part(QLineEdit, "searchBox")
    box.setText("title:ferries")
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)
    counts_are(screen, "theme", Shipping="0 digests, chosen")


def test_the_counts_follow_an_edit(screen: Screen) -> None:
    counts_are(screen, "theme", Shipping="1 digest")
    screen.choose(1)
    row = screen.cells("themesTable").index("Shipping")
    screen.type_cell("themesTable", row, 0, "Harbours")
    counts_are(screen, "theme", Harbours="1 digest")
    assert "Shipping" not in values(screen, "theme")


def test_all_that_narrows_stands_above_the_list_and_can_be_taken_away(screen: Screen) -> None:
    pick(screen, "theme", "Shipping")
    box = screen.part(QLineEdit, "searchBox")
    box.setText("harbours")
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)
    screen.choose_view(1)
    assert chips(screen) == ["view: To do", "search: “harbours”", "theme: Shipping"]
    for left in (["search: “harbours”", "theme: Shipping"], ["theme: Shipping"], []):
        buttons = screen.part(PickChips, "pickChips").findChildren(QToolButton)
        shown = [b for b in buttons if b.property("chip") and not b.isHidden()]
        screen.qtbot.mouseClick(shown[0], LEFT)
        screen.qtbot.waitUntil(partial(_chips_are, screen, left))
    assert box.text() == ""
    assert screen.titles() == BOTH


def test_one_button_clears_all(screen: Screen) -> None:
    screen.choose_view(1)
    pick(screen, "theme", "Shipping")
    screen.qtbot.mouseClick(screen.part(QToolButton, "clearAll"), LEFT)
    screen.qtbot.waitUntil(lambda: screen.titles() == BOTH)
    assert chips(screen) == []


def test_an_empty_result_says_which_filters_hide_the_rows(screen: Screen) -> None:
    pick(screen, "theme", "Shipping")
    box = screen.part(QLineEdit, "searchBox")
    box.setText("submarine")
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)
    empty = screen.part(EmptyState, "listEmpty")
    screen.qtbot.waitUntil(empty.isVisible)
    told = part_of(empty, QLabel, "emptyText").text()
    assert "The search “submarine” and the facets (theme: Shipping) hide all 2 digests" in told
    buttons = {button.text(): button for button in empty.findChildren(QPushButton)}
    screen.qtbot.mouseClick(buttons["Clear the search"], LEFT)
    screen.qtbot.waitUntil(lambda: screen.titles() == BOTH[1:])


def test_facets_alone_can_hide_all(screen: Screen) -> None:
    pick(screen, "theme", "Shipping")
    pick(screen, "theme", "Shipping", Qt.Key.Key_Minus)
    pick(screen, "review", "to do", Qt.Key.Key_Minus)
    empty = screen.part(EmptyState, "listEmpty")
    screen.qtbot.waitUntil(empty.isVisible)
    assert part_of(empty, QLabel, "emptyText").text().startswith("The facets (not review: to do;")
    buttons = {button.text(): button for button in empty.findChildren(QPushButton)}
    screen.qtbot.mouseClick(buttons["Clear the facets"], LEFT)
    screen.qtbot.waitUntil(lambda: screen.titles() == BOTH)


def test_values_are_searched_in_their_facet(screen: Screen, library: Path) -> None:
    open_facet(screen, "keyword")
    other = Workspace.open(library)
    for number in range(12):
        other.do(add_term, 1, "keyword", f"word {number}")
    other.close()
    screen.window.activateWindow()
    keywords = section(screen, "keyword")
    screen.part(QPushButton, "facet.keyword").click()
    open_facet(screen, "keyword")
    search = screen.part(QLineEdit, "search.keyword")
    screen.qtbot.waitUntil(search.isVisible, timeout=5_000)
    screen.qtbot.keyClicks(search, "WORD 1")
    names = {"word 1", "word 10", "word 11"}
    screen.qtbot.waitUntil(lambda: set(values(screen, "keyword")) == names, timeout=5_000)
    assert keywords.text() == "WORD 1"


def test_what_is_open_is_so_again_at_the_next_start(screen: Screen, library: Path) -> None:
    open_facet(screen, "month")
    screen.part(QPushButton, "facet.theme").click()
    screen.window.close()
    again = Screen(open_window(library), screen.qtbot)
    screen.qtbot.addWidget(again.window)
    assert [section(again, facet).is_open() for facet in ("theme", "month")] == [False, True]
    counts_are(again, "month", Aug_2024="1 digest")
    again.part(QPushButton, "facet.month").click()
    again.window.close()
    third = Screen(open_window(library), screen.qtbot)
    screen.qtbot.addWidget(third.window)
    assert not any(s.is_open() for s in third.window.findChildren(FacetSection))
    third.window.close()


def test_a_key_leads_to_the_facets(screen: Screen) -> None:
    screen.trigger("view.facets")
    assert section(screen, "theme").heading.hasFocus()


@pytest.mark.parametrize(
    ("listing", "words"),
    [
        (Listing(), []),
        (Listing(DONE), ["view: Done"]),
        (Listing(ALL, "solar"), ["search: “solar”"]),
        (
            Listing(picks=(Pick("theme", "law", excluded=True), Pick("month", "2024-08"))),
            ["not theme: law", "month: Aug 2024"],
        ),
    ],
)
def test_whatever_narrows_a_list_has_its_words(listing: Listing, words: list[str]) -> None:
    assert [chip.words for chip in chips_of(listing)] == words
