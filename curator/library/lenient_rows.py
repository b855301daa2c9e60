"""The rows of a file that may be damaged, read as far as they can be read."""

import sqlite3
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

_TOP = 2**62
"""No id is as high; SQLite's own limit is 2**63 - 1."""
_ROW = "number_of_the_row"
_FEWEST = 10_000
"""Ids that are looked for in any case, where nothing believable says how many there were."""
_PATIENCE = 5_000
"""Ranges without any row that are tried one after the other: half a second for a lost table."""


def quoted_name(name: str) -> str:
    """The name of a table or a column as SQL takes any name."""
    return '"{}"'.format(name.replace('"', '""'))


class LenientRows:
    """A connection that only reads and goes on behind what can't be read.

    `failed` says whether the last reading met something unreadable, `mended` how many texts had
    bytes that are no UTF-8; each of these stands as U+FFFD.
    """

    def __init__(self, path: Path) -> None:
        self.failed = False
        self.mended = 0
        self._highest = max(path.stat().st_size, _FEWEST)
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.text_factory = self._text
        # With this on, SQLite reads a file that was cut, and a schema with an entry that is wrong.
        self._connection.execute("PRAGMA writable_schema = ON")
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
            self._connection.execute(f"PRAGMA {pragma}")

    def header(self) -> tuple[int, int]:
        """The application id and the version of the file.

        Raises:
            sqlite3.DatabaseError: its first page can't be read.
        """
        names = ("application_id", "user_version")
        numbers = (self._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
        return next(numbers), next(numbers)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def tables(self) -> list[str]:
        """The tables by name, virtual ones left out.

        Raises:
            sqlite3.DatabaseError: the first page can't be read.
        """
        question = (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
        return [name for (name,) in self._connection.execute(question)]

    def columns(self, table: str) -> list[str]:
        """The columns of a table; none where there is no such table, or it can't be read."""
        return [row["name"] for row in self._tried(f"PRAGMA table_info({quoted_name(table)})")]

    def sequences(self) -> dict[str, int]:
        """The highest id that each table gave, as far as that is known."""
        rows = self._tried("SELECT name, seq FROM sqlite_sequence")
        return {row["name"]: row["seq"] for row in rows if isinstance(row["seq"], int)}

    def attach(self, rescued: Path) -> None:
        """Names the library into which rows are saved, for `lost_by_index`."""
        self._connection.execute("ATTACH ? AS rescued", (str(rescued),))

    def rows(self, table: str, sequence: int = 0) -> Iterator[dict[str, Any]]:
        """Every row that can be read, each as column and value; `sequence` is the highest id."""
        self.failed = False
        highest = min(sequence or self._highest, self._highest)
        # First come, first served: so a whole level is tried before any range is halved again.
        pending, fruitless, lost = deque([(0, _TOP)]), 0, False
        while pending and fruitless < _PATIENCE:
            low, high = pending.popleft()
            start = yield from self._reading(table, low, high, upwards=True)
            if start > high:
                continue
            end = yield from self._reading(table, start, high, upwards=False)
            fruitless = fruitless + 1 if (start, end) == (low, high) else 0
            end = min(end, highest)
            lost = lost or start >= end
            if start < end:
                middle = (start + end) // 2
                pending += [(start, middle), (middle + 1, end)]
        self.failed = lost or bool(pending)

    def lost_by_index(
        self, table: str, index: str, columns: Sequence[str]
    ) -> Iterator[dict[str, Any]]:
        """What an index says of rows that are not among those saved."""
        self.failed = False
        names = ", ".join(map(quoted_name, columns))
        order = ", ".join(f"{quoted_name(column)} DESC" for column in columns)
        question = (
            f"SELECT id, {names} FROM main.{quoted_name(table)} INDEXED BY {quoted_name(index)} "  # noqa: S608
            f"WHERE id NOT IN (SELECT id FROM rescued.{quoted_name(table)}) ORDER BY "
        )
        yield from self._tried(question + order.replace(" DESC", ""))
        if self.failed:
            yield from self._tried(question + order)
            self.failed = True

    def _reading(
        self, table: str, low: int, high: int, *, upwards: bool
    ) -> Generator[dict[str, Any], None, int]:
        """Yields rows in the order of their ids; returns the end of what is still to be read."""
        question = (
            f"SELECT rowid AS {_ROW}, * FROM {quoted_name(table)} NOT INDEXED "  # noqa: S608 - the name is quoted
            f"WHERE rowid BETWEEN ? AND ? ORDER BY rowid {'ASC' if upwards else 'DESC'}"
        )
        end, step = (low, 1) if upwards else (high, -1)
        self.failed = False
        for row in self._tried(question, (low, high)):
            end = row.pop(_ROW) + step
            yield row
        if self.failed:
            return end
        return high + 1 if upwards else low - 1

    def _tried(self, question: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
        """The rows of an answer up to where something can't be read, which is noted."""
        try:
            cursor = self._connection.execute(question, values)
            names = [column[0] for column in cursor.description]
            for row in cursor:
                yield dict(zip(names, row, strict=True))
        except sqlite3.DatabaseError:
            self.failed = True

    def _text(self, data: bytes) -> str:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            self.mended += 1
            return data.decode("utf-8", "replace")
