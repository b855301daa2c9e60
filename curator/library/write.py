"""The hand that a deed writes with: every row it changes is noted for the journal and the index."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection

from curator.domain.changes import KIND_OF, Change, Changes, Record, digest_of, net
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.errors import UnknownRecord
from curator.domain.saved_search import SavedSearch
from curator.domain.signal import Signal
from curator.domain.whole import WholeDigest
from curator.library import finding_counts, queries, row_index, rows, search_index
from curator.library.arrival import insert_whole, keep_original

AnyRecord = TypeVar("AnyRecord", bound=Record)

_ARRIVALS = 200
"""Digests that are laid down together: fast enough, and little memory for any number of files."""


class Write:
    """One transaction that changes the library; it lives as long as the deed.

    `connection` is for questions that see what the deed did so far; it must not change anything.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._items: list[Change] = []
        self._arrived: set[int] = set()
        self._unindexed: set[int] = set()
        self._unindexed_rows: set[int] = set()
        self._uncounted: set[int] = set()
        self.changed = False
        """Whether `finish` found anything that is to be kept."""

    def get(self, record_type: type[AnyRecord], record_id: int) -> AnyRecord:
        """The record as it stands now: `write.get(Signal, 7)`.

        Raises:
            UnknownRecord: there is none with that id.
        """
        kind = KIND_OF[record_type]
        record = rows.find(self.connection, kind, record_id)
        if not isinstance(record, record_type):
            raise UnknownRecord(
                f"There is no {kind} number {record_id} any more.", "It may have been deleted."
            )
        return record

    def put(self, record: AnyRecord) -> AnyRecord:
        """Keeps a record: a new one (id 0) gets its id, any other replaces what it was.

        Raises:
            UnknownRecord: the record was deleted meanwhile.
        """
        kind, record_id = rows.key_of(record)
        if not record_id:
            return self._insert(record)
        before = self.get(type(record), record_id)
        if before != record:
            self.apply(Change(kind, record_id, digest_of(record), before, record))
        return record

    def remove(self, record: Record) -> None:
        """Deletes a record; the rows of a digest have to be removed before it.

        Raises:
            UnknownRecord: it is gone already.
        """
        kind, record_id = rows.key_of(record)
        before = self.get(type(record), record_id)
        self.apply(Change(kind, record_id, digest_of(before), before, None))

    def apply(self, change: Change) -> None:
        """Makes one change to a row that is known to stand as `change.before` says."""
        self._unindex(change)
        if change.after is None:
            rows.delete(self.connection, change.kind, change.id)
        elif change.before is None:
            rows.insert(self.connection, change.after)
        else:
            rows.update(self.connection, change.after)
        self._note(change)

    def whole(self, digest_id: int) -> WholeDigest:
        """A digest with all its rows, as they stand now.

        Raises:
            UnknownRecord: the library has no such digest.
        """
        return queries.whole(self.connection, digest_id)

    def original(self, original_id: int) -> str:
        """An imported text.

        Raises:
            UnknownRecord: the library has no such text.
        """
        return queries.original(self.connection, original_id)

    def add_original(self, digest_id: int, text: str) -> int:
        """Keeps a text of a digest; its id is for `Digest.original_id` or a conflict.

        Texts are not journaled: an undo needs the older one again.
        """
        return keep_original(self.connection, digest_id, text)

    def arrive(self, whole: WholeDigest, text: str) -> int:
        """A new digest with all its rows, and the text that it was read from; its id."""
        return self.arrive_many([(whole, text)])[0]

    def arrive_many(self, pairs: Iterable[tuple[WholeDigest, str]]) -> list[int]:
        """New digests wholesale, each with its text; their ids in order.

        Takes the pairs as they come, so that a generator needs little memory.
        """
        source = iter(pairs)
        arrived: list[int] = []
        while batch := list(islice(source, _ARRIVALS)):
            last_row = row_index.last_id(self.connection)
            arrived += insert_whole(self.connection, batch)
            row_index.add_after(self.connection, last_row)
        self._items += (Change("digest", digest_id, digest_id) for digest_id in arrived)
        self._arrived.update(arrived)
        self._unindexed.update(arrived)
        return arrived

    def finish(self, label: str) -> Changes:
        """What the deed came to, once the search indexes and the numbers of findings follow it."""
        changes = Changes(label, net(self._items))
        if not changes.is_empty:
            self.changed = True
            search_index.add(self.connection, self._unindexed)
            row_index.add(self.connection, self._unindexed_rows)
            finding_counts.renew(self.connection, self._uncounted, self._arrived)
        return changes

    def _insert(self, record: AnyRecord) -> AnyRecord:
        kind, _ = rows.key_of(record)
        self._unindex(Change(kind, 0, digest_of(record), None, record))
        kept = replace(record, id=rows.insert(self.connection, record))
        self._note(Change(kind, kept.id, digest_of(kept), None, kept))
        return kept

    def _note(self, change: Change) -> None:
        if change.digest_id not in self._arrived:  # else it is part of the arrival
            self._items.append(change)
        if finding_counts.touches(change):
            self._uncounted.add(change.digest_id)
        if isinstance(change.after, Digest) and change.before is None:
            self._unindexed.add(change.id)
        if isinstance(change.after, Signal):
            self._unindexed_rows.add(change.id)

    def _unindex(self, change: Change) -> None:
        """Takes the documents that are about to change out of the indexes, once each."""
        touched = {digest_of(r) for r in (change.before, change.after) if r is not None}
        if _same_words(change):
            return
        for digest_id in touched - self._unindexed:
            search_index.remove(self.connection, digest_id)
            self._unindexed.add(digest_id)
        if isinstance(change.before, Signal) and change.id not in self._unindexed_rows:
            row_index.remove(self.connection, change.id)
            self._unindexed_rows.add(change.id)


def _same_words(change: Change) -> bool:
    before, after = change.before, change.after
    if isinstance(before, Digest) and isinstance(after, Digest):
        return (before.title, before.summary) == (after.title, after.summary)
    return isinstance(before or after, Conflict | SavedSearch)
