"""Does the history agree with the rows, and can every step of it still be played?"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, Text, func, select, type_coerce

from curator.domain.changes import RECORD_TYPES, Record
from curator.domain.step import APPLIED, ASIDE, UNDONE
from curator.library import tables
from curator.library.record_json import unpacked
from curator.library.rows import BATCH, Key, find_all

_change = tables.change.c
_step = tables.step.c
_KINDS = tuple(RECORD_TYPES)

Disagreement = tuple[str, int, Record | None, Record | None]
"""A kind and an id, what the history says of that record, and how it stands."""


def contradictions(connection: Connection) -> Iterator[str]:
    """Records that do not stand as the newest applied change says."""
    for kind, record_id, _said, _present in disagreements(connection):
        yield f"The {kind} number {record_id} does not stand as the history says."


def disagreements(connection: Connection) -> Iterator[Disagreement]:
    """The same with what is said and what is there; what can't be read is passed over."""
    newest = (
        func.row_number()
        .over(partition_by=(_change.kind, _change.record_id), order_by=_change.id.desc())
        .label("age")
    )
    changes = (
        _texts(newest)
        .join(tables.step, _step.id == _change.step_id)
        .where(_step.state == APPLIED, _change.kind.in_(_KINDS))
        .subquery()
    )
    statement = select(changes.c.kind, changes.c.record_id, changes.c.after).where(
        changes.c.age == 1, changes.c.before.is_not(None) | changes.c.after.is_not(None)
    )
    for rows in connection.execution_options(yield_per=BATCH).execute(statement).partitions():
        said = {(kind, id_): after for kind, id_, after in rows if is_readable(kind, id_, after)}
        yield from _compared(said, find_all(connection, said))


def _compared(said: dict[Key, str | None], present: dict[Key, Record]) -> Iterator[Disagreement]:
    for (kind, record_id), text in said.items():
        record = unpacked(kind, json.loads(text)) if text is not None else None
        now = present.get((kind, record_id))
        if now != record:
            yield kind, record_id, record, now


def _texts(*more: Any) -> Select[Any]:
    """Changes with their records as the text that the file holds, which may be no JSON."""
    records = (type_coerce(_change[name], Text).label(name) for name in ("before", "after"))
    return select(_change.id, _change.step_id, _change.kind, _change.record_id, *records, *more)


def is_readable(kind: str, record_id: int, text: str | None) -> bool:
    """Whether a text of the journal is a record of that kind and id; no text says it is gone."""
    if text is None:
        return True
    try:
        record = unpacked(kind, json.loads(text))
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
    if record is None or record.id != record_id:
        return False
    fresh = type(record)()
    names = type(record).__dataclass_fields__
    return all(isinstance(getattr(record, n), type(getattr(fresh, n))) for n in names)


def unreadable(connection: Connection) -> Iterator[tuple[int, int, str]]:
    """Changes that nobody can play: their id, their step, and why."""
    statement = _texts().execution_options(yield_per=BATCH).order_by(_change.id)
    for row in connection.execute(statement):
        if row.kind not in RECORD_TYPES:
            yield row.id, row.step_id, f"is of the kind “{row.kind}”, which nobody knows"
        elif not all(is_readable(row.kind, row.record_id, text) for text in row[4:6]):
            yield row.id, row.step_id, "can’t be read"


def unplayable(connection: Connection) -> Iterator[str]:
    """The same in sentences."""
    for change_id, step_id, why in unreadable(connection):
        yield f"Change {change_id} of step {step_id} {why}."


def hollow(connection: Connection) -> list[int]:
    """Steps that have no changes."""
    statement = select(_step.id).where(_step.id.not_in(select(_change.step_id)))
    return list(connection.scalars(statement.order_by(_step.id)))


def misplaced(connection: Connection) -> list[int]:
    """Steps of no known state, and undone ones before an applied one: they can't be redone."""
    states = connection.execute(select(_step.id, _step.state).where(_step.state != ASIDE)).all()
    newest = max((id_ for id_, state in states if state == APPLIED), default=0)
    return [
        id_
        for id_, state in states
        if state not in (APPLIED, UNDONE) or (state == UNDONE and id_ < newest)
    ]


def disorder(connection: Connection) -> Iterator[str]:
    """What is wrong with the steps as such."""
    for step_id in hollow(connection):
        yield f"Step {step_id} of the history says nothing that it changed."
    for step_id in misplaced(connection):
        yield f"Step {step_id} of the history is neither applied nor undone as it should be."


def used_ids(connection: Connection) -> dict[str, int]:
    """The highest id of each table that the rows or the history know."""
    highest = {}
    for name, table in tables.metadata.tables.items():
        if "id" in table.columns:
            of_kind = select(func.max(_change.record_id)).where(_change.kind == name)
            found = (connection.scalar(select(func.max(table.c.id))), connection.scalar(of_kind))
            highest[name] = max(number or 0 for number in found)
    return highest


def reused_ids(connection: Connection) -> Iterator[str]:
    """Tables that would give an id again which something else had."""
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence").all()
    given: dict[str, Any] = {row[0]: row[1] for row in rows}
    for name, highest in used_ids(connection).items():
        if (given.get(name) or 0) < highest:
            yield f"New rows of “{name}” would get numbers that others had before them."
