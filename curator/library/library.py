"""The library: one open file, one hand that writes, many eyes that read.

What can't be edited can still be looked at: then there is no hand, and each write says why.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from curator.domain.changes import Changes
from curator.domain.errors import Busy, Interrupted, ReadOnly, UnknownRecord
from curator.domain.step import APPLIED, Step
from curator.failpoints import failpoint
from curator.library import (
    backups,
    history,
    holders,
    journal,
    opening,
    queries,
    sqlite_file,
    turning,
)
from curator.library.answer_cache import AnswerCache
from curator.library.creation import create_library, upgrade_library
from curator.library.facet_store import FacetStore
from curator.library.opening import OpenFile
from curator.library.sqlite_connection import (
    BUSY_TIMEOUT,
    be_patient,
    checkpoint,
    data_version,
    driver_of,
    reading_engine,
    writing_engine,
)
from curator.library.sqlite_copy import copy_from
from curator.library.sqlite_errors import translated
from curator.library.stopping import Stop
from curator.library.touched import Touched
from curator.library.write import Write

Deed = Callable[[Write], str]
"""What a person does: it edits through `Write` and returns the name of the step, in words."""


def utc_now() -> datetime:
    """The time as the journal keeps it."""
    return datetime.now(UTC)


class Library:
    """Digests, their history and their index in one file. Safe to use from any thread."""

    def __init__(
        self,
        file: OpenFile,
        clock: Callable[[], datetime],
        *,
        only_reads: str = "",
        patience: float = BUSY_TIMEOUT,
    ) -> None:
        self.file = file
        self.path = file.path
        self.only_reads = only_reads
        """Why nothing can be edited, in a sentence; empty where it can."""
        self.answers = AnswerCache()
        """What was found out about the library as it stands."""
        self._patience = patience
        self._clock = clock
        self._turn = threading.RLock()
        self._wrote = False
        self._closed = False
        self.touched = Touched()
        self.facets = FacetStore(self.touched)
        if only_reads:
            access = "mode=ro&immutable=1" if file.frozen else "mode=ro"
            self._readers = reading_engine(file.path, access, file.require_in_place)
            return
        self._readers = reading_engine(file.path, require=file.require_in_place)
        self._writing_engine = writing_engine(file.path, file.place)
        self._writer = self._writing_engine.connect()
        self._version_seen = data_version(self._writer)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        role: str = holders.COMMAND,
        patience: float = BUSY_TIMEOUT,
        clock: Callable[[], datetime] = utc_now,
    ) -> "Library":
        """Opens the library at `path`; `create` makes a new one where no file is.

        An older library is brought to the newest tables, after a copy of it was made. `role` says
        to others who has it open; `patience` is how many seconds a write on the main thread waits
        for another writer.

        Raises:
            NotALibrary, TooNew, ReadOnly, Damaged, Busy: it can't be opened, see there.
            LibraryError: there is no such file.
        """
        path = sqlite_file.real_path(path)
        with translated(path):
            backups.finish_interrupted_restore(path)
            if create and not path.exists():
                create_library(path)
            with ExitStack() as if_it_fails:
                file = opening.prepare(path, role)
                if_it_fails.callback(file.presence.leave)
                if file.version < sqlite_file.VERSION:
                    upgrade_library(path, clock())
                library = cls(file, clock, patience=patience)
                if_it_fails.pop_all()
            return library

    @classmethod
    def view(
        cls,
        path: Path,
        reason: str,
        *,
        any_version: bool = False,
        clock: Callable[[], datetime] = utc_now,
    ) -> "Library":
        """Opens the library at `path` to be read only; `reason` says why, in a sentence.

        `any_version` takes one of a newer Curator too, where it has all that this one reads.

        Raises:
            NotALibrary, TooNew, ReadOnly, Damaged: not even that is possible.
        """
        path = sqlite_file.real_path(path)
        with translated(path):
            file = opening.prepare_view(path, any_version=any_version)
            with ExitStack() as if_it_fails:
                library = cls(file, clock, only_reads=reason)
                if_it_fails.callback(library.close)
                with library.reading() as connection:
                    queries.counts(connection)
                if_it_fails.pop_all()
            return library

    def close(self) -> None:
        """Brings all into the file and lets go of it; closing again is no fault."""
        with self._turn, translated(self.path):
            if self._closed:
                return
            self._closed = True
            self._readers.dispose()
            if self.only_reads:
                return
            try:
                failpoint("close.begun")
                if self._wrote:  # others would take a checkpoint for a change
                    checkpoint(self._writer)
                failpoint("close.settled")
            finally:
                self._writer.close()
                self._writing_engine.dispose()
            failpoint("close.left")
            self.file.presence.leave()

    @contextmanager
    def reading(self, stop: Stop | None = None) -> Iterator[Connection]:
        """A connection that only reads and sees one moment of the library throughout.

        Raises:
            Interrupted: it was stopped before it ended, or the library is closed: nobody waits for
                answers any more, and a connection would hold the file.
        """
        if self._closed:
            raise Interrupted(f"{self.path.name} is closed.")
        with (
            translated(self.path),
            self._readers.connect() as connection,
            stop.reaching(driver_of(connection)) if stop else nullcontext(),
        ):
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
            label = deed(write)
            failpoint("write.done")
            changes = write.finish(label)
            failpoint("write.indexed")
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
            step = history.undoable(write.connection)
            return turning.back(write, _there("There is nothing to undo.", step), self._now())

    def redo(self, actor: str = "") -> Changes:
        """Brings the step again that was undone last.

        Raises:
            UnknownRecord: there is nothing to redo.
            EditConflict: the rows do not stand as the undo left them.
        """
        del actor
        with self._transaction() as write:
            step = history.redoable(write.connection)
            return turning.again(write, _there("There is nothing to redo.", step))

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
            now = self._clock()
            if _is(history.undoable(write.connection), step):
                return turning.back(write, step, journal.written_time(now))
            return turning.back_as_new(write, step, now, actor)

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
                return turning.again(write, step)
            return turning.again_as_new(write, step, self._clock(), actor)

    def changed_elsewhere(self) -> bool:
        """Whether another process wrote to the file since this was last asked."""
        if self.only_reads or not self._turn.acquire(blocking=False):
            return False  # we are writing ourselves; the next question will tell
        try:
            before, self._version_seen = self._version_seen, data_version(self._writer)
            return before != self._version_seen
        finally:
            self._turn.release()

    def remember(self, name: str, value: str) -> None:
        """Keeps a note about the library itself, outside its history, such as when it was checked.

        Raises:
            ReadOnly, Busy: it can't be kept.
        """
        with self._transaction() as write:
            journal.keep_note(write.connection, name, value)
            write.changed = True

    def save_copy(self, target: Path) -> Path:
        """Everything as a new, verified file, as far as this process sees it.

        It reads through the connections that are open, so that it also rescues what was moved or
        deleted meanwhile.

        Returns:
            `target`, or the next free name like it.

        Raises:
            Damaged, ReadOnly: no copy could be made; none is left.
        """
        with translated(self.path), self._readers.connect() as connection:
            driver = driver_of(connection)
            driver.execute("PRAGMA query_only = OFF")  # which forbids to write any file at all
            try:
                return copy_from(driver, self.path, target)
            finally:
                driver.execute("PRAGMA query_only = ON")

    @contextmanager
    def _transaction(self) -> Iterator[Write]:
        if self.only_reads:
            raise ReadOnly(self.only_reads, "What can be read can still be copied and exported.")
        here = threading.current_thread() is threading.main_thread()
        patience = self._patience if here else BUSY_TIMEOUT
        if not self._turn.acquire(timeout=patience):
            raise Busy("A longer task is still writing.", "Wait for it to finish, then try again.")
        try:
            with translated(self.path):
                self.file.require_in_place()
                be_patient(self._writer, patience)
                with self._writer.begin() as transaction:
                    failpoint("write.begun")
                    write = Write(self._writer)
                    yield write
                    failpoint("write.recorded")
                    if write.changed:
                        self._wrote = True
                        self._note(write)
                    else:
                        transaction.rollback()
                failpoint("write.committed")
        finally:
            self._turn.release()

    def _note(self, write: Write) -> None:
        if write.touched is not None:
            self.touched.note(queries.writes(write.connection), write.touched)

    def _now(self) -> str:
        return journal.written_time(self._clock())


def _is(found: Step | None, step: Step) -> bool:
    return found is not None and found.id == step.id


def _there(otherwise: str, step: Step | None) -> Step:
    if step is None:
        raise UnknownRecord(otherwise)
    return step
