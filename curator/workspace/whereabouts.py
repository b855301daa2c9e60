"""Where a library lies, who else has it open, and whether it is still the file that was opened."""

from pathlib import Path

from curator.domain.place import Place
from curator.library import holders
from curator.library.holders import WINDOW, Holder
from curator.library.library import Library
from curator.library.places import place_of
from curator.library.sqlite_file import real_path
from curator.workspace.workspace import Workspace


def place_at(path: Path) -> Place:
    """The kind of place that a path lies in; asked before a library is made or opened there."""
    return place_of(path)


def others(workspace: Workspace) -> list[Holder]:
    """The other processes that have the library open."""
    return holders.others(workspace.path)


def windows_on(path: Path) -> list[Holder]:
    """The windows of other processes that have the library at `path` open."""
    return [holder for holder in holders.others(real_path(path)) if holder.role == WINDOW]


def is_displaced(workspace: Workspace) -> bool:
    """Whether the file was moved, replaced or deleted since it was opened."""
    return workspace.library.file.is_displaced()


def save_copy(workspace: Workspace, target: Path) -> Path:
    """All that is shown as a new, verified library file; also where the file itself was moved.

    Returns:
        `target`, or the next free name like it.

    Raises:
        LibraryError: there is no room, or not all of it can be read; no copy is left.
    """
    return workspace.library.save_copy(target)


def view_newer(path: Path, reason: str) -> Workspace:
    """A library that a newer Curator made, to be read and exported only; `reason` says so.

    Raises:
        TooNew: it lacks what this Curator reads.
        LibraryError: it can't be read at all.
    """
    return Workspace(Library.view(path, reason, any_version=True))
