"""The hand that a deed writes with: every row it changes is noted for the journal and the index."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection

from curator.domain.changes import KIND_OF, Change, Changes, Record, digest_of, net
from curator.domain.errors import UnknownRecord
from curator.domain.whole import WholeDigest
from curator.library import finding_counts, queries, row_changes, row_index, rows
from curator.library.arrival import keep_original, lay_down
from curator.library.arriving import Arrival, arrival_of
from curator.library.documents import Documents

AnyRecord = TypeVar("AnyRecord", bound=Record)

_ARRIVALS = 200
"""Digests that are laid down together: fast enough, and little memory for any number of files."""
_TOGETHER = 1000
"""Changes that are made together, for the same reasons."""


class Write:
    """One transaction that changes the library; it lives as long as the deed.

    `connection` is for questions that see what the deed did so far; it must not change anything.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._items: list[Change] = []
        self._arrived: set[int] = set()
        self._documents = Documents(connection)
        self._uncounted: set[int] = set()
        self.changed = False
        """Whether `finish` found anything that is to be kept."""
        self.touched: frozenset[int] | None = None
        """The digests that changed, where the write is one that counts."""

    def get(self, record_type: type[AnyRecord], record_id: int) -> AnyRecord:
        """The record as it stands now: `write.get(Signal, 7)`.

        Raises:
            UnknownRecord: there is none with that id.
        """
        for record in self.get_all(record_type, [record_id]):
            return record
        raise _unknown(KIND_OF[record_type], record_id)

    def get_all(self, record_type: type[AnyRecord], ids: Iterable[int]) -> list[AnyRecord]:
        """Those of some records that are there, as they stand now, in the order of `ids`."""
        keys = [(KIND_OF[record_type], record_id) for record_id in ids]
        found = rows.find_all(self.connection, keys)
        return [record for key in keys if isinstance(record := found.get(key), record_type)]

    def put(self, record: AnyRecord) -> AnyRecord:
        """Keeps a record: a new one (id 0) gets its id, any other replaces what it was.

        Raises:
            UnknownRecord: the record was deleted meanwhile.
        """
        return self.put_all([record])[0]

    def put_all(self, records: Sequence[AnyRecord]) -> list[AnyRecord]:
        """The same for many, of which new ones have to be of one kind; much faster than one by one.

        Raises:
            UnknownRecord: one was deleted meanwhile.
        """
        keys = [rows.key_of(record) for record in records]
        present = rows.find_all(self.connection, [key for key in keys if key[1]])
        changes: list[Change] = []
        for (kind, record_id), record in zip(keys, records, strict=True):
            before = present.get((kind, record_id))
            if record_id and before is None:
                raise _unknown(kind, record_id)
            if record_id and before != record:
                changes.append(Change(kind, record_id, digest_of(record), before, record))
        self.apply_all(changes)
        new = iter(self._insert([record for record in records if not record.id]))
        return [record if record.id else next(new) for record in records]

    def remove(self, *records: Record) -> None:
        """Deletes records; the rows of a digest have to be removed before it.

        Raises:
            UnknownRecord: one is gone already.
        """
        keys = [rows.key_of(record) for record in records]
        present = rows.find_all(self.connection, keys)
        for key in keys:
            if key not in present:
                raise _unknown(*key)
        self.apply_all([Change(*key, digest_of(present[key]), present[key]) for key in keys])

    def apply_all(self, changes: Sequence[Change]) -> None:
        """Makes changes to rows that are known to stand as each `before` says."""
        for start in range(0, len(changes), _TOGETHER):
            part = changes[start : start + _TOGETHER]
            self._documents.leave(part)
            row_changes.make(self.connection, part)
            self._note(part)

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

    def arrive_many(self, arrivals: Iterable[Arrival | tuple[WholeDigest, str]]) -> list[int]:
        """New digests wholesale, each with its text or made ready before; their ids in order.

        Takes them as they come, so that a generator needs little memory.
        """
        ready = (one if isinstance(one, Arrival) else arrival_of(*one) for one in arrivals)
        arrived: list[int] = []
        while batch := list(islice(ready, _ARRIVALS)):
            last_row = row_index.last_id(self.connection)
            came = lay_down(self.connection, batch)
            self._documents.arrive(came, last_row)
            arrived += came
        self._items += (Change("digest", digest_id, digest_id) for digest_id in arrived)
        self._arrived.update(arrived)
        return arrived

    def finish(self, label: str) -> Changes:
        """What the deed came to, once the search indexes and the numbers of findings follow it."""
        changes = Changes(label, net(self._items))
        if not changes.is_empty:
            self.changed = True
            self.touched = changes.digest_ids
            self._documents.follow()
            finding_counts.renew(self.connection, self._uncounted, self._arrived)
        return changes

    def _insert(self, records: Sequence[AnyRecord]) -> list[AnyRecord]:
        if not records:
            return []
        kind = KIND_OF[type(records[0])]
        self._documents.leave([Change(kind, 0, digest_of(r), None, r) for r in records])
        ids = row_changes.insert(self.connection, records)
        kept = [replace(record, id=id_) for record, id_ in zip(records, ids, strict=True)]
        self._note([Change(kind, record.id, digest_of(record), None, record) for record in kept])
        return kept

    def _note(self, changes: Sequence[Change]) -> None:
        # What befalls a digest that has just arrived is part of the arrival.
        self._items += [item for item in changes if item.digest_id not in self._arrived]
        self._uncounted.update(c.digest_id for c in changes if finding_counts.touches(c))
        self._documents.come(item for item in changes if item.before is None)


def _unknown(kind: str, record_id: int) -> UnknownRecord:
    return UnknownRecord(
        f"There is no {kind} number {record_id} any more.", "It may have been deleted."
    )
