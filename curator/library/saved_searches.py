"""The searches that are kept in a library."""

from sqlalchemy import Connection

from curator.domain.saved_search import SavedSearch
from curator.library import tables
from curator.library.rows import read, records

_search = tables.saved_search.c
_in_order = records("saved_search").order_by(_search.position, _search.id)


def all_searches(connection: Connection) -> list[SavedSearch]:
    """All of them, in the order of the sidebar."""
    return read(connection, _in_order, "saved_search")
