"""Long lists of whole numbers out of the library, each in one step of SQLite.

Handed over one by one, a hundred thousand ids keep Python busy, and with it the window. SQLite
joins them into one text without Python, and numpy reads that text.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Select, func, select

Ids = npt.NDArray[np.int64]

MOST = 1_900_000
"""Numbers in one text: with up to nine digits each, it stays below `LONGEST_TEXT`."""


def numbers(connection: Connection, statement: Select[Any], most: int = MOST) -> list[Ids]:
    """What a statement finds, one array per column, in its order; no value may be NULL."""
    parts = [_part(connection, statement, 0, most)]
    while len(parts[-1][0]) == most:
        parts.append(_part(connection, statement, most * len(parts), most))
    return [np.concatenate(columns) for columns in zip(*parts, strict=True)]


def ids(connection: Connection, statement: Select[Any]) -> Ids:
    """What a statement of one column finds, in its order."""
    return numbers(connection, statement)[0]


def _part(connection: Connection, statement: Select[Any], start: int, most: int) -> list[Ids]:
    # The limit also keeps SQLite from forgetting the order of what it joins.
    inner = statement.limit(most).offset(start).subquery()
    texts = connection.execute(select(*(func.group_concat(column) for column in inner.c))).one()
    return [_read(text) for text in texts]


def _read(text: str | None) -> Ids:
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)
