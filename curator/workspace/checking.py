"""Is the library whole? Checking it, and making a damaged one whole again."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from curator.domain.errors import Damaged, LibraryError
from curator.library import finding_counts, holders, integrity, row_index, search_index
from curator.library import repair as repairing
from curator.library.sqlite_file import real_path
from curator.library.write import Write
from curator.workspace import backups
from curator.workspace.workspace import Workspace

CHECKED_AT, CHECKED_PROBLEMS = "checked_at", "checked_problems"
"""The notes in which a library keeps when it was checked last, and how many problems there were."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; no problems means that all is well.

    It is `full` where the search index was compared with the texts too, which takes a library
    that can be written.
    """

    library: str
    digests: int
    steps: int
    problems: tuple[str, ...]
    full: bool = True

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What a repair did.

    `damaged` is where the damaged file lies now, `rest` the text file with what no library can
    hold; both are empty where there was nothing to repair. `backup` is the newest sound copy, if
    there is one. `saved` and `lost` count rows by table, `put_back` those of the saved ones that
    came from the history or from imported texts. `problems` are those that are left.
    """

    library: str
    damaged: str = ""
    rest: str = ""
    backup: str = ""
    saved: tuple[tuple[str, int], ...] = ()
    lost: tuple[tuple[str, int], ...] = ()
    put_back: int = 0
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def needed(self) -> bool:
        """Whether there was anything to repair."""
        return bool(self.damaged)

    @property
    def ok(self) -> bool:
        """Whether nothing was lost and nothing is wrong any more."""
        return not self.lost and not self.problems


def check(workspace: Workspace) -> CheckReport:
    """Ask SQLite and the journal whether everything in the library agrees.

    When it was asked, and how much was wrong, is noted in the library where that can be written.

    Raises:
        Busy: another writer did not finish in time.
    """
    full = not workspace.only_reads
    with workspace.library.reading() as connection:
        problems = tuple(integrity.check(connection, search=full))
    if workspace.is_damaged and not problems:  # such as by the journal of another library
        problems = (workspace.only_reads,)
    if full and not problems:
        holders.forget(holders.left_behind(workspace.path))
    digests, steps = _sizes(workspace)
    with suppress(LibraryError):
        workspace.library.remember(CHECKED_AT, datetime.now(UTC).isoformat(timespec="seconds"))
        workspace.library.remember(CHECKED_PROBLEMS, str(len(problems)))
    return CheckReport(str(workspace.path), digests, steps, problems, full)


def _sizes(workspace: Workspace) -> tuple[int, int]:
    try:
        with workspace.library.reading() as connection:
            return integrity.sizes(connection)
    except Damaged:
        return (0, 0)


def rebuild_index(workspace: Workspace) -> None:
    """Make the search indexes anew from the texts, and let findings be counted anew; nothing else
    changes, and it is no step.

    Raises:
        ReadOnly, Busy: the library can't be written.
    """

    def deed(write: Write) -> str:
        search_index.rebuild(write.connection)
        row_index.rebuild(write.connection)
        finding_counts.forget_all(write.connection)
        write.changed = True
        return ""

    workspace.library.write(deed)


def repair(library: Path) -> RepairReport:
    """Repair the library at that path, which nobody may have open; a sound one is left alone.

    Raises:
        Busy: somebody has it open.
        LibraryError: it can't be repaired; the error says why, and what else can be done.
    """
    library = real_path(library)
    done = repairing.repair(library)
    copies = backups.copies(library)
    return RepairReport(
        library=str(library),
        damaged=str(done.damaged or ""),
        rest=str(done.rest or ""),
        backup=str(copies[0].path) if copies else "",
        saved=done.saved,
        lost=done.lost,
        put_back=done.put_back,
        notes=done.notes,
        problems=done.problems,
    )
