"""The library: one open file, one hand that writes, many eyes that read."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from curator.domain.changes import Changes
from curator.domain.errors import Busy, UnknownRecord
from curator.domain.step import APPLIED, REDO, UNDO, UNDONE, Step
from curator.library import history, journal, replay, sqlite_file
from curator.library.sqlite_connection import (
    BUSY_TIMEOUT,
    checkpoint,
    data_version,
    reading_engine,
    writing_engine,
)
from curator.library.sqlite_errors import translated
from curator.library.write import Write

Deed = Callable[[Write], str]
"""What a person does: it edits through `Write` and returns the name of the step, in words."""


def utc_now() -> datetime:
    """The time as the journal keeps it."""
    return datetime.now(UTC)


class Library:
    """Digests, their history and their index in one file. Safe to use from any thread."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self._clock = clock
        self._turn = threading.RLock()
        self._readers = reading_engine(path)
        self._writing_engine = writing_engine(path)
        self._writer = self._writing_engine.connect()
        self._version_seen = self._data_version()
        self._wrote = False

    @classmethod
    def open(
        cls, path: Path, *, create: bool = False, clock: Callable[[], datetime] = utc_now
    ) -> "Library":
        """Opens the library at `path`; `create` makes a new one where no file is.

        An older library is brought to the newest tables, after a copy of it was put beside it.

        Raises:
            NotALibrary, TooNew, ReadOnly, Damaged, Busy: it can't be opened, see there.
            LibraryError: there is no such file.
        """
        path = path.absolute()
        with translated(path):
            if create and not path.exists():
                # Alembic takes long to import and most starts do without it.
                from curator.library.creation import create_library  # noqa: PLC0415

                create_library(path)
            sqlite_file.require_library(path)
            sqlite_file.require_writable(path)
            version = sqlite_file.version_of(path)
            sqlite_file.require_known_version(version, path)
            if version < sqlite_file.VERSION:
                from curator.library.creation import upgrade_library  # noqa: PLC0415

                upgrade_library(path, clock())
            return cls(path, clock)

    def close(self) -> None:
        """Brings all into the file and lets go of it; closing again is no fault."""
        with self._turn, translated(self.path):
            if self._writer.closed:
                return
            self._readers.dispose()
            if self._wrote:  # others would take a checkpoint for a change
                checkpoint(self._writer)
            self._writer.close()
            self._writing_engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that only reads and sees one moment of the library throughout."""
        with translated(self.path), self._readers.connect() as connection:
            yield connection

    def write(self, deed: Deed, *, actor: str = "", merge: str = "") -> Changes:
        """Runs a deed in one transaction, with its journal and its index.

        `merge` names what is being typed into: commits of one record under the same name that
        follow each other within seconds are one step. Where nothing changed, nothing is written
        and the step id is 0.

        Raises:
            Busy: another writer did not finish in time.
            CuratorError: what the deed raises; nothing is changed then.
        """
        with self._transaction() as write:
            changes = write.finish(deed(write))
            if changes.is_empty:
                return changes
            return journal.record(
                write.connection, changes, actor=actor, merge=merge, now=self._clock()
            )

    def undo(self, actor: str = "") -> Changes:
        """Takes the newest applied step back.

        Raises:
            UnknownRecord: there is nothing to undo.
            EditConflict: the rows do not stand as the step left them.
        """
        del actor  # the history names who made a step, which an undo does not change
        with self._transaction() as write:
            return self._play_back(write, history.undoable(write.connection))

    def redo(self, actor: str = "") -> Changes:
        """Brings the step again that was undone last.

        Raises:
            UnknownRecord: there is nothing to redo.
            EditConflict: the rows do not stand as the undo left them.
        """
        del actor
        with self._transaction() as write:
            return self._play_again(write, history.redoable(write.connection))

    def revert(self, step_id: int, actor: str = "") -> Changes:
        """Takes any applied step back: the newest by undo, another by a new step of its own.

        Raises:
            UnknownRecord: the history has no such step, or it is not applied.
            EditConflict: later edits changed its rows.
        """
        with self._transaction() as write:
            step = history.step(write.connection, step_id)
            if step.state != APPLIED:
                raise UnknownRecord(f"“{step.label}” is undone already.")
            if _is(history.undoable(write.connection), step):
                return self._play_back(write, step)
            replay.play_back(write, _changes(step), self._now())
            return self._as_new_step(write, _opposite(step.label), actor, takes_back=step.id)

    def reapply(self, step_id: int, actor: str = "") -> Changes:
        """Does a step again that is undone: the next by redo, another by a new step of its own.

        Raises:
            UnknownRecord: the history has no such step, or it is applied.
            EditConflict: later edits changed its rows.
        """
        with self._transaction() as write:
            step = history.step(write.connection, step_id)
            if step.state == APPLIED:
                raise UnknownRecord(f"“{step.label}” is applied already.")
            if _is(history.redoable(write.connection), step):
                return self._play_again(write, step)
            replay.play_again(write, _changes(step))
            return self._as_new_step(write, _again(step.label), actor)

    def changed_elsewhere(self) -> bool:
        """Whether another process wrote to the file since this was last asked."""
        if not self._turn.acquire(blocking=False):
            return False  # we are writing ourselves; the next question will tell
        try:
            before, self._version_seen = self._version_seen, self._data_version()
            return before != self._version_seen
        finally:
            self._turn.release()

    @contextmanager
    def _transaction(self) -> Iterator[Write]:
        if not self._turn.acquire(timeout=BUSY_TIMEOUT):
            raise Busy("A longer task is still writing.", "Wait for it to finish, then try again.")
        try:
            with translated(self.path), self._writer.begin() as transaction:
                write = Write(self._writer)
                yield write
                if write.changed:
                    self._wrote = True
                else:
                    transaction.rollback()
        finally:
            self._turn.release()

    def _play_back(self, write: Write, step: Step | None) -> Changes:
        if step is None:
            raise UnknownRecord("There is nothing to undo.")
        changes = history.changes_of(write.connection, step)
        replay.play_back(write, changes, self._now())
        write.finish(step.label)
        journal.turn(write.connection, step.id, UNDONE)
        return changes.reversed()

    def _play_again(self, write: Write, step: Step | None) -> Changes:
        if step is None:
            raise UnknownRecord("There is nothing to redo.")
        changes = history.changes_of(write.connection, step)
        replay.play_again(write, changes)
        write.finish(step.label)
        journal.turn(write.connection, step.id, APPLIED)
        return changes

    def _as_new_step(self, write: Write, label: str, actor: str, *, takes_back: int = 0) -> Changes:
        changes = write.finish(label)
        now = self._clock()
        return journal.record(
            write.connection, changes, actor=actor, now=now, takes_back=takes_back
        )

    def _now(self) -> str:
        return journal.written_time(self._clock())

    def _data_version(self) -> int:
        return data_version(self._writer)


def _opposite(label: str) -> str:
    """The name of a step that takes back another: never "Undo: Undo: Edit the title"."""
    if label.startswith(UNDO):
        return f"{REDO}{label.removeprefix(UNDO)}"
    return f"{UNDO}{label.removeprefix(REDO)}"


def _again(label: str) -> str:
    """The name of a step that does another again: never "Redo: Redo: Edit the title"."""
    return label if label.startswith((UNDO, REDO)) else f"{REDO}{label}"


def _is(found: Step | None, step: Step) -> bool:
    return found is not None and found.id == step.id


def _changes(step: Step) -> Changes:
    return Changes(step.label, step.items, step.id)
