"""The documents of both full-text indexes, brought up to date with the rows that a deed changes.

A document is taken out with the words that went in. So it is put aside before its rows change for
the first time, and what stands then goes in for it later, in the order of the ids: an index that
is written to and fro lays down a segment at each turn, and the same number of documents takes
many times as long.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from curator.domain.changes import Change, digest_of
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.saved_search import SavedSearch
from curator.domain.signal import Signal
from curator.library import row_index, search_index
from curator.library.text_index import TextIndex

MOST = 2000
"""Documents put aside at a time; each holds the texts of a digest."""
MANY = 1000
"""Documents of one index that a deed meets, from which on that is told to expect many."""


class Documents:
    """What one deed does to the indexes."""

    def __init__(self, connection: Connection) -> None:
        self._digests = _Pending(connection, search_index.INDEX)
        self._rows = _Pending(connection, row_index.INDEX)

    def leave(self, changes: Sequence[Change]) -> None:
        """To be told before rows change: their documents are put aside, once each."""
        spoken = [change for change in changes if not _same_words(change)]
        self._digests.leave(_owners(spoken))
        self._rows.leave(change.id for change in spoken if isinstance(change.before, Signal))

    def come(self, changes: Iterable[Change]) -> None:
        """To be told of rows that are new: they have documents from now on."""
        for change in changes:
            if isinstance(change.after, Digest):
                self._digests.come([change.id])
            if isinstance(change.after, Signal):
                self._rows.come([change.id])

    def arrive(self, digest_ids: range, last_row: int) -> None:
        """To be told of digests that are new with all their rows, which follow on `last_row`."""
        self._digests.come_after(digest_ids.start - 1, len(digest_ids))
        self._rows.come_after(last_row, len(digest_ids))

    def follow(self) -> None:
        """Brings the indexes up to date, at the end of the deed."""
        self._digests.finish()
        self._rows.finish()


class _Pending:
    """Documents of one index that do not say what their rows say."""

    def __init__(self, connection: Connection, index: TextIndex) -> None:
        self._connection = connection
        self._index = index
        self._ids: set[int] = set()
        self._met = 0

    def leave(self, ids: Iterable[int]) -> None:
        leaving = set(ids)
        if len(self._ids | leaving) > MOST:
            self.follow()
        if fresh := leaving - self._ids:
            self._meet(len(fresh))
            self._index.put_aside(self._connection, fresh)
            self._ids |= fresh

    def come(self, ids: Iterable[int]) -> None:
        self._ids.update(ids)
        if len(self._ids) > MOST:
            self.follow()

    def come_after(self, last_id: int, number: int) -> None:
        self._meet(number)
        self._index.add_after(self._connection, last_id)

    def follow(self) -> None:
        if self._ids:
            self._index.renew(self._connection, self._ids)
            self._ids.clear()

    def finish(self) -> None:
        self.follow()
        if self._met >= MANY:
            self._index.expect_few(self._connection)

    def _meet(self, number: int) -> None:
        before, self._met = self._met, self._met + number
        if before < MANY <= self._met:
            self._index.expect_many(self._connection)


def _owners(changes: Iterable[Change]) -> set[int]:
    records = (record for change in changes for record in (change.before, change.after))
    return {digest_of(record) for record in records if record is not None}


def _same_words(change: Change) -> bool:
    before, after = change.before, change.after
    if isinstance(before, Digest) and isinstance(after, Digest):
        return (before.title, before.summary) == (after.title, after.summary)
    return isinstance(before or after, Conflict | SavedSearch)
