"""The cell or field where somebody works is found again by its name."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.pages.digest_page.spot import Spot, go_to_spot, scroll_to, spot_of, work_on
from curator.gui.session import Session
from curator.workspace import reading
from tests.digests import KEY_A, KEY_B


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Iterator[DigestPage]:
    """The page of the digest with rows in every table, in little room."""
    page = DigestPage(session)
    qtbot.addWidget(page)
    page.resize(700, 300)
    page.show()
    qtbot.waitExposed(page)
    show(page, session, KEY_A)
    yield page
    page.close()


def show(page: DigestPage, session: Session, key: str) -> None:
    """Show the digest with that key."""
    page.show_digest(reading.digest_by_key(session.workspace, key).id)


def spot(page: DigestPage) -> Spot:
    """Where the focus of the page is."""
    return spot_of(page, page.focusWidget())


def test_a_cell_is_found_again_by_its_row_and_the_title_of_its_column(
    page: DigestPage, session: Session
) -> None:
    rows = page.signals.rows
    rows.select(rows.model.record_at(1).id, "Driving force")
    found = spot(page)
    assert (found.part, found.column) == ("signalsTable", "Driving force")
    page.head.go_to("title")
    show(page, session, KEY_B)
    show(page, session, KEY_A)
    go_to_spot(page, found)
    assert spot(page) == found
    assert rows.table.currentIndex().row() == 1


def test_a_link_and_a_field_are_found_again(page: DigestPage) -> None:
    links = page.links.rows
    links.select(links.model.record_at(1).id, "Tags")
    cell = spot(page)
    page.head.go_to("summary")
    summary = spot(page)
    assert summary.part == "summaryEdit"
    go_to_spot(page, cell)
    assert spot(page) == cell
    go_to_spot(page, summary)
    assert page.focusWidget() is page.head.summary_field


def test_without_a_focus_on_the_page_only_the_scroll_place_is_known(
    page: DigestPage, qtbot: QtBot
) -> None:
    scroll_to(page, Spot(scroll=40))
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    for focused in (None, elsewhere):
        assert (spot_of(page, focused), spot_of(page, focused).scroll) == (Spot(), 40)


def test_a_page_that_was_just_shown_can_be_scrolled_at_once(
    page: DigestPage, session: Session
) -> None:
    show(page, session, KEY_B)
    show(page, session, KEY_A)
    bottom = 10_000
    scroll_to(page, Spot(scroll=bottom))
    bar = page.area.verticalScrollBar()
    assert bar.value() == bar.maximum() > 300


def test_another_digest_is_worked_on_in_the_same_column(page: DigestPage, session: Session) -> None:
    themes = page.themes.rows
    themes.select(themes.model.record_at(1).id, themes.model.columns[1].title)
    found = spot(page)
    show(page, session, KEY_B)
    work_on(page, found)
    assert page.focusWidget() is themes.table
    assert (themes.table.currentIndex().row(), themes.table.currentIndex().column()) == (0, 1)


def test_an_empty_table_takes_the_focus_all_the_same(page: DigestPage, session: Session) -> None:
    page.links.rows.enter()
    found = spot(page)
    show(page, session, KEY_B)
    work_on(page, found)
    assert page.focusWidget() is page.links.rows.table
    page.head.go_to("title")
    work_on(page, spot(page))
    assert page.focusWidget() is page.head.title_field
