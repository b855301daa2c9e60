"""Lost rows put back: from the history, where it knows them, else from the text that was imported.

The history knows each row that was ever edited: the newest applied change says how it stands. Rows
that came with an import and were left alone are in no change, but the imported text has them.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Text, select, type_coerce
from sqlalchemy.exc import IntegrityError

from curator.codec.reader import read
from curator.domain.changes import RECORD_TYPES, Record
from curator.domain.digest import Digest
from curator.domain.order import spread
from curator.domain.step import APPLIED
from curator.domain.whole import WholeDigest
from curator.library import rows, tables
from curator.library.record_json import unpacked
from curator.library.salvage import Row, Salvage

DEPENDENT = ("signal", "term", "link", "conflict")
_ARRIVING = ("signal", "term", "link")
_change = tables.change.c
_digest = tables.digest.c
_original = tables.original.c
_record_texts = (type_coerce(_change.before, Text), type_coerce(_change.after, Text))


def put_back(connection: Connection, now: str) -> int:
    """Rows that are lost and that the history knows, inserted as it knows them; how many."""
    changes = (
        select(_change.kind, _change.record_id, tables.step.c.state, *_record_texts)
        .join(tables.step, tables.step.c.id == _change.step_id)
        .order_by(_change.kind, _change.record_id, _change.id)
    )
    present = {kind: _ids(connection, kind) for kind in RECORD_TYPES}
    found = connection.execution_options(yield_per=rows.BATCH).execute(changes)
    lost = [
        _last_state(kind, [tuple(row)[2:] for row in group], now)
        for (kind, record_id), group in groupby(found, key=lambda row: (row.kind, row.record_id))
        if record_id not in present[kind]
    ]
    return sum(_inserted(connection, record) for record in lost if record is not None)


def _ids(connection: Connection, kind: str) -> set[int]:
    return set(connection.scalars(select(rows.table_of(kind).c.id)))


def _last_state(kind: str, changes: Sequence[tuple[str, Any, Any]], now: str) -> Record | None:
    """How a record stood at last, by its changes in their order; None where it was gone."""
    applied = [place for place, change in enumerate(changes) if change[0] == APPLIED]
    newest = applied[-1] if applied else -1
    _, before, after = changes[newest]
    if not applied or (before is None and after is None):
        later = changes[newest + 1 :]
        pick = next((b for _, b, a in later if b is not None or a is not None), None)
    else:
        pick = after
    record = unpacked(kind, json.loads(pick)) if pick is not None else None
    state, *first = changes[0]
    if isinstance(record, Digest) and first == [None, None] and state != APPLIED:
        return replace(record, trashed=record.trashed or now)  # its import was undone
    return record


def _inserted(connection: Connection, record: Record) -> bool:
    try:
        with connection.begin_nested():
            rows.insert(connection, record)
    except IntegrityError:  # another digest has its key now
        return False
    return True


def rebuild(connection: Connection, found: Salvage, now: str, *, everything: bool) -> int:
    """Rows of imports that are lost, read again from the kept texts; how many.

    `everything` looks at each digest, where it is not known which of them lost rows.
    """
    count, lost = 0, _lost_digests(connection)
    for digest_id in lost:
        count += _rebuild_digest(connection, found, digest_id, now)
    suspects = lost | {
        row["digest_id"]
        for kind in _ARRIVING
        for row in found.clues.get(kind, {}).values()
        if "digest_id" in row
    }
    if everything:
        suspects |= set(connection.scalars(_came_wholesale()))
    for digest_id in sorted(suspects & _ids(connection, "digest")):
        count += _rebuild_rows(connection, found, digest_id)
    return count


def _came_wholesale() -> Any:
    return select(_change.record_id).where(
        _change.kind == "digest", _change.before.is_(None), _change.after.is_(None)
    )


def _lost_digests(connection: Connection) -> set[int]:
    """Digests that have a kept text and no row, and of which no edit says that they are gone."""
    edited = select(_change.record_id).where(
        _change.kind == "digest", _change.before.is_not(None) | _change.after.is_not(None)
    )
    return set(
        connection.scalars(
            select(_original.digest_id).where(
                _original.digest_id.not_in(select(_digest.id)),
                _original.digest_id.not_in(edited),
            )
        )
    )


def _rebuild_digest(connection: Connection, found: Salvage, digest_id: int, now: str) -> int:
    """The digest as its file says it, under what the indexes still know of it."""
    arrival = _arrival(connection, digest_id)
    if arrival is None:
        return 0
    original_id, text = arrival
    clue = found.clues.get("digest", {}).pop(digest_id, {})
    key = clue.get("key") or _key_by_links(connection, read(text).whole.digest.title)
    if not key:
        key = f"digest-{digest_id}"
        found.notes.append(f"The key of a digest was lost; it is called {key} now.")
    said = read(text, key=key).whole.digest
    states = (
        select(tables.step.c.state)
        .join(tables.change)
        .where(_change.kind == "digest", _change.record_id == digest_id)
    )
    arrivals = connection.scalars(states).all()
    undone = bool(arrivals) and APPLIED not in arrivals
    digest = replace(
        said,
        id=digest_id,
        file_name=said.file_name or f"{key}.md",
        review=clue.get("review", said.review),
        trashed=clue.get("trashed", now if undone else ""),
        original_id=original_id,
    )
    return int(_inserted(connection, digest))


def _key_by_links(connection: Connection, title: str) -> str:
    """The key under which other digests list one of that title; empty where that is not clear."""
    link = tables.link.c
    keys = select(link.target_key).distinct().where(link.title == title, link.title > "")
    unknown = link.target_key.not_in(select(_digest.key))
    found = connection.scalars(keys.where(unknown)).all()
    return found[0] if len(found) == 1 else ""


def _arrival(connection: Connection, digest_id: int) -> tuple[int, str] | None:
    """The text that a digest came with, which is the first of its texts; and its number."""
    texts = select(_original.id, _original.content).where(_original.digest_id == digest_id)
    first = connection.execute(texts.order_by(_original.id).limit(1)).one_or_none()
    if first is None:
        return None
    try:
        return first.id, zlib.decompress(first.content).decode("utf-8")
    except (zlib.error, UnicodeDecodeError):
        return None


def _rebuild_rows(connection: Connection, found: Salvage, digest_id: int) -> int:
    arrival = _arrival(connection, digest_id)
    if arrival is None:
        return 0
    count = 0
    for kind, arrived in _arrived_rows(read(arrival[1]).whole):
        known = _places(connection, kind, digest_id)
        clues = found.clues.get(kind, {})
        for row in arrived:
            if (row.kind if kind != "link" else "", row.position) in known:
                continue
            row_id = _clued(clues, digest_id, row)
            clues.pop(row_id, None)
            count += _inserted(connection, replace(row, id=row_id, digest_id=digest_id))
    return count


def _arrived_rows(whole: WholeDigest) -> Iterator[tuple[str, list[Any]]]:
    """The rows as they were laid down when they came, with their places."""
    groups: dict[str, tuple[Sequence[Any], ...]] = {
        "term": (whole.themes, whole.keywords),
        "signal": (whole.signals,),
        "link": (whole.closest,),
    }
    for kind, parts in groups.items():
        yield (
            kind,
            [
                replace(row, position=place)
                for part in parts
                for row, place in zip(part, spread(len(part)), strict=True)
            ],
        )


def _places(connection: Connection, kind: str, digest_id: int) -> set[tuple[str, int]]:
    """Where the rows stood that are there, or that were edited, when the digest came."""
    journaled = select(_change.record_id, *_record_texts).where(
        _change.kind == kind, _change.digest_id == digest_id
    )
    first: dict[int, Any] = {}
    for record_id, before, _after in connection.execute(journaled.order_by(_change.id)):
        first.setdefault(record_id, before)
    records: list[Any] = [
        unpacked(kind, json.loads(text)) for text in first.values() if text is not None
    ]
    table = rows.table_of(kind).c
    present = rows.read(connection, rows.records(kind).where(table.digest_id == digest_id), kind)
    records += [record for record in present if record.id not in first]
    return {(getattr(record, "kind", ""), record.position) for record in records}


def _clued(clues: dict[int, Row], digest_id: int, row: Any) -> int:
    """The id that a lost row had, where an index still says it; else 0, for a new one."""
    wanted = {"digest_id": digest_id, "position": row.position}
    if hasattr(row, "kind"):
        wanted["kind"] = row.kind
    matching = (id_ for id_, clue in clues.items() if wanted.items() <= clue.items())
    return next(matching, 0)
