"""Does everything in a library agree? Each check gives sentences; none means that all is well."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from curator.domain.changes import Record
from curator.domain.digest import Digest
from curator.domain.step import APPLIED
from curator.library import search_index, sqlite_file, tables
from curator.library.record_json import unpacked
from curator.library.rows import BATCH, Key, find_all, records, sort_name
from curator.library.sqlite_errors import known_error, translated

_digest = tables.digest.c
_original = tables.original.c
_conflict = tables.conflict.c
_change = tables.change.c


def sizes(connection: Connection) -> tuple[int, int]:
    """How many digests (trash included) and how many steps there are."""
    count = (select(func.count()).select_from(table) for table in (tables.digest, tables.step))
    digests, steps = (connection.scalar(statement) or 0 for statement in count)
    return digests, steps


def check(connection: Connection) -> list[str]:
    """All that is wrong, in sentences; a damaged page ends the check it was met in.

    Raises:
        Busy: another writer did not finish in time.
    """
    path = _path(connection)
    problems: list[str] = []
    for part in _PARTS:
        try:
            problems += part(connection)
        except DatabaseError as error:
            known = known_error(error, path)
            if known is None:
                raise
            problems.append(str(known))
    if not problems and not _index_is_right(path):
        problems.append("The search index does not say what the digests say.")
    return list(dict.fromkeys(problems))


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
    except zlib.error:
        return False


def _derived(connection: Connection) -> Iterator[str]:
    statement = records("digest").add_columns(_digest.date, _digest.sort_name)
    for *fields, date, name in _streamed(connection, statement):
        digest = Digest(*fields)
        if (date, name) != (digest.date, sort_name(digest)):
            yield f"Digest {digest.key} is sorted by a wrong date or name."


def _journal(connection: Connection) -> Iterator[str]:
    """The newest applied change of each record says how the record stands."""
    newest = (
        func.row_number()
        .over(partition_by=(_change.kind, _change.record_id), order_by=_change.id.desc())
        .label("age")
    )
    changes = (
        select(_change.kind, _change.record_id, _change.before, _change.after, newest)
        .join(tables.step, tables.step.c.id == _change.step_id)
        .where(tables.step.c.state == APPLIED)
        .subquery()
    )
    statement = select(changes.c.kind, changes.c.record_id, changes.c.after).where(
        changes.c.age == 1, changes.c.before.is_not(None) | changes.c.after.is_not(None)
    )
    for rows in connection.execution_options(yield_per=BATCH).execute(statement).partitions():
        said = {(kind, id_): unpacked(kind, after) for kind, id_, after in rows}
        yield from _contradictions(said, find_all(connection, said))


def _contradictions(said: dict[Key, Record | None], present: dict[Key, Record]) -> Iterator[str]:
    for (kind, record_id), record in said.items():
        if present.get((kind, record_id)) != record:
            yield f"The {kind} number {record_id} does not stand as the history says."


def _streamed(connection: Connection, statement: Any) -> Iterator[Any]:
    return iter(connection.execute(statement, execution_options={"yield_per": BATCH}))


def _index_is_right(path: Path) -> bool:
    # The question is put as an INSERT, which a reading connection may not do.
    with translated(path), sqlite_file.bare(path) as connection:
        return search_index.is_right(connection)


_PARTS: tuple[Callable[[Connection], Iterator[str]], ...] = (
    _pages,
    _owners,
    _originals,
    _derived,
    _journal,
)
