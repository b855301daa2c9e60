"""A damaged library made whole again, in a copy; the damaged file is kept as it is.

Nothing is changed before the new file is complete and checked. Then the damaged one is linked under
another name together with its journals, and the new one takes its place in one move.
"""

import json
import os
import shutil
import sqlite3
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from curator.domain.errors import Busy, Damaged, LibraryError, NotALibrary, TooNew
from curator.failpoints import failpoint
from curator.files import synced, write_whole
from curator.library import holders, integrity, sqlite_file, tables
from curator.library.creation import create_library
from curator.library.lenient_rows import LenientRows
from curator.library.mending import Mended, mend
from curator.library.salvage import Salvage, salvage
from curator.library.sqlite_connection import checkpoint, reading_engine, writing_engine
from curator.library.sqlite_errors import translated

ROLE = "a repair"
_ASIDE = ".damaged-"
_WORK = ".repair-"
_JOURNALS = ("-wal", "-journal")
_WAY_OUT = "Bring back a backup: “curator restore FILE”, or File > Bring back a backup."

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Repair:
    """What a repair did: rows by table, and where the damaged file and the rest of it lie now.

    `damaged` is None where there was nothing to repair. `problems` are those that are left.
    """

    damaged: Path | None = None
    rest: Path | None = None
    saved: tuple[tuple[str, int], ...] = ()
    lost: tuple[tuple[str, int], ...] = ()
    put_back: int = 0
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def repair(path: Path) -> Repair:
    """Repairs the library at `path`, which nobody may have open; a sound one is left alone.

    Raises:
        Busy: somebody has it open.
        Damaged: not even the names of its tables can be read.
        NotALibrary, TooNew, ReadOnly, LibraryError: it can't be repaired, see there.
    """
    path = sqlite_file.real_path(path)
    if not path.is_file():
        raise LibraryError(f"There is no library at {path}.", "Check the name.")
    if not path.stat().st_size:
        raise NotALibrary(f"{path.name} is empty.", "Bring back a backup.")
    sqlite_file.require_writable(path)
    if busy := holders.others(path):
        raise Busy(f"{path.name} is open in {busy[0].words}.", "Close it there, then try again.")
    presence = holders.enter(path, ROLE)
    try:
        with translated(path), _work_folder(path) as folder:
            return _repair_in(folder, path)
    finally:
        presence.leave()


def _require_library(path: Path, wreck: Path) -> None:
    """Makes sure that the copy `wreck` of the file was a library, of a version that we know."""
    try:
        with closing(LenientRows(wreck)) as source:
            application_id, version = source.header()
    except sqlite3.DatabaseError as error:
        raise _beyond_repair(path) from error
    if application_id != sqlite_file.APPLICATION_ID:
        raise NotALibrary(f"{path.name} belongs to another program.", "Choose a Curator library.")
    if version > sqlite_file.VERSION:
        raise TooNew(
            f"{path.name} was written by a newer Curator.",
            "Repair it with that one; this one would lose what it does not know.",
        )


def _beyond_repair(path: Path) -> Damaged:
    words = f"{path.name} is damaged beyond repair: its first page can’t be read."
    return Damaged(words, _WAY_OUT)


@contextmanager
def _work_folder(path: Path) -> Iterator[Path]:
    """A folder beside the library, for its owner only; those of repairs that died are removed."""
    start = f".{path.name}{_WORK}"
    for left in path.parent.iterdir():
        if left.name.startswith(start) and left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
    folder = Path(tempfile.mkdtemp(prefix=start, dir=path.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _repair_in(folder: Path, path: Path) -> Repair:
    source = _as_it_was(path)
    wreck, rescued = folder / "damaged.curator", folder / "repaired.curator"
    notes = _copy(source, wreck)
    failpoint("repair.copied")
    _require_library(path, wreck)
    problems = _check(wreck)
    if not problems and not notes:
        return Repair()
    create_library(rescued)
    try:
        found = salvage(wreck, rescued)
    except sqlite3.DatabaseError as error:
        raise _beyond_repair(path) from error
    mended, saved = _mend(rescued, found, _rows_vanished(problems))
    if not saved["digest"] and ("digest" in found.unsure or found.clues.get("digest")):
        raise Damaged(f"No digest in {path.name} can be read any more.", _WAY_OUT)
    failpoint("repair.salvaged")
    left = _check(rescued)
    failpoint("repair.checked")
    aside = source if source != path else _free_name(path)
    rest = _write_rest(aside, found)
    _place(rescued, path, aside)
    return Repair(
        damaged=aside,
        rest=rest,
        saved=tuple(saved.items()),
        lost=tuple(found.lost().items()),
        put_back=mended.put_back,
        notes=(*notes, *_notes(found, mended)),
        problems=tuple(dict.fromkeys((*left, *_check(path)))),
    )


def _as_it_was(path: Path) -> Path:
    """Where the damaged file has its journals: aside, if a repair died while it placed the new."""
    for aside in path.parent.glob(f"{path.stem}{_ASIDE}*{path.suffix}"):
        if aside.samefile(path):
            return aside
    return path


def _copy(source: Path, wreck: Path) -> tuple[str, ...]:
    """The file and its journals, but for one that belongs to another library."""
    shutil.copyfile(source, wreck)
    for journal in _JOURNALS:
        if (part := _beside(source, journal)).exists():
            shutil.copyfile(part, _beside(wreck, journal))
    if not sqlite_file.has_foreign_journal(wreck):
        return ()
    for companion in ("", *sqlite_file.COMPANIONS):
        _beside(wreck, companion).unlink(missing_ok=True)
    shutil.copyfile(source, wreck)  # by now the journal may be in it
    return (f"The journal beside {source.name} was of another library and was not used.",)


def _check(path: Path) -> list[str]:
    engine = reading_engine(path)
    try:
        with engine.connect() as connection:
            return integrity.check(connection)
    except DatabaseError:
        return [f"{path.name} is damaged."]  # so badly that no question can be put
    finally:
        engine.dispose()


def _mend(rescued: Path, found: Salvage, is_index_wrong: bool) -> tuple[Mended, Counts]:
    engine = writing_engine(rescued)
    try:
        with engine.connect() as connection:
            unsure = is_index_wrong or bool(found.unsure & {"signal", "term", "link", "digest"})
            mended = mend(connection, found, datetime.now(UTC), everything=unsure)
            with connection.begin():
                saved = _counts(connection)
            checkpoint(connection)
    finally:
        engine.dispose()
    return mended, saved


def _rows_vanished(problems: list[str]) -> bool:
    """Whether the search index misses something though every page can be read."""
    spoilt = any(" is damaged" in problem for problem in problems)
    return integrity.SEARCH_IS_WRONG in problems and not spoilt


def _counts(connection: Connection) -> Counts:
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in tables.metadata.tables.items()
        if name != "setting"
    }


def _notes(found: Salvage, mended: Mended) -> Iterator[str]:
    yield from found.notes
    for name in sorted(found.unsure):
        yield f"Parts of “{name}” can’t be read; how many rows they held is not known for certain."
    if found.mended:
        yield f"{found.mended:,} texts had bytes that are no text; they stand as “\ufffd” now."
    if mended.texts:
        yield f"{mended.texts:,} imported texts were lost and written anew from the digests."
    if mended.differing:
        yield (
            f"{mended.differing:,} rows did not stand as the history said; they were left so, and"
            " the step “Repair the library” says it."
        )


def _free_name(path: Path) -> Path:
    stem = f"{path.stem}{_ASIDE}{sqlite_file.stamp(datetime.now(UTC))}"
    aside, count = path.with_name(stem + path.suffix), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{stem}-{count}{path.suffix}")
    return aside


def _write_rest(aside: Path, found: Salvage) -> Path | None:
    """What no library can hold, as a text file beside the damaged one."""
    rest = {"rows": found.strays, "traces": found.clues}
    if not any(found.strays.values()) and not any(found.clues.values()):
        return None
    data = json.dumps(rest, ensure_ascii=False, indent=1, default=_in_words)
    target = aside.with_suffix(".json")
    write_whole(target, data.encode("utf-8", "replace"))
    return target


def _in_words(value: Any) -> str:
    return b64encode(value).decode() if isinstance(value, bytes) else str(value)


def _place(rescued: Path, path: Path, aside: Path) -> None:
    """The damaged file with its journals under another name, and the new one in its place."""
    synced(rescued)
    for companion in ("", *_JOURNALS):
        part = _beside(path, companion)
        if part.exists() and not _beside(aside, companion).exists():
            _named_too(part, _beside(aside, companion))
    synced(path.parent)
    for companion in sqlite_file.COMPANIONS:  # beside the new file they would be replayed
        _beside(path, companion).unlink(missing_ok=True)
    failpoint("repair.moved")
    rescued.replace(path)
    synced(path.parent)
    failpoint("repair.placed")


def _named_too(part: Path, name: Path) -> None:
    """The same file under a second name, or a copy of it where the disk knows no links."""
    try:
        os.link(part, name)
    except OSError:
        shutil.copyfile(part, name)
        synced(name)


def _beside(path: Path, companion: str) -> Path:
    return path.with_name(path.name + companion)
