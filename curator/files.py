"""Writing a file so that it is the old one or the new one at any moment, never half of either."""

import os
import uuid
from pathlib import Path

ON_WINDOWS = os.name == "nt"
PRIVATE = 0o600
"""For its owner only: what Curator keeps for itself."""
PUBLIC = 0o666
"""As the umask of the person allows: what is published."""
_BINARY = getattr(os, "O_BINARY", 0)  # Windows alone has it


def write_whole(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Put `data` at `path` in one go: written aside, flushed to the disk, then renamed.

    Raises:
        OSError: the disk is full or the folder can't be written; what was there stays.
    """
    aside = path.with_name(f".curator-{uuid.uuid4().hex}.part")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def synced(path: Path) -> None:
    """What was written to a file, or the names in a folder, forced to the disk."""
    if ON_WINDOWS and path.is_dir():
        return  # Windows opens no folders, and has no need to
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
