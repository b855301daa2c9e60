"""The journal, read: who changed what and when, and what undo and redo would do."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, select

from curator.domain.changes import Change, Changes
from curator.domain.errors import UnknownRecord
from curator.domain.step import APPLIED, UNDONE, Step
from curator.library import tables
from curator.library.record_json import unpacked

_step = tables.step.c
_change = tables.change.c

_count = (
    select(func.count()).where(_change.step_id == _step.id).correlate(tables.step).scalar_subquery()
)
_steps = select(_step.id, _step.label, _step.at, _step.actor, _step.state, _count, _step.takes_back)
_undoable = _steps.where(_step.state == APPLIED).order_by(_step.id.desc()).limit(1)
_redoable = _steps.where(_step.state == UNDONE).order_by(_step.id).limit(1)


def steps(
    connection: Connection, *, digest_id: int = 0, limit: int = 200, before_id: int = 0
) -> list[Step]:
    """Steps without their changes, newest first.

    `digest_id` keeps to the steps that touched one digest; `before_id` goes on below a step.
    """
    statement = _steps.order_by(_step.id.desc()).limit(limit)
    if before_id:
        statement = statement.where(_step.id < before_id)
    if digest_id:
        touching = select(_change.step_id).where(_change.digest_id == digest_id)
        statement = statement.where(_step.id.in_(touching))
    return [Step(*row) for row in connection.execute(statement)]


def step(connection: Connection, step_id: int) -> Step:
    """One step with its changes.

    Raises:
        UnknownRecord: there is no such step.
    """
    found = head(connection, step_id)
    return replace(found, items=changes_of(connection, found).items)


def head(connection: Connection, step_id: int) -> Step:
    """One step without its changes.

    Raises:
        UnknownRecord: there is no such step.
    """
    found = _one(connection, _steps.where(_step.id == step_id))
    if found is None:
        raise UnknownRecord(f"The history has no step number {step_id}.")
    return found


def undoable(connection: Connection) -> Step | None:
    """The step that undo would take back."""
    return _one(connection, _undoable)


def redoable(connection: Connection) -> Step | None:
    """The step that redo would bring again."""
    return _one(connection, _redoable)


def changes_of(connection: Connection, of_step: Step) -> Changes:
    """What a step changed, in order."""
    columns = (_change.kind, _change.record_id, _change.digest_id, _change.before, _change.after)
    statement = select(*columns).where(_change.step_id == of_step.id).order_by(_change.id)
    items = tuple(
        Change(kind, record_id, digest_id, unpacked(kind, before), unpacked(kind, after))
        for kind, record_id, digest_id, before, after in connection.execute(statement)
    )
    return Changes(of_step.label, items, of_step.id)


def later_touched(connection: Connection, step_id: int) -> set[int]:
    """The digests that came wholesale in a step and that a later applied step touched."""
    arrived = (
        select(_change.digest_id)
        .where(_change.step_id == step_id, _change.before.is_(None), _change.after.is_(None))
        .scalar_subquery()
    )
    later = (
        select(_change.digest_id)
        .join(tables.step, _step.id == _change.step_id)
        .where(_change.digest_id.in_(arrived), _step.id > step_id, _step.state == APPLIED)
    )
    return set(connection.scalars(later))


def _one(connection: Connection, statement: Select[Any]) -> Step | None:
    row = connection.execute(statement).one_or_none()
    return Step(*row) if row else None


def arrival_holds(connection: Connection, digest_id: int) -> bool:
    """Whether the import in which a digest came still holds, and was not undone."""
    arrivals = (
        select(_step.state)
        .join(tables.change, _change.step_id == _step.id)
        .where(
            _change.digest_id == digest_id,
            _change.kind == "digest",
            _change.before.is_(None),
            _change.after.is_(None),
        )
    )
    states = set(connection.scalars(arrivals))
    return not states or APPLIED in states
