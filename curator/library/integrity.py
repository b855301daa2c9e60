"""Does everything in a library agree? Each check gives sentences; none means that all is well."""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from curator.domain.digest import Digest
from curator.library import (
    journal_integrity,
    row_index,
    schema_integrity,
    search_index,
    sqlite_file,
    tables,
    value_integrity,
)
from curator.library.arriving import sort_name
from curator.library.rows import BATCH, records
from curator.library.sqlite_errors import known_error, translated

_digest = tables.digest.c
_original = tables.original.c
_conflict = tables.conflict.c
_change = tables.change.c

UNREADABLE = "A part of the check can’t be done on what the file holds."
SEARCH_IS_WRONG = "The search index does not say what the digests say."

Part = Callable[[Connection], Iterator[str]]


def sizes(connection: Connection) -> tuple[int, int]:
    """How many digests (trash included) and how many steps there are."""
    count = (select(func.count()).select_from(table) for table in (tables.digest, tables.step))
    digests, steps = (connection.scalar(statement) or 0 for statement in count)
    return digests, steps


def check(connection: Connection, *, search: bool = True) -> list[str]:
    """All that is wrong, in sentences; what can't be read ends only the part it was met in.

    The search index is compared with the texts only where `search` says so, because SQLite takes
    the lock of a writer for that.

    Raises:
        Busy: another writer did not finish in time.
    """
    path = _path(connection)
    problems: list[str] = []
    for part in _PARTS:
        problems += _told(part, connection, path)
    connection.rollback()  # without a write-ahead log, reading on would keep the writer waiting
    if search and not _index_is_right(path):
        problems.append(SEARCH_IS_WRONG)
    return list(dict.fromkeys(problems))


def _told(part: Part, connection: Connection, path: Path) -> list[str]:
    """What a part finds until it meets something that can't be read, and that in words."""
    problems: list[str] = []
    try:
        problems.extend(part(connection))
    # A value may be of another kind than its column: text that is bytes, say.
    except (DatabaseError, sqlite3.Error, ValueError, TypeError, AttributeError) as error:
        problems.append(str(known_error(error, path) or UNREADABLE))
    return problems


def _path(connection: Connection) -> Path:
    main = "SELECT file FROM pragma_database_list WHERE name = 'main'"
    return Path(connection.exec_driver_sql(main).scalar_one())


def _pages(connection: Connection) -> Iterator[str]:
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield f"The file is damaged: {message}."


def _owners(connection: Connection) -> Iterator[str]:
    for table, row_id, owner, _rule in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row_id} of “{table}” belongs to a {owner} that is gone."


def _originals(connection: Connection) -> Iterator[str]:
    statement = (
        select(_digest.key, _original.sha256, _original.content)
        .join_from(
            tables.digest, tables.original, _original.id == _digest.original_id, isouter=True
        )
        .where(_digest.original_id > 0)
    )
    for key, sha256, content in _streamed(connection, statement):
        if content is None:
            yield f"The imported text of digest {key} is missing."
        elif not _unpacks_to(content, sha256):
            yield f"The imported text of digest {key} is not what was imported."
    lost = select(_conflict.path).where(
        _conflict.original_id > 0, _conflict.original_id.not_in(select(_original.id))
    )
    for path in connection.scalars(lost):
        yield f"The text of the open question about {path} is missing."


def _unpacks_to(content: bytes, sha256: str) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(content)).hexdigest() == sha256
    except (zlib.error, TypeError):
        return False


def _derived(connection: Connection) -> Iterator[str]:
    statement = records("digest").add_columns(_digest.date, _digest.sort_name)
    for *fields, date, name in _streamed(connection, statement):
        digest = Digest(*fields)
        if (date, name) != (digest.date, sort_name(digest)):
            yield f"Digest {digest.key} is sorted by a wrong date or name."


def _orphans(connection: Connection) -> Iterator[str]:
    """Kept texts of digests that never were; all other rows have owners that SQLite knows."""
    journaled = select(_change.record_id).where(_change.kind == "digest")
    statement = select(_original.id, _original.digest_id).where(
        _original.digest_id.not_in(select(_digest.id)), _original.digest_id.not_in(journaled)
    )
    for original_id, digest_id in connection.execute(statement):
        yield f"The kept text {original_id} belongs to digest {digest_id}, which nobody knows."


def _streamed(connection: Connection, statement: Any) -> Iterator[Any]:
    return iter(connection.execute(statement, execution_options={"yield_per": BATCH}))


def _index_is_right(path: Path) -> bool:
    # The question is put as an INSERT, which a reading connection may not do.
    try:
        with translated(path), sqlite_file.bare(path) as connection:
            return search_index.is_right(connection) and row_index.is_right(connection)
    except sqlite3.Error:  # a part of the index is missing, and so is the answer
        return False


_PARTS: tuple[Part, ...] = (
    _pages,
    schema_integrity.differences,
    _owners,
    value_integrity.strange_values,
    _originals,
    _orphans,
    _derived,
    journal_integrity.contradictions,
    journal_integrity.unplayable,
    journal_integrity.disorder,
    journal_integrity.reused_ids,
)
