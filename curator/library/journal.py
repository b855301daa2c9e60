"""The journal's pen: steps are written, extended, and turned between applied, undone and aside.

Ids order the steps. Applied and undone ones never interleave: undo takes the newest applied step
and redo the oldest undone one, and what a new deed leaves behind is set aside.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Integer, Text, bindparam, cast, select

from curator.domain.changes import Change, Changes, net
from curator.domain.step import APPLIED, ASIDE, UNDONE
from curator.library import history, tables
from curator.library.queries import WRITES
from curator.library.record_json import packed

TYPING = timedelta(seconds=5)
"""Commits of one field that follow each other within this time are one step."""

_step = tables.step.c
_change = tables.change.c
_set_aside = tables.step.update().where(_step.state == UNDONE).values(state=ASIDE)
_turn = (
    tables.step.update()
    .where(_step.id == bindparam("step_id"))
    .values(state=bindparam("new_state"))
)
_setting = tables.setting.c
_count_write = (
    tables.setting.update()
    .where(_setting.name == WRITES)
    .values(value=cast(cast(_setting.value, Integer) + 1, Text))
)
_change_note = (
    tables.setting.update()
    .where(_setting.name == bindparam("note"))
    .values(value=bindparam("new_value"))
)
_new_step = tables.step.insert().returning(_step.id)
_typed = select(_step.at, _step.actor, _step.merge).where(_step.id == bindparam("step_id"))


def record(
    connection: Connection,
    changes: Changes,
    *,
    now: datetime,
    actor: str = "",
    merge: str = "",
    takes_back: int = 0,
) -> Changes:
    """Writes down what a deed changed, as a new step or as more of the typing before it.

    `merge` names what is typed into, `takes_back` the step that this one undoes; see `Step`.
    The step's id comes back with the changes; 0 where typing came back to where it began, so that
    its step is gone.
    """
    count_write(connection)
    typed = _typing_before(connection, changes, actor, merge, now) if merge else None
    if typed:
        return _extend(connection, typed, changes, now)
    connection.execute(_set_aside)
    columns = {"label": changes.label, "at": written_time(now), "actor": actor, "state": APPLIED}
    step_id = connection.scalars(
        _new_step, columns | {"merge": merge, "takes_back": takes_back}
    ).one()
    connection.execute(tables.change.insert(), [_row(step_id, item) for item in changes.items])
    return Changes(changes.label, changes.items, step_id)


def count_write(connection: Connection) -> None:
    """Says that the library is another than before, without a step: derived values changed."""
    connection.execute(_count_write)


def turn(connection: Connection, step_id: int, state: str) -> None:
    """Says of a step that it is applied now, or undone."""
    count_write(connection)
    connection.execute(_turn, {"step_id": step_id, "new_state": state})


def keep_note(connection: Connection, name: str, value: str) -> None:
    """Keeps a note that the library makes about itself; no step, and no write that counts."""
    known = connection.execute(_change_note, {"note": name, "new_value": value}).rowcount
    if not known:
        connection.execute(tables.setting.insert(), {"name": name, "value": value})


def written_time(now: datetime) -> str:
    """A time as the library keeps it: ISO 8601 with milliseconds."""
    return now.isoformat(timespec="milliseconds")


def _row(step_id: int, item: Change) -> dict[str, object]:
    return {
        "step_id": step_id,
        "kind": item.kind,
        "record_id": item.id,
        "digest_id": item.digest_id,
        "before": packed(item.before),
        "after": packed(item.after),
    }


def _typing_before(
    connection: Connection, changes: Changes, actor: str, merge: str, now: datetime
) -> Changes | None:
    """The newest step, where these changes go on with the same typing in the same record."""
    newest = history.undoable(connection)
    if newest is None or newest.count != 1 or history.redoable(connection):
        return None
    typed = connection.execute(_typed, {"step_id": newest.id}).one()
    # A clock that was put back makes the age negative: then nothing is known, so a new step.
    age = now - datetime.fromisoformat(typed.at)
    if (typed.actor, typed.merge) != (actor, merge) or not timedelta(0) <= age <= TYPING:
        return None
    step = history.changes_of(connection, newest)
    same = [(item.kind, item.id) for item in step.items] == [
        (item.kind, item.id) for item in changes.items
    ]
    return None if step.wholesale or changes.wholesale or not same else step


def _extend(connection: Connection, typed: Changes, changes: Changes, now: datetime) -> Changes:
    joined = net((*typed.items, *changes.items))
    here = _change.step_id == typed.step_id
    this_step = _step.id == typed.step_id
    if not joined:
        connection.execute(tables.change.delete().where(here))
        connection.execute(tables.step.delete().where(this_step))
        return changes
    after = packed(joined[0].after)
    connection.execute(tables.change.update().where(here).values(after=after))
    new = {"label": changes.label, "at": written_time(now)}
    connection.execute(tables.step.update().where(this_step).values(new))
    return Changes(changes.label, changes.items, typed.step_id)
