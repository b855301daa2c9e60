"""Writing a file so that it is the old one or the new one at any moment, never half of either."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one go: written aside, flushed to the disk, then renamed.

    Raises:
        OSError: the disk is full or the folder can't be written; what was there stays.
    """
    handle, name = tempfile.mkstemp(prefix=".curator-", suffix=".part", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        aside.chmod(0o600)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def flush_folder(folder: Path) -> None:
    """Make the names that were written into `folder` survive a loss of power."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
