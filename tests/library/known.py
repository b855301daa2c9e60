"""A library of random digests, and beside it all that is in it, held against questions by hand."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import select

from curator.domain.query import Query
from curator.domain.query_matching import Context, matches, row_matches
from curator.domain.signal import Signal
from curator.domain.whole import WholeDigest
from curator.library import finding_counts, tables
from curator.library.library import Library
from curator.library.write import Write
from tests.library import random_queries
from tests.library.deeds import whole_of


@dataclass(frozen=True)
class Known:
    """A library, all that is in it, the keys that links can lead to, and which digests have
    something to notice in them."""

    library: Library
    wholes: list[WholeDigest]
    keys: set[str]
    noticed: set[int]

    @classmethod
    def made(cls, path: Path, seed: int) -> "Known":
        library = Library.open(path)
        random_queries.fill(library, seed)
        with library.reading() as connection:
            ids = list(connection.scalars(select(tables.digest.c.id)))
        wholes = [whole_of(library, digest_id) for digest_id in ids]
        keys = {whole.digest.key for whole in wholes if not whole.digest.trashed}
        with library.reading() as connection:
            numbers = finding_counts.counted(connection, ids)
        library.write(partial(_settled, numbers))
        return cls(library, wholes, keys, {id_ for id_, number in numbers.items() if number})

    def digests(self, query: Query) -> set[int]:
        """The digests that a question asks for."""
        return {
            whole.digest.id
            for whole in self.wholes
            if matches(query, whole, context=self._context(whole))
        }

    def rows(self, query: Query) -> set[int]:
        """The rows that a question asks for."""
        return {
            row.id
            for whole in self.wholes
            for row in whole.signals
            if row_matches(query, row, whole, context=self._context(whole))
        }

    def all_rows(self) -> list[tuple[Signal, WholeDigest]]:
        """Each row beside its digest."""
        return [(row, whole) for whole in self.wholes for row in whole.signals]

    def _context(self, whole: WholeDigest) -> Context:
        id_ = whole.digest.id
        return Context(self.keys, has_conflict=id_ == 2, has_findings=id_ in self.noticed)


def _settled(numbers: dict[int, int], write: Write) -> str:
    finding_counts.keep(write.connection, numbers)
    write.changed = True
    return ""
