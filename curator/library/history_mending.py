"""A history of which parts were lost, made playable again: whole steps only.

A step of which changes are lost would undo half of what was done, so it is set aside under a name
that says so: it can be looked at, and undo passes it over.
"""

from typing import Any

from sqlalchemy import Connection, func, select

from curator.domain.changes import RECORD_TYPES
from curator.domain.digest import Digest
from curator.domain.step import APPLIED, ASIDE, UNDONE
from curator.library import journal_integrity, rows, tables
from curator.library.record_json import packed, unpacked
from curator.library.salvage import Row, Salvage

_step = tables.step.c
_change = tables.change.c
_STATES = (APPLIED, UNDONE, ASIDE)
PARTLY = " (partly lost)"
UNNAMED = "A step of which the name was lost"


def mend_history(connection: Connection, found: Salvage, now: str) -> None:
    """Puts the steps of a rescued library in order; what can't be kept becomes a stray."""
    arrivals = _restore_arrivals(connection, found)
    broken = _take_out_unplayable(connection, found)
    _restore_steps(connection, found, now)
    lost = found.clues.get("change", {})
    broken |= {row["step_id"] for id_, row in lost.items() if id_ not in arrivals and row}
    for id_ in arrivals:
        del lost[id_]
    _take_out_hollow(connection, found)
    _set_aside_broken(connection, broken)
    misplaced = journal_integrity.misplaced(connection)
    connection.execute(_steps(misplaced).values(state=ASIDE))


def _restore_arrivals(connection: Connection, found: Salvage) -> set[int]:
    """Lost changes that can only have been the coming of a digest, which says nothing more."""
    restored = set()
    for change_id, row in sorted(found.clues.get("change", {}).items()):
        whole = {"step_id", "kind", "record_id", "digest_id"} <= row.keys()
        if whole and row["kind"] == "digest" and _is_first(connection, change_id, row):
            values = {name: row[name] for name in ("step_id", "kind", "record_id", "digest_id")}
            connection.execute(tables.change.insert(), {"id": change_id, **values})
            restored.add(change_id)
    return restored


def _is_first(connection: Connection, change_id: int, row: Row) -> bool:
    """Whether the digest came wholesale, by all that is known, and not before this change."""
    of_digest = (_change.kind == "digest") & (_change.record_id == row["record_id"])
    oldest = connection.execute(
        select(_change.id, _change.before).where(of_digest).order_by(_change.id).limit(1)
    ).one_or_none()
    if oldest is not None:
        return bool(oldest.id > change_id and oldest.before is not None)
    kept = tables.original.c
    return bool(connection.scalar(select(func.count()).where(kept.digest_id == row["record_id"])))


def _restore_steps(connection: Connection, found: Salvage, now: str) -> None:
    """Steps that changes belong to and that are gone, under a name that says so."""
    known = set(connection.scalars(select(_step.id)))
    wanted = set(connection.scalars(select(_change.step_id).distinct()))
    lost = found.clues.get("step", {})
    nameless = sorted(wanted - known)
    if nameless:
        found.notes.append(f"{len(nameless):,} steps of the history lost their names.")
    for step_id in nameless:
        state = lost.pop(step_id, {}).get("state")
        before = select(_step.at).where(_step.id < step_id).order_by(_step.id.desc()).limit(1)
        connection.execute(
            tables.step.insert(),
            {
                "id": step_id,
                "label": UNNAMED,
                "at": connection.scalar(before) or now,
                "state": state if state in _STATES else _likely_state(connection, step_id),
            },
        )


def _likely_state(connection: Connection, step_id: int) -> str:
    """Applied, where all that the step touched stands as it left it."""
    changes = select(_change.kind, _change.record_id, _change.before, _change.after).where(
        _change.step_id == step_id, _change.kind.in_(RECORD_TYPES)
    )
    for kind, record_id, before, after in connection.execute(changes):
        present = rows.find(connection, kind, record_id)
        if before is None and after is None:
            if not isinstance(present, Digest) or present.trashed:
                return ASIDE
        elif packed(present) != packed(unpacked(kind, after)):
            return ASIDE
    return APPLIED


def _take_out_unplayable(connection: Connection, found: Salvage) -> set[int]:
    """Changes that nobody can play become strays; the steps that they were of."""
    changes = list(journal_integrity.unreadable(connection))
    raw = "SELECT id, step_id, kind, record_id, digest_id, before, after FROM change WHERE id = ?"
    for change_id, _step_id, _why in changes:
        row = connection.exec_driver_sql(raw, (change_id,)).mappings().one()
        found.stray("change", dict(row))
        connection.execute(tables.change.delete().where(_change.id == change_id))
    return {step_id for _, step_id, _ in changes}


def _take_out_hollow(connection: Connection, found: Salvage) -> None:
    for step_id in journal_integrity.hollow(connection):
        row = connection.execute(select(tables.step).where(_step.id == step_id)).mappings().one()
        found.stray("step", dict(row))
        connection.execute(tables.step.delete().where(_step.id == step_id))


def _set_aside_broken(connection: Connection, broken: set[int]) -> None:
    connection.execute(_steps(broken).values(state=ASIDE, merge="", label=_step.label + PARTLY))


def _steps(ids: Any) -> Any:
    return tables.step.update().where(_step.id.in_(list(ids)))
