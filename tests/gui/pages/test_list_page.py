"""The list of digests keeps its place while others come and go."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.domain.listing import Listing
from curator.gui.pages.list_page import ListPage
from curator.gui.session import Session
from curator.gui.widgets.empty_state import Emptiness, EmptyState
from curator.workspace import reading
from tests.gui.screen import part_of

NOTHING = Emptiness("Nothing here")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ListPage:
    """The page with both digests."""
    made = ListPage(session)
    qtbot.addWidget(made)
    made.show_ids(ids(session), "2 of 2 shown", NOTHING)
    made.show()
    return made


def ids(session: Session) -> list[int]:
    """All digests in their order."""
    return list(reading.digest_ids(session.workspace, Listing()))


def test_going_to_a_digest_is_told_once(qtbot: QtBot, page: ListPage, session: Session) -> None:
    told: list[int] = []
    page.digest_chosen.connect(told.append)
    first, second = ids(session)
    assert page.go_to(second)
    assert page.go_to(second)
    assert not page.go_to(999)
    assert told == [second]
    assert (page.current_id(), page.current_row()) == (second, 1)
    page.go_to_row(-5)
    assert page.current_id() == first
    page.go_to_row(99)
    assert page.current_id() == second


def test_the_current_digest_stays_current_in_another_order(
    page: ListPage, session: Session
) -> None:
    first, second = ids(session)
    page.go_to(second)
    page.show_ids([second, first], "2 of 2 shown", NOTHING)
    assert (page.current_id(), page.current_row()) == (second, 0)


def test_a_digest_that_leaves_the_list_is_current_no_more(page: ListPage, session: Session) -> None:
    first, second = ids(session)
    page.go_to(second)
    page.show_ids([first], "2 of 2 shown", NOTHING)
    assert page.current_id() == 0
    assert list(page.shown_ids()) == [first]


def test_an_empty_list_says_why(page: ListPage) -> None:
    page.show_ids([], "0 of 2 shown", Emptiness("No digest found", "The search hides them."))
    empty = part_of(page, EmptyState, "listEmpty")
    assert empty.isVisible()
    assert empty.heading() == "No digest found"
    assert not page.view.isVisible()


def test_several_digests_can_be_selected(page: ListPage, session: Session) -> None:
    page.select_ids([*ids(session), 999])
    assert page.selected_ids() == ids(session)
    page.leave_current()
    assert page.selected_ids() == []


def test_enter_goes_into_the_digest(qtbot: QtBot, page: ListPage) -> None:
    page.go_to_row(0)
    with qtbot.waitSignal(page.digest_entered):
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
