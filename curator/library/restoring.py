"""Bringing a copy back: the file that is there is moved aside with its journals, never deleted.

The order of the moves is what keeps a restore that is killed from losing anything. The copy is
made and proven beside the library first, under a hidden name. Then the library is moved aside,
then its journals, then the copy gets the name. Killed before the first move, the old library is
where it was; after the last one, the new. In between nothing has the name, while the old file
(NAME.replaced-TIME) and the finished copy lie beside it: by these two the next start knows, and
puts the old one back (`backups.finish_interrupted_restore`). A journal is never left beside a file
that it does not belong to, because SQLite would replay it without a word.
"""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from curator.domain.backup_copy import RESTORE
from curator.domain.errors import Busy, Damaged, LibraryError, NotALibrary
from curator.failpoints import failpoint
from curator.files import synced
from curator.library import backups, holders, sqlite_file
from curator.library.file_state import known_state
from curator.library.sqlite_copy import fill, unfinished_copy, verify
from curator.library.sqlite_errors import known_error, translated

FOREIGN = ".foreign"
"""Ends the name of a journal that was found beside a library that it does not belong to."""


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the former file lies now, and its backup; None where there was none, or no need."""

    previous: Path | None
    backup: Path | None


def restore(copy: Path, target: Path, now: datetime) -> Restored:
    """Puts a copy in the place of the library at `target`, which nobody may have open.

    Raises:
        NotALibrary, TooNew, Damaged: the copy is no sound library; nothing is changed.
        Busy: the library at `target` is open in another window or program.
        ReadOnly: the folder takes no file.
        LibraryError: the copy is the library itself, or the disk is full.
    """
    copy, target = sqlite_file.real_path(copy), sqlite_file.real_path(target)
    if target.exists() and copy.exists() and target.samefile(copy):
        raise LibraryError(f"{copy.name} is the library itself.", "Choose one of its copies.")
    backups.finish_interrupted_restore(target)
    verify(copy)
    with translated(target):
        backups.sweep(target)
        failpoint("restore.checked")
    frozen = not sqlite_file.has_journal(copy)
    with translated(copy), sqlite_file.looking(copy, frozen=frozen) as source:
        aside = backups.aside_name(target, now)
        waiting = unfinished_copy(source, copy, backups.waiting_name(target, aside))
        try:
            fill(source, copy, waiting)
            with translated(target):
                failpoint("restore.copied")
                backup = _back_up(target, now) if target.exists() else None
                return Restored(_exchange(waiting, target, aside), backup)
        finally:
            waiting.unlink(missing_ok=True)


def _back_up(target: Path, now: datetime) -> Path | None:
    """A copy of what is to be replaced, where it is sound and no copy holds it."""
    _set_foreign_journal_aside(target, now)
    _settle(target)
    state = known_state(target)
    if state is None or state.is_unused or backups.is_backed_up(target, state):
        return None
    try:
        return backups.back_up(target, RESTORE, now)
    except Damaged:
        return None  # it is moved aside as it is; bringing a backup back is the cure for it


def _exchange(waiting: Path, target: Path, aside: Path) -> Path | None:
    """Moves the old file away and the new one into its place; back again where that fails."""
    had = target.exists()
    synced(waiting)
    try:
        _part(target, aside)
        # Nobody makes a new library there meanwhile: who opens it finds a restore at work.
        waiting.replace(target)
        synced(target.parent)
        failpoint("restore.placed")
        verify(target)
    except BaseException:
        if had:
            backups.put_back(aside, target)
        else:
            target.unlink(missing_ok=True)
        raise
    return aside if had else None


def _part(target: Path, aside: Path) -> None:
    """Moves a library aside, and after it the journals that it needs; or those left of another."""
    had = target.exists()
    if had:
        target.rename(aside)
    failpoint("restore.parted")
    _move_journals(target, aside, "" if had else FOREIGN)
    synced(target.parent)
    failpoint("restore.moved")


def _move_journals(target: Path, aside: Path, ending: str = "") -> None:
    for companion in sqlite_file.COMPANIONS:
        part = target.with_name(target.name + companion)
        if part.exists():
            part.rename(aside.with_name(aside.name + companion + ending))


def _set_foreign_journal_aside(target: Path, now: datetime) -> None:
    """Before it would be brought into the file that is kept aside, and spoil it."""
    with suppress(sqlite3.Error):
        if sqlite_file.has_foreign_journal(target):
            _move_journals(target, backups.aside_name(target, now), FOREIGN)


def _settle(target: Path) -> None:
    """Brings the journal into the file; this also shows whether somebody has it open."""
    try:
        # SQLite throws away the journal of what it takes for no database.
        sqlite_file.require_library(target)
        with sqlite_file.bare(target, patience=0.5) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except NotALibrary:
        return
    except sqlite3.Error as error:
        # A damaged file is moved as it is: bringing a backup back is the cure for it.
        if isinstance(known_error(error, target), Busy):
            names = [holder.words for holder in holders.others(target)]
            who = " and ".join(names) or "another window or program"
            raise Busy(f"{target.name} is open in {who}.", "Close it there first.") from error
