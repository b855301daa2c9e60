"""A folder of exported files that never overwrites what somebody else wrote.

The folder keeps a manifest (`.curator-export.json`) with the SHA-256 of each file that Curator
wrote there. A file that is not in it, or that changed since, is left alone and reported. What is
about to be written is announced in a file beside it, line by line, so that each line is written
once however many there are; at the end, or at the next start, it becomes part of the manifest.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from curator.domain.errors import CuratorError
from curator.failpoints import failpoint
from curator.files import PUBLIC, sweep, synced, write_behind, write_whole

MANIFEST = ".curator-export.json"
ANNOUNCED = ".curator-export.announced"
_LARGEST = 50_000_000
"""Bytes of a file that could be one of ours: ten times what an import takes."""
_LARGEST_MANIFEST = 100_000_000
"""Bytes: half a kilobyte for each of 200,000 files."""
_NO_WAY_ROUND = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
)
WRITTEN = "written"
SAME = "same"
CONFLICT = "conflict"


class ExportFolder:
    """One folder to export to; made if it is not there.

    Call `announce` with what is about to be written, then `put` for each file, and `finish` at
    the end: so also after a crash in between the manifest knows every file as Curator's own.

    Raises:
        CuratorError: the place is no folder, or its manifest can't be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CuratorError(
                f"The folder {folder} can't be made: {error.strerror}.", "Choose another folder."
            ) from error
        sweep(folder)
        self._own = _read_manifest(folder / MANIFEST)
        self._settle()

    def announce(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Note the hashes of files that are about to be written, beside those of the last time."""
        lines = [line for name, data in files for line in self._announced(name, _hash(data))]
        if lines:
            write_behind(self.folder / ANNOUNCED, "".join(lines).encode())
        failpoint("export.announced")

    def put(self, name: str, data: bytes) -> str:
        """Write one file; returns WRITTEN, SAME, or CONFLICT where it was left alone.

        `name` is a plain file name (see `safe_names`).
        """
        path = self.folder / name
        if path.name != name or path.parent != self.folder:
            return CONFLICT
        present = _present(path)
        if present is None:
            return CONFLICT
        if present == data and path.exists():
            self._own[name] = [_hash(data)]
            return SAME
        if path.exists() and _hash(present) not in self._own.get(name, []):
            return CONFLICT
        write_whole(path, data, PUBLIC)
        failpoint("export.placed")
        self._own[name] = [_hash(data)]
        return WRITTEN

    def finish(self) -> None:
        """Write the manifest and flush the folder to the disk."""
        self._save()
        failpoint("export.finished")
        synced(self.folder)

    def _announced(self, name: str, digits: str) -> Iterator[str]:
        hashes = self._own.setdefault(name, [])
        if digits not in hashes:
            hashes.append(digits)
            yield f"{digits} {json.dumps(name)}\n"

    def _settle(self) -> None:
        """Take over what was announced by an export that did not come to its end."""
        announced = _read_announced(self.folder / ANNOUNCED)
        for name, digits in announced:
            self._own.setdefault(name, []).append(digits)
        if announced:
            self._save()

    def _save(self) -> None:
        files = {name: hashes for name, hashes in sorted(self._own.items()) if hashes}
        text = json.dumps({"curator": 1, "files": files}, ensure_ascii=False, indent=1)
        write_whole(self.folder / MANIFEST, text.encode())
        (self.folder / ANNOUNCED).unlink(missing_ok=True)


def _read_announced(path: Path) -> list[tuple[str, str]]:
    """Names and hashes; a last line that was not written to its end announces nothing."""
    try:
        data = _present(path, _LARGEST_MANIFEST)
        if data is None:
            raise ValueError("no plain file of a sensible size")
        lines = [line.split(b" ", 1) for line in data.split(b"\n")[:-1]]
        return [(str(json.loads(name)), digits.decode("ascii")) for digits, name in lines]
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> CuratorError:
    return CuratorError(
        f"The list of exported files, {path}, can't be read.",
        "Move it away; files that are there already will then be left alone.",
    )


def _read_manifest(path: Path) -> dict[str, list[str]]:
    try:
        if (data := _present(path, _LARGEST_MANIFEST)) == b"" and not path.exists():
            return {}
        if data is None:
            raise ValueError("no plain file of a sensible size")
        files = json.loads(data)["files"]
        return {str(name): [str(hash_) for hash_ in hashes] for name, hashes in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _unreadable(path) from error


def _present(path: Path, largest: int = _LARGEST) -> bytes | None:
    """What lies at `path`; empty where nothing does, None where it is no plain file, or one that
    is larger than anything that we write."""
    try:
        known = path.lstat()
        if not stat.S_ISREG(known.st_mode):
            return None
        handle = os.open(path, _NO_WAY_ROUND)
    except FileNotFoundError:
        return b""
    with os.fdopen(handle, "rb") as stream:
        if not os.path.samestat(os.fstat(handle), known):
            return None  # somebody put something else there meanwhile
        data = stream.read(largest + 1)
    return data if len(data) <= largest else None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
