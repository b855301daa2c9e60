"""How the runs of the window ended: a mark for each, gone when it ends as it should.

A process that dies leaves its mark, so the next start knows, and after two such ends in a row
starts as safely as it can. Where the interpreter itself fell over, `faulthandler` wrote down the
lines it stood at; those files are kept for a while. Nothing is sent anywhere.
"""

import faulthandler
import json
import os
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import psutil

from curator.files import PRIVATE, private_folder, write_whole
from curator.logbook import without_places
from curator.settings import state_folder

KEPT = 10
"""How many reports of crashes are kept, the newest."""
TOO_MANY = 2
"""Bad ends in a row from which on a start is a safe one."""

_MARK, _REPORT, _COUNT = ".run", ".crash", "bad-ends"
_TOLERANCE = 5.0  # seconds; the start of a process is told by a clock that may be set meanwhile


@dataclass(slots=True)
class Run:
    """This process, from its mark on.

    `crashes_before` counts the bad ends in a row until now, `died` how many of them were found by
    this start, `reports` are what faulthandler wrote for those, `stream` is where it writes now.
    """

    mark: Path
    crashes_before: int = 0
    died: int = 0
    reports: tuple[Path, ...] = ()
    stream: TextIO | None = None

    @property
    def is_safe_start(self) -> bool:
        """Whether so many runs ended badly that this one should restore nothing."""
        return self.crashes_before >= TOO_MANY

    def end(self) -> None:
        """This run ends as it should: its mark goes, and the count of bad ends begins anew."""
        if self.stream is not None:
            faulthandler.disable()
            self.stream.close()
            self.stream = None
        report = self.mark.with_suffix(_REPORT)
        with suppress(OSError):
            if report.exists() and not report.stat().st_size:
                report.unlink()
            self.mark.with_name(_COUNT).unlink(missing_ok=True)
            self.mark.unlink(missing_ok=True)


def begin_run(folder: Path | None = None) -> Run:
    """Mark that a window runs in this process, and look how the runs before it ended.

    Raises:
        OSError: the folder can't be written.
    """
    folder = private_folder(folder or state_folder() / "runs")
    dead = [mark for mark in folder.glob(f"*{_MARK}") if not _is_living(mark)]
    reports = _reports_of(dead)
    bad = _count(folder) + len(dead)
    if dead:
        write_whole(folder / _COUNT, str(bad).encode())
    for mark in dead:
        mark.unlink(missing_ok=True)
    name = f"{time.strftime('%Y%m%dT%H%M%S', time.gmtime())}-{uuid.uuid4().hex[:8]}"
    run = Run(folder / f"{name}{_MARK}", bad, len(dead), reports)
    me = {"pid": os.getpid(), "started": _start_of(os.getpid())}
    write_whole(run.mark, json.dumps(me).encode())
    _thin(folder)
    if not faulthandler.is_enabled():  # who asked for it on stderr keeps it there
        run.stream = _private(run.mark.with_suffix(_REPORT))
        faulthandler.enable(run.stream)
    return run


def crash_reports(folder: Path | None = None) -> list[Path]:
    """What faulthandler wrote in former runs, the newest first."""
    found = (folder or state_folder() / "runs").glob(f"*{_REPORT}")
    return sorted((path for path in found if path.stat().st_size), reverse=True)


def _reports_of(dead: list[Path]) -> tuple[Path, ...]:
    """The reports of runs that died, without the folders that faulthandler names in them."""
    found = []
    for path in sorted((mark.with_suffix(_REPORT) for mark in dead), reverse=True):
        with suppress(OSError):
            if dump := path.read_text(encoding="utf-8", errors="replace"):
                write_whole(path, without_places(dump).encode())
                found.append(path)
            else:
                path.unlink()
    return tuple(found)


def _thin(folder: Path) -> None:
    for path in crash_reports(folder)[KEPT:]:
        if not path.with_suffix(_MARK).exists():
            path.unlink(missing_ok=True)


def _count(folder: Path) -> int:
    try:
        return int((folder / _COUNT).read_bytes())
    except (OSError, ValueError):
        return 0


def _private(path: Path) -> TextIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, PRIVATE), "w", encoding="utf-8")


def _is_living(mark: Path) -> bool:
    try:
        told = json.loads(mark.read_bytes())
        pid, started = int(told["pid"]), float(told["started"])
    except FileNotFoundError:
        return True  # it ended while we looked
    except (OSError, ValueError, TypeError, KeyError):
        return False
    start = _start_of(pid)
    return bool(start) and abs(start - started) < _TOLERANCE


def _start_of(pid: int) -> float:
    """When a process began, in seconds since 1970; 0 where there is none."""
    try:
        return float(psutil.Process(pid).create_time())
    except (psutil.Error, OverflowError, ValueError):
        return 0.0
