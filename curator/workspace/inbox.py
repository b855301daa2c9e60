"""The files of an import: found in folders, and read, without trust in what lies there.

A folder of somebody else may hold links to anywhere, pipes that never end, or itself. Nothing is
opened that is no plain file, nothing outside the folder is read because a link in it says so, and
nothing is taken that changed while it was read.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from curator.codec.source import decode
from curator.domain.errors import CodecError, CuratorError

SUFFIXES = (".md", ".markdown", ".txt")
LARGEST = 5_000_000
"""Bytes of one file; the largest digest that was ever seen has 17 kB."""
MOST_FILES = 200_000
DEEPEST = 100
"""Folders within each other."""
JOURNALS = ("", "-wal", "-shm", "-journal")
"""What the files of a library are called, behind its name."""
_NO_FILE = "It is no file."
_MEGABYTE = 1_000_000
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | os.O_RDONLY

Found = tuple[Path, str]
"""A file, as it was come by, and where it really is."""
Refuse = Callable[[Path, str], None]
Identity = tuple[int, int]
"""By what a system knows a file: its device, and its number there."""


def files_of(paths: Iterable[Path], refuse: Refuse, most: int = MOST_FILES) -> Iterator[Path]:
    """The files to read, each once, in the order of their names; `refuse` hears of the others.

    Raises:
        CuratorError: there are more than anybody can mean.
    """
    seen: set[str] = set()
    for number, (path, place) in enumerate(
        found for given in paths for found in _found(given, refuse)
    ):
        if number >= most:
            raise CuratorError(
                f"There are more than {most:,} files; nothing was imported.",
                "Import a smaller folder, or one folder after the other.",
            )
        if not _is_utf_8(path.stem):
            refuse(path, "Its name is not UTF-8.")
        elif place not in seen:
            seen.add(place)
            yield path


def own_files(library: Path) -> frozenset[Identity]:
    """What the files of a library are to the system, whatever they are called elsewhere."""
    found = (library.with_name(library.name + ending) for ending in JOURNALS)
    return frozenset(_identity(path.stat()) for path in found if path.exists())


def text_of(path: Path, own: frozenset[Identity] = frozenset()) -> str:
    """The text of a file; `own` is what the files of the library are.

    Raises:
        CodecError: it is too large, no plain file, no text, or a file of the library itself,
            which only SQLite may open: to close it would give up SQLite's locks.
        OSError: it can't be read.
    """
    if _identity(path.stat()) in own:
        raise CodecError("It is the library itself.")
    return decode(_bytes_of(path))


def _identity(status: os.stat_result) -> Identity:
    return status.st_dev, status.st_ino


def _found(path: Path, refuse: Refuse) -> Iterator[Found]:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        refuse(path, "There is no such file or folder.")
    except OSError as error:
        refuse(path, f"It can't be read: {error.strerror}.")
    else:
        if stat.S_ISDIR(mode):
            root = path.resolve()
            yield from _inside(path, str(root), root, refuse)
        elif stat.S_ISREG(mode):
            yield path, str(path.resolve())
        else:
            refuse(path, _NO_FILE)


def _inside(here: Path, place: str, root: Path, refuse: Refuse, depth: int = 0) -> Iterator[Found]:
    """The digests in a folder; links to folders are not followed, so that loops end.

    `place` is where the folder really is. What it lists of its entries is all that is asked of
    those that are no links.
    """
    try:
        with os.scandir(here) as listed:
            entries = sorted(listed, key=attrgetter("name"))
    except OSError as error:
        refuse(Path(error.filename), f"It can't be read: {error.strerror}.")
        return
    folders = [entry.name for entry in entries if _is_folder(entry)]
    for name in folders:
        if _leads_out(here / name, root):
            refuse(here / name, "It is a link that leads out of the folder, and is left out.")
    if depth >= DEEPEST and folders:
        refuse(here, f"Its folders are left out: more than {DEEPEST} lie within each other.")
        folders.clear()
    yield from _files_among(entries, here, place, root, refuse)
    for name in folders:
        if not (here / name).is_symlink():
            yield from _inside(here / name, f"{place}{os.sep}{name}", root, refuse, depth + 1)


def _files_among(
    entries: Iterable[os.DirEntry[str]], here: Path, place: str, root: Path, refuse: Refuse
) -> Iterator[Found]:
    for entry in entries:
        path = here / entry.name
        if path.suffix.lower() not in SUFFIXES or _is_folder(entry):
            continue
        if reason := _why_not(entry, path, root):
            refuse(path, reason)
        elif entry.is_symlink():
            yield path, str(path.resolve())
        else:
            yield path, f"{place}{os.sep}{entry.name}"


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # such as a link to itself
        return False


def _why_not(entry: os.DirEntry[str], path: Path, root: Path) -> str:
    if entry.is_symlink() and _leads_out(path, root):
        return "It is a link that leads out of the folder, and is left out."
    try:
        return "" if entry.is_file() else _NO_FILE
    except OSError as error:
        return f"It can't be read: {error.strerror}."


def _is_utf_8(name: str) -> bool:
    return name.isascii() or name == name.encode("utf-8", "replace").decode("utf-8")


def _leads_out(path: Path, root: Path) -> bool:
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root)


def _bytes_of(path: Path) -> bytes:
    """All bytes of a plain file, read without waiting and never more than are allowed."""
    handle = os.open(path, _NO_WAITING)
    with os.fdopen(handle, "rb") as stream:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise CodecError(_NO_FILE)
        data = stream.read(LARGEST + 1)
        after = os.fstat(handle)
    if len(data) > LARGEST:
        size = max(before.st_size, len(data)) / _MEGABYTE
        raise CodecError(
            f"The file has {size:,.1f} MB; a digest has at most {LARGEST // _MEGABYTE} MB."
        )
    if len(data) != before.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise CodecError("It changed while it was read.", hint="Import it again.")
    return data
