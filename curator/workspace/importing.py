"""Bringing digests in: files and folders, one step for all of them, one bad file stops nothing.

Identity is the key (the stem of the file name) plus the content. The same again changes nothing;
a file that changed updates a digest that was not edited here; where both changed, the library
keeps its own and notes a conflict for the person to decide.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from curator.domain.backup_copy import IMPORT
from curator.domain.changes import Changes
from curator.failpoints import failpoint
from curator.library.known_texts import known_texts
from curator.library.sqlite_errors import translated
from curator.library.write import Write
from curator.workspace.backups import ensure_backup
from curator.workspace.file_readers import processes_for, read_in_order
from curator.workspace.inbox import files_of, own_files
from curator.workspace.incoming import Asked, Incoming, Known
from curator.workspace.taking import CHANGED, CONFLICT, NEW, SAME, take
from curator.workspace.workspace import Workspace

_CHUNK = 200
_MANY = 50  # files; before more than these a copy of the library is made

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A file that could not be taken, and why."""

    path: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, in numbers; `conflict` holds keys, `changes` the step to undo it."""

    new: int = 0
    changed: int = 0
    same: int = 0
    conflict: tuple[str, ...] = ()
    broken: tuple[BrokenFile, ...] = ()
    findings: int = 0
    cancelled: bool = False
    changes: Changes = field(default_factory=Changes)


class _Stop(Exception):
    """Takes the transaction of a dry run, or of a cancelled import, back."""


@dataclass(slots=True)
class _Tally:
    counts: dict[str, int] = field(default_factory=lambda: {NEW: 0, CHANGED: 0, SAME: 0})
    conflict: list[str] = field(default_factory=list)
    broken: list[BrokenFile] = field(default_factory=list)
    first: dict[str, tuple[str, str]] = field(default_factory=dict)
    findings: int = 0
    cancelled: bool = False
    read: int = 0

    def note(self, verdict: str, key: str) -> None:
        if verdict == CONFLICT:
            self.conflict.append(key)
        else:
            self.counts[verdict] += 1

    def is_first(self, incoming: Incoming) -> bool:
        """Whether no earlier file of this import is the digest of that key.

        A copy of that file is the same; one that says otherwise can't be the digest too.
        """
        path, sha256 = self.first.setdefault(incoming.key, (incoming.path, incoming.sha256))
        if path == incoming.path:
            return True
        if sha256 == incoming.sha256:
            self.note(SAME, incoming.key)
        else:
            self.refuse(Path(incoming.path), f"It has the key of {path}, and says otherwise.")
        return False

    def refuse(self, path: Path, reason: str, line: int = 1) -> None:
        name = str(path).encode("utf-8", "replace").decode("utf-8")
        self.broken.append(BrokenFile(name, line, reason))

    def report(self, changes: Changes) -> ImportReport:
        return ImportReport(
            **self.counts,
            conflict=tuple(self.conflict),
            broken=tuple(self.broken),
            findings=self.findings,
            cancelled=self.cancelled,
            changes=changes,
        )


def import_paths(
    workspace: Workspace,
    paths: Iterable[Path],
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Import files, and folders with all that is in them, as one step.

    A dry run says what would happen; a cancelled import changes nothing.

    Raises:
        LibraryError: the library can't be written.
        CuratorError: there are more files than anybody can mean.
    """
    tally = _Tally()
    files = list(files_of(paths, tally.refuse))
    _back_up_before(workspace, len(files), dry_run=dry_run)

    def look() -> None:
        if cancelled and cancelled():
            tally.cancelled = True
            raise _Stop
        if progress and tally.read < len(files):
            progress(tally.read, len(files), files[tally.read].name)

    def deed(write: Write) -> str:
        failpoint("import.listed")
        own = own_files(workspace.path)
        asked = _asked(write, files)
        read = read_in_order(asked, own, look, processes_for(len(files)))
        with closing(read):
            _take_all(write, _firsts(read, tally), tally)
        if dry_run:
            raise _Stop
        return _label(tally)

    try:
        changes = workspace.do(deed)
    except _Stop:
        changes = Changes()
    return (_Tally(cancelled=True) if tally.cancelled else tally).report(changes)


def _back_up_before(workspace: Workspace, number: int, *, dry_run: bool) -> None:
    if number > _MANY and not dry_run:
        ensure_backup(workspace, IMPORT)
        with translated(workspace.path):
            failpoint("import.backed_up")


def _asked(write: Write, files: Sequence[Path]) -> Iterator[Asked]:
    """The files to be read, with what the library has of their keys."""
    for start in range(0, len(files), _CHUNK):
        part = {path: path.stem for path in files[start : start + _CHUNK]}
        known = known_texts(write.connection, list(part.values()))
        yield from (
            Asked(str(path), Known(*known[key]) if key in known else Known())
            for path, key in part.items()
        )


def _firsts(read: Iterable[Sequence[Incoming]], tally: _Tally) -> Iterator[Incoming]:
    """What the files hold, one after the other; what can't be taken is noted."""
    for incoming in chain.from_iterable(read):
        tally.read += 1
        failpoint("import.read")
        if incoming.reason:
            tally.refuse(Path(incoming.path), incoming.reason, incoming.line)
            continue
        tally.findings += incoming.findings
        if tally.is_first(incoming):
            yield incoming


def _take_all(write: Write, files: Iterator[Incoming], tally: _Tally) -> None:
    """Take the files as they are read, some at a time, so that few are held in memory."""
    while part := list(islice(files, _CHUNK)):
        for incoming, verdict in zip(part, take(write, part), strict=True):
            tally.note(verdict, incoming.key)
        failpoint("import.taken")


def _label(tally: _Tally) -> str:
    new, changed = tally.counts[NEW], tally.counts[CHANGED]
    parts = [f"{new:,} digest{'' if new == 1 else 's'}"] if new else []
    if changed:
        parts.append(f"{changed:,} changed {'file' if changed == 1 else 'files'}")
    if not new and not changed:
        conflicts = len(tally.conflict)
        return f"Note {conflicts:,} conflict{'' if conflicts == 1 else 's'} of an import"
    return f"Import {' and '.join(parts)}"
