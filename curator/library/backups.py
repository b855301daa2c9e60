"""The folder `backups` beside a library: what copies it holds, new ones, and which have to go.

A copy counts by its name and by what is in it: STEM-YYYYmmdd-HHMMSS[-reason].curator, a sound
library. Whatever else lies in the folder is neither listed nor touched. Old copies go only after a
new one was verified and has its name, so that no failure can push a good one out.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import psutil

from curator.domain.backup_copy import MIGRATION, REASONS, Copy
from curator.domain.errors import Busy, Damaged
from curator.failpoints import failpoint
from curator.files import synced
from curator.library import sqlite_file
from curator.library.file_state import FileState, known_state, moment, state_of
from curator.library.sqlite_copy import copy_library, verify
from curator.library.sqlite_errors import translated
from curator.library.thinning import surplus

FOLDER = "backups"
SUFFIX = ".curator"
PAUSE = timedelta(minutes=30)
"""A copy is due when something changed and the newest one is this old."""

Copying = Callable[[Path], Path]
"""Writes a verified copy to the path given, or the next free one like it, and returns that."""

_STAMP = "%Y%m%d-%H%M%S"


def folder_of(library: Path) -> Path:
    """Where the copies of a library lie."""
    return library.parent / FOLDER


def copies(library: Path) -> list[Copy]:
    """The sound copies of a library, newest first by the stamps in their names."""
    found = (_read(path, name) for path, name in _named(library))
    return sorted((copy for copy in found if copy), key=_age, reverse=True)


def copy_at(path: Path) -> Copy:
    """Any library file seen as a copy; where its name has no time, it is that of the file.

    Raises:
        LibraryError, NotALibrary, TooNew, Damaged: it is no sound library.
    """
    state = state_of(path)
    name = _pattern(r".+").fullmatch(path.name)
    at = _time_of(name) if name else None
    reason = (name["reason"] or "") if name and at else ""
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return _copy(path, at or changed, reason, state)


def back_up(library: Path, reason: str, now: datetime, copying: Copying | None = None) -> Path:
    """A new verified copy in the folder; then old ones are let go of.

    `copying` makes it where the caller has the library open.

    Raises:
        Damaged: the library can't be read throughout; no copy is left, all others stay.
        ReadOnly: the folder takes no file.
        LibraryError: the disk is full.
    """
    mark = f"-{reason}" if reason else ""
    target = folder_of(library) / f"{library.stem}-{now.astimezone(UTC):{_STAMP}}{mark}{SUFFIX}"
    sweep(library)
    placed = (copying or partial(copy_library, library))(target)
    with suppress(OSError):  # the copy is made; what is too many can go the next time
        for copy in surplus(copies(library), now):
            copy.path.unlink(missing_ok=True)
        failpoint("backup.thinned")
    return placed


def back_up_for_migration(library: Path, now: datetime) -> Path:
    """The copy from before an upgrade; one that an upgrade which failed left will do.

    Otherwise each new try would add a copy, until the thinning takes the good ones.

    Raises:
        Damaged, ReadOnly, LibraryError: as `back_up`.
    """
    state = state_of(library)
    for copy in copies(library):
        if copy.reason == MIGRATION and holds(copy, state):
            with suppress(Damaged):
                verify(copy.path)
                return copy.path
    return back_up(library, MIGRATION, now)


def is_backed_up(library: Path, state: FileState) -> bool:
    """Whether a copy holds all that a library in this state does."""
    return any(holds(copy, state) for copy in copies(library))


def holds(copy: Copy, state: FileState) -> bool:
    """Whether a copy is of that library in just that state."""
    return (copy.library_id, copy.writes, copy.last_at) == (
        state.library_id,
        state.writes,
        state.last_at,
    )


def newest(library: Path, library_id: str, now: datetime) -> Copy | None:
    """The newest copy of the library with that id; those from the future are passed over."""
    own = (copy for copy in copies(library) if copy.library_id == library_id)
    return next((copy for copy in own if copy.at <= now), None)


def is_due(library: Path, state: FileState, first_at: str, now: datetime) -> bool:
    """Whether it is time for a copy; `first_at` is when the first step was done, or empty.

    A copy from the future counts as not there: it would block all others until then.
    """
    if state.is_unused:
        return False
    last = newest(library, state.library_id, now)
    if last:
        return not holds(last, state) and now - last.at >= PAUSE
    first = moment(first_at)
    return first is None or first > now or now - first >= PAUSE


def sweep(library: Path) -> None:
    """Removes what a backup or restore that was killed left, and nothing of one at work."""
    pattern = _pattern(re.escape(library.stem), r"\.", r"\.\d{1,9}\.\w+\.new")
    left = [path for path in _files(folder_of(library)) if pattern.fullmatch(path.name)]
    for path in (*left, *(path for path, _ in _waiting(library))):
        if not _is_at_work(path):
            with suppress(OSError):
                path.unlink()


def interrupted_restore(library: Path) -> Path | None:
    """The library that a restore moved aside before it was killed; None where there is none.

    Only there: nothing lies at `library`, an older file lies beside it as NAME.replaced-TIME, and
    the finished copy that was to take its place still waits under its hidden name.
    """
    if library.exists():
        return None
    asides = (_replaced(library, tail) for _, tail in _waiting(library))
    return next((aside for aside in asides if aside.exists()), None)


def finish_interrupted_restore(library: Path) -> bool:
    """Puts back what `interrupted_restore` finds, with its journals; whether there was such.

    The old library comes back, not the copy: nobody can say any more that the copy was wanted.

    Raises:
        Busy: the restore is still at work, in another process.
        ReadOnly, LibraryError: a file can't be moved.
    """
    aside = interrupted_restore(library)
    if aside is None:
        return False
    if any(_is_at_work(path) for path, _ in _waiting(library)):
        raise Busy(f"A backup of {library.name} is being brought back.", "Wait for that to finish.")
    with translated(library):
        put_back(aside, library)
    sweep(library)
    return True


def put_back(aside: Path, library: Path) -> None:
    """Gives a library that was moved aside its name again; the journals first, as it needs them.

    Raises:
        OSError: a file can't be moved.
    """
    for companion in (*sqlite_file.COMPANIONS, ""):
        part = aside.with_name(aside.name + companion)
        if part.exists():
            part.replace(library.with_name(library.name + companion))
    synced(library.parent)


def aside_name(library: Path, now: datetime) -> Path:
    """A free name beside the library for the file that is replaced."""
    tail, count = f"-{sqlite_file.stamp(now)}", 1
    while _replaced(library, tail).exists():
        count += 1
        tail = f"-{sqlite_file.stamp(now)}-{count}"
    return _replaced(library, tail)


def waiting_name(library: Path, aside: Path) -> Path:
    """How the copy is named that waits for the library to be moved to `aside`."""
    tail = aside.stem.removeprefix(f"{library.stem}.replaced")
    return library.with_name(f"{library.name}.restored{tail}")


def _replaced(library: Path, tail: str) -> Path:
    return library.with_name(f"{library.stem}.replaced{tail}{library.suffix}")


def _waiting(library: Path) -> Iterator[tuple[Path, str]]:
    """The copies that wait to take the library's place, and how the name of its file is to end."""
    tail = r"-\d{8}-\d{6}(?:-\d+)?"
    pattern = re.compile(rf"\.{re.escape(library.name)}\.restored({tail})\.\d{{1,9}}\.\w+\.new")
    for path in _files(library.parent):
        if name := pattern.fullmatch(path.name):
            yield path, name[1]


def _pattern(stem: str, start: str = "", end: str = "") -> re.Pattern[str]:
    reasons = "|".join(REASONS)
    name = rf"(?:{stem})-(?P<at>\d{{8}}-\d{{6}})(?:-(?P<reason>{reasons}))?(?:-\d{{1,3}})?"
    return re.compile(f"{start}{name}{re.escape(SUFFIX)}{end}", re.DOTALL)


def _named(library: Path) -> Iterator[tuple[Path, re.Match[str]]]:
    """The files of the folder that have the name of a copy of this library and of no other."""
    pattern = _pattern(re.escape(library.stem))
    for path in _files(folder_of(library)):
        if name := pattern.fullmatch(path.name):
            yield path, name


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def _read(path: Path, name: re.Match[str]) -> Copy | None:
    at, state = _time_of(name), known_state(path)
    if at is None or state is None:
        return None
    return _copy(path, at, name["reason"] or "", state)


def _copy(path: Path, at: datetime, reason: str, state: FileState) -> Copy:
    return Copy(path, at, state.bytes, reason, state.writes, state.library_id, state.last_at)


def _time_of(name: re.Match[str]) -> datetime | None:
    try:
        return datetime.strptime(name["at"], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # digits that are no day
        return None


def _age(copy: Copy) -> tuple[datetime, int, str]:
    return copy.at, copy.writes, copy.path.name


def _is_at_work(unfinished: Path) -> bool:
    """Whether the process that the name tells is there, and was when the file was written."""
    pid = int(unfinished.name.rsplit(".", 3)[1])
    try:
        return psutil.Process(pid).create_time() <= unfinished.stat().st_mtime
    except (psutil.Error, OSError):
        return False
