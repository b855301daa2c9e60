"""Who has a library open: a small file beside it for each process, gone when that closes it.

SQLite's own locks keep writers apart but never say who they are. The mark does, with process and
host; it also tells of an unclean end, because a process that dies leaves its mark behind. Such a
stale mark is known for certain on the same host: no process has that number and that start.
"""

import json
import os
import platform
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

WINDOW = "the window of Curator"
COMMAND = "a command of Curator"
FORGOTTEN = 24 * 3600
"""Seconds after which the mark of another host counts no more: nobody here can ask it."""

_SUFFIX = ".open"
_TOLERANCE = 5.0  # seconds; the start of a process is told by a clock that may be set meanwhile


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that has the library open; `started` is its start in seconds since 1970."""

    pid: int
    started: float
    host: str
    role: str
    since: str

    @property
    def words(self) -> str:
        """Who it is: “the window of Curator (process 4711, since 12:04)”."""
        where = f" on {self.host}" if self.host != platform.node() else ""
        with suppress(ValueError):
            opened = datetime.fromisoformat(self.since).astimezone()
            return f"{self.role}{where} (process {self.pid}, since {opened:%H:%M})"
        return f"{self.role}{where} (process {self.pid})"

    @property
    def is_living(self) -> bool:
        """Whether the process is still there; one on another host is taken to be."""
        if self.host != platform.node():
            return True
        start = _start_of(self.pid)
        return bool(start) and abs(start - self.started) < _TOLERANCE


class Presence:
    """The mark of this process; a folder that takes no files just has none."""

    def __init__(self, mark: Path | None) -> None:
        self._mark = mark

    def leave(self) -> None:
        """Take the mark away: the library was closed as it should be."""
        if self._mark is not None:
            with suppress(OSError):
                self._mark.unlink(missing_ok=True)


def enter(path: Path, role: str) -> Presence:
    """Say that this process is about to open the library at `path`."""
    pid = os.getpid()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    holder = Holder(pid, _start_of(pid), platform.node(), role, now)
    mark = path.with_name(f".{path.name}.{pid}-{uuid.uuid4().hex[:8]}{_SUFFIX}")
    try:
        handle = os.open(mark, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(holder), stream)
    except OSError:
        with suppress(OSError):
            mark.unlink(missing_ok=True)
        return Presence(None)
    return Presence(mark)


def others(path: Path) -> list[Holder]:
    """The living processes, but for this one, that have the library at `path` open."""
    return [
        holder
        for _, holder in _marks(path)
        if holder and holder.pid != os.getpid() and holder.is_living
    ]


def left_behind(path: Path) -> list[Path]:
    """The marks of processes of this host that ended without closing the library."""
    return [mark for mark, holder in _marks(path) if holder is None or not holder.is_living]


def forget(marks: Iterable[Path]) -> None:
    """Take marks of dead processes away, because the library was found sound after their end."""
    for mark in marks:
        with suppress(OSError):
            mark.unlink(missing_ok=True)


def _marks(path: Path) -> Iterator[tuple[Path, Holder | None]]:
    """Each mark and who it speaks of; None where it was never written to its end."""
    start = f".{path.name}."
    try:
        beside = list(path.parent.iterdir())
    except OSError:
        return
    for mark in beside:
        if not mark.name.startswith(start) or mark.suffix != _SUFFIX:
            continue
        holder, age = _read(mark)
        if holder and holder.host != platform.node() and age > FORGOTTEN:
            continue
        if holder or not _is_being_written(mark, start):
            yield mark, holder


def _read(mark: Path) -> tuple[Holder | None, float]:
    """Who a mark speaks of, and its age in seconds."""
    try:
        return Holder(**json.loads(mark.read_bytes())), time.time() - mark.stat().st_mtime
    except (OSError, ValueError, TypeError):
        return None, 0.0


def _is_being_written(mark: Path, start: str) -> bool:
    """Whether the process that the name of the mark says is still there."""
    pid = mark.name.removeprefix(start).partition("-")[0]
    return not pid.isdecimal() or not mark.exists() or bool(_start_of(int(pid)))


def _start_of(pid: int) -> float:
    """When a process began, in seconds since 1970 to a tenth; 0 where there is none."""
    try:
        return round(psutil.Process(pid).create_time(), 1)
    except (psutil.Error, OverflowError, ValueError):
        return 0.0
