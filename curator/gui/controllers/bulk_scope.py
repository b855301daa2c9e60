"""What a bulk edit works on: what is selected, or else all that is listed; digests or rows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from curator.domain.ledger import LedgerQuestion
from curator.domain.listing import Listing
from curator.domain.measures import counted
from curator.domain.saved_search import SIGNALS
from curator.domain.text import quoted
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.pages.ledger_page.page import LedgerPage
from curator.gui.widgets.sidebar import view_words
from curator.workspace import ledger, reading
from curator.workspace.bulk_edits import Chosen
from curator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Scope:
    """`ask` finds afresh what is worked on, off the thread of the window; `words` call so many of
    it; `first` says it before anything was counted."""

    ask: Callable[[], Chosen]
    words: Callable[[int], str]
    first: str


def scope_of(desk: Desk, choosing: Choosing) -> Scope:
    """The selected rows or digests where several are, and all that are listed otherwise."""
    workspace, listing = desk.session.workspace, choosing.listing()
    if choosing.page() == SIGNALS:
        return _of_rows(workspace, desk.ledger_page, listing)
    selected = desk.list_page.selected_ids()
    if len(selected) > 1:
        chosen = Chosen(tuple(selected))
        return Scope(
            partial(_the_same, chosen), _selected_digests, _selected_digests(len(selected))
        )
    words = partial(_listed_digests, listing)
    ask = partial(_all_digests, workspace, listing)
    return Scope(ask, words, words(len(desk.list_page.shown_ids())))


def _of_rows(workspace: Workspace, page: LedgerPage, listing: Listing) -> Scope:
    selected = page.selected_row_ids()
    if len(selected) > 1:
        chosen = Chosen(selected, of_rows=True)
        return Scope(partial(_the_same, chosen), _selected_rows, _selected_rows(len(selected)))
    ask = partial(_all_rows, workspace, page.question())
    return Scope(ask, partial(_listed_rows, listing), f"All rows of {_of(listing)}")


def _the_same(chosen: Chosen) -> Chosen:
    return chosen


def _all_digests(workspace: Workspace, listing: Listing) -> Chosen:
    return Chosen(reading.digest_ids(workspace, listing))


def _all_rows(workspace: Workspace, question: LedgerQuestion) -> Chosen:
    return Chosen(ledger.row_ids(workspace, question), of_rows=True)


def _selected_rows(number: int) -> str:
    return counted(number, "selected row")


def _selected_digests(number: int) -> str:
    return f"{counted(number, 'selected digest')}, with all their rows"


def _listed_rows(listing: Listing, number: int) -> str:
    return f"{counted(number, 'row')} of {_of(listing)}"


def _listed_digests(listing: Listing, number: int) -> str:
    return f"{counted(number, 'digest')} of {_of(listing)}, with all their rows"


def _of(listing: Listing) -> str:
    search = f"the search {quoted(listing.search)}" if listing.search else ""
    place = search or f"the view “{view_words(listing.view)}”"
    return f"{place} and the facets" if listing.picks else place
