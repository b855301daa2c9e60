"""The searches that are kept in a library."""

from sqlalchemy import Connection

from curator.domain.saved_search import SavedSearch
from curator.library import tables
from curator.library.rows import read, records

_search = tables.saved_search.c
_in_order = records("saved_search").order_by(_search.position, _search.id)


def all_searches(connection: Connection) -> list[SavedSearch]:
    """All of them, in the order of the sidebar; none in an older library that is only looked at."""
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version < tables.SINCE["saved_search"]:
        return []
    return read(connection, _in_order, "saved_search")
