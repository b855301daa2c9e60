"""How far each library was when it was last closed here, to notice that a part of it is missing.

A library whose file was copied without its journal, or that another program put back to an older
state, is sound and says nothing. Only somebody who remembers can tell that it is older than it was.
"""

import json
from contextlib import suppress
from pathlib import Path

from curator.files import private_folder, write_whole
from curator.settings import state_folder

MOST = 200
"""Libraries that are remembered; the ones not opened for longest are forgotten first."""


def missing(path: Path, library_id: str, writes: int) -> int:
    """How many writes fewer the library at `path` has than when it was last closed here."""
    return max(_remembered().get(_name(path, library_id), 0) - writes, 0)


def remember(path: Path, library_id: str, writes: int) -> None:
    """Note how far a library is; where that can't be kept, nothing is said.

    Copies of it at other places are other things: a backup may well be looked at.
    """
    known = _remembered()
    if known.pop(_name(path, library_id), None) == writes:
        return
    newest = {_name(path, library_id): writes, **known}
    kept = dict(list(newest.items())[:MOST])
    with suppress(OSError):
        private_folder(state_folder())
        write_whole(_path(), json.dumps(kept).encode())


def _name(path: Path, library_id: str) -> str:
    return f"{library_id} {path.absolute()}"


def _remembered() -> dict[str, int]:
    try:
        found = json.loads(_path().read_bytes())
        return {str(name): int(number) for name, number in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _path() -> Path:
    return state_folder() / "libraries.json"
