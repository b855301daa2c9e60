"""The history in words: who did what and when, and each cell before and after."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from curator.domain.changes import Change, Record
from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.saved_search import SavedSearch
from curator.domain.signal import Signal
from curator.domain.step import Step
from curator.domain.term import Term
from curator.domain.text import quoted
from curator.library import history
from curator.workspace.editing import field_words
from curator.workspace.workspace import Workspace

_UNTOLD = {"id", "digest_id", "kind", "original_id", "declined", "layout"}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One cell that a step changed; an empty side means that there was nothing."""

    what: str
    before: str
    after: str
    digest_id: int


def steps(
    workspace: Workspace, *, digest_id: int = 0, limit: int = 200, before_id: int = 0
) -> list[Step]:
    """The newest steps first, of one digest or (0) of the library, older than `before_id`."""
    with workspace.library.reading() as connection:
        return history.steps(connection, digest_id=digest_id, limit=limit, before_id=before_id)


def step(workspace: Workspace, step_id: int) -> Step:
    """One step with its changes.

    Raises:
        UnknownRecord: the history has no such step.
    """
    with workspace.library.reading() as connection:
        return history.step(connection, step_id)


def size(workspace: Workspace, step_id: int) -> int:
    """How many changes a step holds; raises as `step` does."""
    with workspace.library.reading() as connection:
        return history.head(connection, step_id).count


def undoable(workspace: Workspace) -> Step | None:
    """The step that `undo` would take back."""
    with workspace.library.reading() as connection:
        return history.undoable(connection)


def redoable(workspace: Workspace) -> Step | None:
    """The step that `redo` would do again."""
    with workspace.library.reading() as connection:
        return history.redoable(connection)


def step_lines(changes: tuple[Change, ...], digest_id: int = 0) -> list[StepLine]:
    """What changes did, cell by cell, in words; of one digest or (0) of all."""
    return [
        line
        for change in changes
        if not digest_id or change.digest_id == digest_id
        for line in _lines(change)
    ]


def _lines(change: Change) -> Iterator[StepLine]:
    before, after = change.before, change.after
    if before is not None and after is not None:
        yield from _cells(change, before, after)
    elif after is not None:
        yield StepLine(_noun(after), "", _words(after), change.digest_id)
    elif before is not None:
        yield StepLine(_noun(before), _words(before), "", change.digest_id)
    else:
        yield StepLine("digest", "", "imported", change.digest_id)


def _cells(change: Change, before: Record, after: Record) -> Iterator[StepLine]:
    for name in (field.name for field in fields(before) if field.name not in _UNTOLD):
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if name == "position":
            yield StepLine("place", _words(before), "moved", change.digest_id)
        else:
            yield StepLine(_what(before, name), _text(old), _text(new), change.digest_id)


def _what(record: Record, name: str) -> str:
    if isinstance(record, Term):
        return record.kind
    if isinstance(record, Digest):
        return "trash" if name == "trashed" else field_words(name)
    return f"{field_words(name)} of {quoted(_words(record))}" if name != "name" else _noun(record)


def _noun(record: Record) -> str:
    if isinstance(record, Signal | Term):
        return record.kind
    return {
        "Digest": "digest",
        "Link": "closest",
        "Conflict": "conflict",
        "SavedSearch": "saved search",
    }[type(record).__name__]


def _words(record: Record) -> str:
    if isinstance(record, Signal):
        return record.name or record.description or f"empty {record.kind}"
    if isinstance(record, Term):
        return record.name
    if isinstance(record, Link):
        return record.title or record.target_key
    if isinstance(record, Digest | SavedSearch):
        return record.name
    return record.path


def _text(value: object) -> str:
    return ", ".join(str(part) for part in value) if isinstance(value, tuple) else str(value)
