"""Searches that somebody keeps under a name: what they are, what they list, and deeds on them."""

from collections.abc import Sequence
from dataclasses import replace

from curator.domain.errors import InvalidRecord, UnknownRecord
from curator.domain.ledger import LedgerQuestion
from curator.domain.listing import Listing
from curator.domain.query import Mistake
from curator.domain.query_naming import name_of
from curator.domain.query_parsing import LONGEST, question_of
from curator.domain.saved_search import DIGESTS, SIGNALS, SavedSearch
from curator.domain.text import one_line, quoted
from curator.library import saved_searches
from curator.library.write import Write
from curator.workspace import ledger, reading
from curator.workspace.placing import insert, move
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace


def all_searches(workspace: Workspace) -> list[SavedSearch]:
    """All saved searches, in the order of the sidebar."""
    with workspace.library.reading() as connection:
        return saved_searches.all_searches(connection)


def search_named(workspace: Workspace, name: str) -> SavedSearch:
    """The saved search of that name, whatever its capitals.

    Raises:
        UnknownRecord: there is none.
    """
    found = _named(all_searches(workspace), name)
    if found is None:
        raise UnknownRecord(
            f"There is no saved search {quoted(name)}.", "“curator searches” lists them."
        )
    return found


def listing_of(search: SavedSearch) -> Listing:
    """What a saved search lists."""
    return Listing(search=search.text)


def count(workspace: Workspace, search: SavedSearch, stop: Stop | None = None) -> int:
    """How many digests a saved search lists now, or rows where it lists these.

    Raises:
        Interrupted: it was stopped.
    """
    listing = listing_of(search)
    if search.page == SIGNALS:
        return len(ledger.row_ids(workspace, LedgerQuestion(listing), stop))
    return len(reading.digest_ids(workspace, listing, stop))


def mistakes(search: SavedSearch) -> tuple[Mistake, ...]:
    """What can't be meant in the text of a saved search; it lists what the rest asks for."""
    return question_of(search.text).mistakes


def proposed_name(workspace: Workspace, text: str) -> str:
    """A name for a search that nobody has given to another."""
    wanted = name_of(question_of(text).query) or "Everything"
    taken = {search.name.casefold() for search in all_searches(workspace)}
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} {number}"
    return name


def save_search(write: Write, name: str, text: str, page: str = DIGESTS) -> str:
    """Keep a search under a name, behind those that are there.

    Raises:
        InvalidRecord: the name is empty or taken, or the text is empty or too long.
    """
    if page not in (DIGESTS, SIGNALS):
        raise InvalidRecord(f"“{page}” is nothing that a search lists.")
    searches = saved_searches.all_searches(write.connection)
    new = SavedSearch(name=_free(searches, name), text=_asking(text), page=page)
    insert(write, searches, new, len(searches))
    return f"Save search {quoted(new.name)}"


def rename_search(write: Write, search_id: int, name: str) -> str:
    """Give a saved search another name.

    Raises:
        InvalidRecord: the name is empty, or another search has it.
    """
    search = write.get(SavedSearch, search_id)
    others = [s for s in saved_searches.all_searches(write.connection) if s.id != search_id]
    new = _free(others, name)
    write.put(replace(search, name=new))
    return f"Rename search {quoted(search.name, 30)} to {quoted(new, 30)}"


def change_search(write: Write, search_id: int, text: str, page: str = "") -> str:
    """Let a saved search ask for something else, and list something else where `page` says so.

    Raises:
        InvalidRecord: the text is empty or too long.
    """
    search = write.get(SavedSearch, search_id)
    write.put(replace(search, text=_asking(text), page=page or search.page))
    return f"Change search {quoted(search.name)}"


def move_searches(write: Write, ids: Sequence[int], before_id: int) -> str:
    """Move saved searches before the one named `before_id` (0: to the end)."""
    first = write.get(SavedSearch, ids[0])
    move(write, saved_searches.all_searches(write.connection), ids, before_id)
    return f"Move search {quoted(first.name)}" if len(ids) == 1 else f"Move {len(ids)} searches"


def delete_search(write: Write, search_id: int) -> str:
    """Delete a saved search; the digests that it lists stay."""
    search = write.get(SavedSearch, search_id)
    write.remove(search)
    return f"Delete search {quoted(search.name)}"


def _named(searches: Sequence[SavedSearch], name: str) -> SavedSearch | None:
    wanted = one_line(name).casefold()
    return next((search for search in searches if search.name.casefold() == wanted), None)


def _free(others: Sequence[SavedSearch], name: str) -> str:
    clean = one_line(name)
    if not clean:
        raise InvalidRecord("A saved search needs a name.")
    if taken := _named(others, clean):
        raise InvalidRecord(
            f"There is a search {quoted(taken.name)} already.", "Choose another name."
        )
    return clean


def _asking(text: str) -> str:
    clean = one_line(text)
    if not clean:
        raise InvalidRecord("A saved search has to ask for something.")
    if len(clean) > LONGEST:
        raise InvalidRecord(
            f"The search is too long to be kept: it has {len(clean):,} letters.",
            f"{LONGEST:,} are read.",
        )
    return clean
