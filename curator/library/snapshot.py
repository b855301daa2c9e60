"""The library at one moment, and what was found out about that moment already."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from curator.library.answer_cache import Answer, AnswerCache
from curator.library.library import Library
from curator.library.queries import WRITES, setting, whole_number
from curator.library.stopping import Stop
from curator.library.touched import Touched


class Snapshot:
    """A connection that sees one moment, and the answers that are kept for it.

    The number of writes names the moment: it is read in the same transaction as everything else.
    """

    def __init__(
        self,
        connection: Connection,
        answers: AnswerCache | None = None,
        touched: Touched | None = None,
    ) -> None:
        self.connection = connection
        self._touched = touched or Touched()
        self._answers = AnswerCache() if answers is None else answers
        # A library that does not count its writes is never known again.
        self._state: Hashable = setting(connection, WRITES) or object()

    def once(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """An answer by its name, found out by `make` only where nobody asked for it before."""
        return self._answers.get(self._state, key, make)

    def renewed(
        self,
        key: Hashable,
        make: Callable[[], Answer],
        renew: Callable[[Answer, frozenset[int]], Answer | None],
    ) -> Answer:
        """The same; `renew` is asked first what a former answer comes to now that some digests,
        and no others, were touched, and tells None where it can't say."""

        def renew_since(state: Hashable, answer: Answer) -> Answer | None:
            digest_ids = self._touched_since(state)
            return None if digest_ids is None else renew(answer, digest_ids)

        return self._answers.get(self._state, key, make, renew_since)

    def _touched_since(self, state: Hashable) -> frozenset[int] | None:
        known, now = (whole_number(str(moment)) for moment in (state, self._state))
        return self._touched.between(known, now) if known and now else None


@contextmanager
def snapshot(library: Library, stop: Stop | None = None) -> Iterator[Snapshot]:
    """The library as it stands now.

    Raises:
        Interrupted: it was stopped.
    """
    with library.reading(stop) as connection:
        yield Snapshot(connection, library.answers, library.touched)
