"""A library of salvaged rows made whole: lost rows, history, numbers, index, and one new step."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from curator.codec.writer import write
from curator.domain.changes import Change, Changes, digest_of
from curator.domain.digest import Digest
from curator.library import (
    finding_counts,
    history_mending,
    journal,
    journal_integrity,
    queries,
    row_index,
    row_mending,
    rows,
    search_index,
    tables,
)
from curator.library.arriving import sort_name
from curator.library.salvage import Salvage
from curator.library.sqlite_connection import driver_of

LABEL = "Repair the library"
_digest = tables.digest.c
_original = tables.original.c
_conflict = tables.conflict.c


@dataclass(frozen=True, slots=True)
class Mended:
    """In numbers: rows put back, imported texts written anew, rows that differ from the history."""

    put_back: int
    texts: int
    differing: int


def mend(connection: Connection, found: Salvage, now: datetime, *, everything: bool) -> Mended:
    """Makes a library of salvaged rows whole, in one transaction.

    `everything` compares each digest with its imported text, where it is not known which digests
    lost rows. What the library can't hold is added to the strays of `found`.
    """
    driver_of(connection).execute("PRAGMA foreign_keys = OFF")
    time = journal.written_time(now)
    with connection.begin():
        history_mending.mend_history(connection, found, time)
        _raise_sequences(connection, found)
        put_back = row_mending.put_back(connection, time)
        put_back += row_mending.rebuild(connection, found, time, everything=everything)
        _take_out_orphans(connection, found)
        texts = _write_lost_texts(connection)
        _derive(connection)
        differing = _agree(connection, now)
        _raise_sequences(connection, found)
        _drop_clues(connection, found)
        search_index.rebuild(connection)
        row_index.rebuild(connection)
    return Mended(put_back, texts, differing)


def _raise_sequences(connection: Connection, found: Salvage) -> None:
    """No number that was ever given is given again."""
    for name, highest in journal_integrity.used_ids(connection).items():
        number = max(highest, found.sequences.get(name, 0), *found.clues.get(name, {}), 0)
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        connection.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, number))


def _take_out_orphans(connection: Connection, found: Salvage) -> None:
    digests = select(_digest.id)
    for kind in row_mending.DEPENDENT:
        table = rows.table_of(kind)
        _take_out(connection, kind, table.c.digest_id.not_in(digests), found)
    journaled = select(tables.change.c.record_id).where(tables.change.c.kind == "digest")
    nobodys = _original.digest_id.not_in(digests) & _original.digest_id.not_in(journaled)
    _take_out(connection, "original", nobodys, found)
    unreadable = [
        original_id
        for original_id, content, sha256 in connection.execute(
            select(_original.id, _original.content, _original.sha256)
        )
        if _sha256(content) != sha256
    ]
    _take_out(connection, "original", _original.id.in_(unreadable), found)
    unanswerable = _conflict.original_id.not_in(select(_original.id))
    _take_out(connection, "conflict", unanswerable, found)


def _take_out(connection: Connection, name: str, where: Any, found: Salvage) -> None:
    table = tables.metadata.tables[name]
    for row in connection.execute(select(table).where(where)).mappings():
        found.stray(name, dict(row))
    connection.execute(table.delete().where(where))


def _drop_clues(connection: Connection, found: Salvage) -> None:
    """What came back in any way is not lost."""
    for name, clues in found.clues.items():
        column = tables.metadata.tables[name].c.id
        for batch in rows.batches(list(clues)):
            for present in connection.scalars(select(column).where(column.in_(batch))):
                del clues[present]


def _sha256(content: bytes) -> str:
    try:
        return hashlib.sha256(zlib.decompress(content)).hexdigest()
    except zlib.error:
        return ""


def _write_lost_texts(connection: Connection) -> int:
    """Digests whose imported text is lost get one that says what their rows say now."""
    lost = select(_digest.id, _digest.original_id).where(
        _digest.original_id > 0, _digest.original_id.not_in(select(_original.id))
    )
    texts = connection.execute(lost).all()
    for digest_id, original_id in texts:
        data = write("", queries.whole(connection, digest_id)).encode("utf-8", "replace")
        columns = {
            "id": original_id,
            "digest_id": digest_id,
            "sha256": hashlib.sha256(data).hexdigest(),
            "content": zlib.compress(data),
        }
        connection.execute(tables.original.insert(), columns)
    return len(texts)


def _derive(connection: Connection) -> None:
    """The columns by which lists are sorted, from those that they follow from; what there is to
    notice in a digest is counted when somebody asks."""
    finding_counts.forget_all(connection)
    statement = rows.records("digest").add_columns(_digest.date, _digest.sort_name)
    for *fields, date, name in connection.execute(statement).all():
        digest = Digest(*fields)
        if (date, name) != (digest.date, sort_name(digest)):
            rows.update(connection, digest)


def _agree(connection: Connection, now: datetime) -> int:
    """Where history and rows still differ the rows stand, and one new step says so."""
    items = tuple(
        Change(kind, record_id, digest_of(record), said, present)
        for kind, record_id, said, present in journal_integrity.disagreements(connection)
        for record in (present or said,)
        if record is not None
    )
    if items:
        journal.record(connection, Changes(LABEL, items), now=now)
    return len(items)
