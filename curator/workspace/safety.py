"""Is the library whole? Checking it, copying it, bringing a copy back."""

from dataclasses import dataclass
from pathlib import Path

from curator.library import backup as copies
from curator.library import integrity
from curator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; no problems means that all is well."""

    library: str
    digests: int
    steps: int
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A verified copy, and how large it is in bytes."""

    library: str
    backup: str
    bytes: int


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """Which copy was brought back, and where the file lies that was there before (or nowhere)."""

    library: str
    backup: str
    previous: str


def check(workspace: Workspace) -> CheckReport:
    """Ask SQLite and the journal whether everything in the library agrees."""
    with workspace.library.reading() as connection:
        digests, steps = integrity.sizes(connection)
        problems = tuple(integrity.check(connection))
    return CheckReport(str(workspace.path), digests, steps, problems)


def backup(workspace: Workspace) -> BackupReport:
    """Make a copy beside the library, verified by opening it.

    Raises:
        LibraryError: there is no room, or the copy is not whole.
    """
    path = copies.backup(workspace.library, workspace.path.parent / "backups")
    return BackupReport(str(workspace.path), str(path), path.stat().st_size)


def restore(library: Path, copy: Path) -> RestoreReport:
    """Put `copy` in the place of the library, which is moved aside with its journals.

    Raises:
        LibraryError: the copy is no sound library.
    """
    previous = copies.restore(copy, library)
    return RestoreReport(str(library), str(copy), str(previous) if previous else "")
