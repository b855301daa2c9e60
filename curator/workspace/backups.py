"""Copies of the library: making them, when they are due, and bringing one back.

How copies are named, proven and thinned stands in `library.backups`, in which order a restore
moves files in `library.restoring`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from curator.domain.backup_copy import AUTO, Copy
from curator.domain.errors import LibraryError
from curator.domain.listing import ALL
from curator.domain.measures import counted, moment_words
from curator.library import backups, extent, queries, restoring
from curator.library.file_state import (
    FileState,
    Loss,
    known_state,
    loss,
    moment,
    state_from,
    state_of,
)
from curator.library.sqlite_file import real_path
from curator.workspace import last_seen
from curator.workspace.workspace import Workspace

__all__ = [
    "BackupReport",
    "Copy",
    "RestorePlan",
    "RestoreReport",
    "back_up",
    "back_up_if_due",
    "copies",
    "ensure_backup",
    "interrupted_restore",
    "restore",
    "restore_plan",
    "steps_behind",
    "steps_since",
    "writes_ever",
]


LARGE = 50
"""Writes or digests beyond which a library shall not be without any copy."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A verified copy, and how large it is in bytes."""

    library: str
    backup: str
    bytes: int


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What bringing a copy back would take away; times in ISO 8601, empty where there are none.

    `lost` counts the writes that the copy lacks, `labels` names the newest steps among them.
    `words` says all of it to the person.
    """

    library: Path
    copy: Copy
    lost: int
    first_at: str
    last_at: str
    labels: tuple[str, ...]
    another_library: bool
    words: str


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """Which copy was brought back, and where the file lies that was there before (or nowhere).

    `safety` is the backup that was made of it, if there was need for one; `newest` and
    `newest_before` are the times of the newest step now and before.
    """

    library: str
    backup: str
    previous: str
    safety: str = ""
    newest: str = ""
    newest_before: str = ""


def copies(library: Path) -> list[Copy]:
    """The sound copies of a library in the folder “backups” beside it, newest first."""
    return backups.copies(real_path(library))


def back_up(workspace: Workspace, reason: str = "", now: datetime | None = None) -> BackupReport:
    """Make a copy beside the library, verified by opening it; older ones are thinned after that.

    Raises:
        LibraryError: there is no room, or not all can be read; no copy is left.
    """
    copying = workspace.library.save_copy
    path = backups.back_up(workspace.path, reason, now or datetime.now(UTC), copying)
    return BackupReport(str(workspace.path), str(path), path.stat().st_size)


def ensure_backup(workspace: Workspace, reason: str) -> BackupReport | None:
    """Make sure of a copy before something large; None where one holds all, or all is nothing.

    Raises:
        LibraryError: there can be no copy, so that the large thing should not be done.
    """
    state = _state(workspace)
    if state.is_unused or backups.is_backed_up(workspace.path, state):
        return None
    return back_up(workspace, reason)


def back_up_if_due(workspace: Workspace, now: datetime | None = None) -> BackupReport | None:
    """Make a copy where something changed and the newest one is half an hour old.

    A large library without any copy, as after a first import, does not wait that long.

    Raises:
        LibraryError: there can be no copy.
    """
    now = now or datetime.now(UTC)
    if workspace.only_reads:
        return None
    with workspace.library.reading() as connection:
        state, first_at = state_from(connection), extent.first_step_at(connection)
        is_large = max(state.writes, queries.counts(connection)[ALL]) > LARGE
    is_bare = is_large and backups.newest(workspace.path, state.library_id, now) is None
    if not is_bare and not backups.is_due(workspace.path, state, first_at, now):
        return None
    return back_up(workspace, AUTO, now)


def steps_since(workspace: Workspace, now: datetime | None = None) -> tuple[Copy | None, int]:
    """The newest copy, and how many steps are in no copy since; or None, and all steps.

    A copy that holds just this state, such as one that was brought back, comes before newer ones.
    What was only undone or done again makes no step, and counts as one.
    """
    now = now or datetime.now(UTC)
    with workspace.library.reading() as connection:
        state = state_from(connection)
        for copy in backups.copies(workspace.path):
            if copy.at <= now and backups.holds(copy, state):
                return copy, 0
        newest = backups.newest(workspace.path, state.library_id, now)
        steps = extent.steps_after(connection, newest.last_at if newest else "")
    return newest, steps if state.is_unused else max(steps, 1)


def writes_ever(workspace: Workspace) -> int:
    """How often the library was written to, by which it is compared with its copies."""
    return _state(workspace).writes


def steps_behind(library: Path) -> list[tuple[Copy, int | None]]:
    """Each copy, newest first, and how many writes it lacks; None where nobody can tell.

    The library itself is only looked at, so that the copies of one that no longer opens are told.
    """
    library = real_path(library)
    state = known_state(library)
    library_id = state.library_id if state else ""
    writes = state.writes if state else 0
    return [
        (copy, max(writes - copy.writes, 0) if copy.library_id == library_id else None)
        for copy in copies(library)
    ]


def interrupted_restore(library: Path) -> Path | None:
    """Where the library is that a restore moved aside before it was killed; opening mends it."""
    return backups.interrupted_restore(real_path(library))


def restore_plan(library: Path, copy: Path) -> RestorePlan:
    """What would be lost if `copy` took the place of the library; nothing is changed.

    Raises:
        LibraryError: the copy is no sound library.
    """
    library, copy = real_path(library), real_path(copy)
    chosen = backups.copy_at(copy)
    present = known_state(library)
    another = present is not None and present.library_id != chosen.library_id
    gone, readable = Loss(), present is not None
    if readable:
        try:
            gone = loss(library, None if another else copy)
        except LibraryError:  # damaged where its history lies
            readable = False
    words = _words(library, gone, another=another, readable=readable)
    parts = (gone.writes, gone.first_at, gone.last_at, gone.labels)
    return RestorePlan(library, chosen, *parts, another, words)


def restore(library: Path, copy: Path) -> RestoreReport:
    """Put `copy` in the place of the library, which is moved aside with its journals.

    What was there is backed up before, where it is sound and no copy holds it.

    Raises:
        LibraryError: the copy is no sound library, the library is open, or there is no room.
    """
    library = real_path(library)
    before = known_state(library)
    done = restoring.restore(copy, library, datetime.now(UTC))
    after = state_of(library)
    # What is older now is meant to be so.
    last_seen.remember(library, after.library_id, after.writes)
    return RestoreReport(
        str(library),
        str(copy),
        str(done.previous or ""),
        str(done.backup or ""),
        after.last_at,
        before.last_at if before else "",
    )


def _state(workspace: Workspace) -> FileState:
    with workspace.library.reading() as connection:
        return state_from(connection)


def _words(library: Path, gone: Loss, *, another: bool, readable: bool) -> str:
    kept = f"{library.name} would be moved aside, not deleted."
    if not library.exists():
        return f"Nothing lies at {library} yet, so nothing would be lost."
    if not readable:
        return f"{library.name} can’t be read, so nobody knows what the copy lacks. {kept}"
    if another:
        return (
            f"The copy is of another library. All of this one would be gone from here:"
            f" {counted(gone.writes, 'step')}{_span(gone)}. {kept}"
        )
    if not gone.writes:
        return f"The copy holds all that {library.name} does; nothing would be lost."
    if not gone.labels:
        undone = "What was undone or done again since the copy was made would be lost."
        return f"{undone} {kept}"
    return f"{counted(gone.writes, 'step')} would be lost{_span(gone)}. {kept}"


def _span(gone: Loss) -> str:
    """From when to when, as the clock on the wall says."""
    now = datetime.now().astimezone()
    times = [moment(at) for at in (gone.first_at, gone.last_at)]
    first, last = (moment_words(at, now) if at else "" for at in times)
    return f", from {first} to {last}" if first != last else f", of {first}" if first else ""
