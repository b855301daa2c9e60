"""Steps played again, backwards or forwards, and only where the rows still stand as they were."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, func, select

from curator.domain.changes import Change, Changes, Record
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.errors import EditConflict
from curator.domain.link import Link
from curator.domain.saved_search import SavedSearch
from curator.domain.text import quoted
from curator.library import history, saved_searches
from curator.library.queries import digests_by_key
from curator.library.rows import find_all, table_of
from curator.library.write import Write

_DEPENDENT = ("signal", "term", "link", "conflict")
_NAMED = 5
"""Rows that the message of a conflict names; the error carries all."""


def play_back(write: Write, step: Changes, now: str) -> None:
    """Takes a step back; a digest that it brought goes to the trash, with `now` as the time.

    Raises:
        EditConflict: rows were changed since; nothing is changed.
    """
    touched = history.later_touched(write.connection, step.step_id) if step.wholesale else set()
    _play(write, step.reversed(), touched, trashed=now)


def play_again(write: Write, step: Changes) -> None:
    """Does a step that was taken back once more; its digests come out of the trash.

    Raises:
        EditConflict: rows were changed since; nothing is changed.
    """
    _play(write, step, set(), trashed="")


def _play(write: Write, step: Changes, touched: set[int], *, trashed: str) -> None:
    present = find_all(write.connection, [(item.kind, item.id) for item in step.items])
    ready: list[Change] = []
    hindered: list[Record | None] = []
    for item in step.items:
        now = present.get((item.kind, item.id))
        change = _fitting(item, now, touched, trashed)
        if change is None:
            hindered.append(now or item.before)
        else:
            ready.append(change)
    taken = [*_taken_keys(write.connection, ready), *_taken_names(write.connection, ready)]
    _refuse(step.label, [*hindered, *taken])
    write.apply_all(ready)
    _refuse(step.label, _left_alone(write.connection, ready))


def _fitting(item: Change, now: Record | None, touched: set[int], trashed: str) -> Change | None:
    """The change to make, or None where the row does not stand as the step left it."""
    if not item.wholesale:
        return item if now == item.before else _field_by_field(item, now)
    # An arrival is taken back by the trash, so that nothing of a large import is copied.
    if not isinstance(now, Digest) or now.id in touched or bool(now.trashed) == bool(trashed):
        return None
    return replace(item, before=now, after=replace(now, trashed=trashed))


def _field_by_field(item: Change, now: Record | None) -> Change | None:
    """The change to a row of which later steps touched other fields only, and those stay."""
    before, after = item.before, item.after
    if before is None or after is None or now is None:
        return None
    names = [f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)]
    if any(getattr(now, name) != getattr(before, name) for name in names):
        return None
    values: dict[str, Any] = {name: getattr(after, name) for name in names}
    return replace(item, before=now, after=replace(now, **values))


def _taken_keys(connection: Connection, items: Iterable[Change]) -> list[Record]:
    """Digests that hold the key of one that is to come back."""
    returning = [i.after.key for i in items if i.before is None and isinstance(i.after, Digest)]
    return list(digests_by_key(connection, returning).values())


def _taken_names(connection: Connection, items: Iterable[Change]) -> list[Record]:
    """Saved searches that meanwhile have the name of one that is to come back."""
    coming = [item.after for item in items if isinstance(item.after, SavedSearch)]
    if not coming:
        return []
    ids, names = {s.id for s in coming}, {s.name.casefold() for s in coming}
    present = saved_searches.all_searches(connection)
    return [s for s in present if s.id not in ids and s.name.casefold() in names]


def _left_alone(connection: Connection, items: Iterable[Change]) -> list[Record]:
    """Changed records whose digest is gone, or that their digest left behind."""
    owners = {item.digest_id: item.before or item.after for item in items}
    present = find_all(connection, [("digest", digest_id) for digest_id in owners])
    gone = [digest_id for digest_id in owners if ("digest", digest_id) not in present]
    left = {digest_id for digest_id in gone if _has_rows(connection, digest_id)}
    return [record for id_, record in owners.items() if record and id_ in left]


def _has_rows(connection: Connection, digest_id: int) -> bool:
    owners = (table_of(kind).c.digest_id for kind in _DEPENDENT)
    return any(
        connection.scalar(select(func.count()).where(owner == digest_id)) for owner in owners
    )


def _refuse(label: str, records: Sequence[Record | None]) -> None:
    """Raises EditConflict where there are rows that hinder."""
    if not records:
        return
    names = tuple(dict.fromkeys(_name(record) for record in records))
    shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    raise EditConflict(
        f"{quoted(label)} can’t be played back, because later edits changed {shown}.",
        names,
        "Undo those edits first.",
    )


def _name(record: Record | None) -> str:
    match record:
        case None:
            return "a row that is gone"
        case Digest():
            return f"digest {quoted(record.name)}"
        case Link():
            return f"link {quoted(record.title or record.target_key)}"
        case Conflict():
            return f"the question about {quoted(record.path)}"
        case SavedSearch():
            return f"saved search {quoted(record.name)}"
        case _:
            return f"{record.kind} {quoted(record.name)}"
