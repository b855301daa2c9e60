"""Has the file the tables that Curator makes, and none besides?"""

import re
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, create_engine

_OBJECTS = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
_SPACE = re.compile(r"\s+")

Objects = dict[tuple[str, str], str]
"""The SQL of each table, index, view and trigger, by its type and its name."""


def differences(connection: Connection) -> Iterator[str]:
    """What is missing, strange or other than in a new library, by name."""
    found, wanted = _objects(connection), _of_a_new_library()
    for kind, name in sorted(found.keys() | wanted.keys()):
        if (kind, name) not in wanted:
            yield f"The file has a {kind} “{name}” that Curator did not make."
        elif (kind, name) not in found:
            yield f"The {kind} “{name}” is missing."
        elif found[kind, name] != wanted[kind, name]:
            yield f"The {kind} “{name}” is not as Curator makes it."


def _objects(connection: Connection) -> Objects:
    rows = connection.exec_driver_sql(_OBJECTS)
    return {(kind, name): _SPACE.sub(" ", sql or "").strip() for kind, name, sql in rows}


@cache
def _of_a_new_library() -> Objects:
    # Alembic takes long to import and most starts do without it.
    from curator.library.upgrade import upgrade  # noqa: PLC0415

    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        upgrade(connection)
        objects = _objects(connection)
    engine.dispose()
    return objects
