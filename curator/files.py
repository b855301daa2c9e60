"""Writing a file so that it is the old one or the new one at any moment, never half of either."""

import os
import platform
import uuid
import zlib
from pathlib import Path
from typing import BinaryIO

import psutil

from curator.failpoints import failpoint

ON_WINDOWS = os.name == "nt"
PRIVATE = 0o600
"""For its owner only: what Curator keeps for itself."""
PUBLIC = 0o666
"""As the umask of the person allows: what is published."""
_HERE = f"{zlib.crc32(platform.node().encode()):08x}"
"""This machine, in the names of unfinished files: folders may lie on a network."""
_BINARY = getattr(os, "O_BINARY", 0)  # Windows alone has it
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def write_whole(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Put `data` at `path` in one go: written aside, flushed to the disk, then renamed.

    Raises:
        OSError: the disk is full or the folder can't be written; what was there stays.
    """
    aside = path.with_name(f".curator-{_HERE}-{os.getpid()}-{uuid.uuid4().hex}.part")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            _write_through(stream, data)
        aside.replace(path)
        failpoint("file.placed")
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_behind(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Put `data` behind what is at `path`, on the disk when this returns.

    Who is killed here may leave a part of it; who meets an error leaves what was there before.

    Raises:
        OSError: the disk is full or the file can't be written.
    """
    is_new = not path.exists()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _NO_LINK | _BINARY, mode)
    with os.fdopen(handle, "ab") as stream:
        before = os.fstat(handle).st_size
        try:
            _write_through(stream, data)
        except BaseException:
            os.ftruncate(handle, before)
            raise
    if is_new:
        synced(path.parent)


def _write_through(stream: BinaryIO, data: bytes) -> None:
    """Write all of `data` to the disk itself."""
    failpoint("file.opened")
    stream.write(data)
    stream.flush()
    failpoint("file.written")
    os.fsync(stream.fileno())
    failpoint("file.synced")


def sweep(folder: Path) -> int:
    """Take away what a process that was killed in `write_whole` left; returns how many.

    What a living process, or one of another machine, writes in the same folder stays.

    Raises:
        OSError: the folder can't be read or written.
    """
    count = 0
    for path in folder.glob(f".curator-{_HERE}-*-*.part"):
        writer = path.name.split("-")[2]
        if writer.isdecimal() and not psutil.pid_exists(int(writer)):
            path.unlink(missing_ok=True)
            count += 1
    return count


def private_folder(path: Path) -> Path:
    """A folder, made where it is missing together with those above it, for its owner only.

    Raises:
        OSError: it can't be made.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    return path


def synced(path: Path) -> None:
    """What was written to a file, or the names in a folder, forced to the disk."""
    if ON_WINDOWS and path.is_dir():
        return  # Windows opens no folders, and has no need to
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
