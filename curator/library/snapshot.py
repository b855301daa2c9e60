"""The library at one moment, and what was found out about that moment already."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from curator.library.answer_cache import Answer, AnswerCache
from curator.library.library import Library
from curator.library.queries import WRITES, setting
from curator.library.stopping import Stop


class Snapshot:
    """A connection that sees one moment, and the answers that are kept for it.

    The number of writes names the moment: it is read in the same transaction as everything else.
    """

    def __init__(self, connection: Connection, answers: AnswerCache | None = None) -> None:
        self.connection = connection
        self._answers = AnswerCache() if answers is None else answers
        # A library that does not count its writes is never known again.
        self._state: Hashable = setting(connection, WRITES) or object()

    def once(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """An answer by its name, found out by `make` only where nobody asked for it before."""
        return self._answers.get(self._state, key, make)


@contextmanager
def snapshot(library: Library, stop: Stop | None = None) -> Iterator[Snapshot]:
    """The library as it stands now.

    Raises:
        Interrupted: it was stopped.
    """
    with library.reading(stop) as connection:
        yield Snapshot(connection, library.answers)
