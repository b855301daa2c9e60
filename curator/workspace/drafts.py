"""Text that was being typed and is not in the library yet, each in a small file of its own.

Drafts are files and not rows: one each second must not look to other windows like a change of the
library, and it has to survive a full disk below that. Nothing here is ever applied by itself.
"""

import json
import re
import time
import uuid
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import psutil

from curator.domain.errors import CuratorError
from curator.failpoints import failpoint
from curator.files import private_folder, write_whole
from curator.settings import state_folder
from curator.workspace.typed_fields import TypedField, is_written
from curator.workspace.workspace import Workspace

_TYPES = {
    "library_id": str,
    "digest_id": int,
    "kind": str,
    "record_id": int,
    "field": str,
    "stored": str,
    "text": str,
    "at": str,
    "process": int,
    "started": float,
}
_NOBODY = (0, 0.0)
"""Process and start of a draft that no window holds any more."""
_SAME_START = 2.0
"""Seconds by which the start of one process may seem to differ, when the clock was set."""
_STRAY = 3600
"""Seconds after which a file that was being written belongs to nobody."""
_LAST_PROCESS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Draft:
    """What was being typed in one field, which is addressed as in `TypedField`.

    `stored` is what the library said there, and `at` the time of the last keystrokes, in UTC.
    """

    library_id: str
    digest_id: int
    kind: str
    record_id: int
    field: str
    stored: str
    text: str
    at: str
    path: Path

    @property
    def place(self) -> TypedField:
        """The field that it belongs to."""
        return TypedField(self.digest_id, self.kind, self.record_id, self.field)


def keep(
    workspace: Workspace, place: TypedField, stored: str, text: str, path: Path | None = None
) -> Draft:
    """Write what is being typed to a file: that of the former keystrokes (`path`), or a new one.

    Raises:
        CuratorError: the file can't be written.
    """
    library_id, now = workspace.library_id, datetime.now(UTC).isoformat(timespec="seconds")
    path = path or _folder(library_id) / f"{uuid.uuid4().hex}.json"
    draft = Draft(library_id, **asdict(place), stored=stored, text=text, at=now, path=path)
    _write(draft, _this_process())
    return draft


def let_go(draft: Draft) -> None:
    """Leave a draft behind although its window lives on: its text found no way into the library.

    It also brings back a draft that was thrown away.

    Raises:
        CuratorError: the file can't be written.
    """
    _write(draft, _NOBODY)


def throw_away(draft: Draft) -> None:
    """Delete a draft; one that is gone already is no fault.

    Raises:
        CuratorError: the file can't be deleted.
    """
    try:
        draft.path.unlink(missing_ok=True)
    except OSError as error:
        raise CuratorError(
            f"The draft {draft.path.name} can't be deleted: {error.strerror}.",
            f"It lies in {draft.path.parent}.",
        ) from error


def left_behind(workspace: Workspace) -> list[Draft]:
    """The drafts of this library that no living window holds, oldest first.

    What the library says meanwhile is no draft any more and goes; a damaged file is set aside
    under another name.
    """
    folder = _folder(workspace.library_id)
    _sweep(folder)
    read = filter(None, map(_read, folder.glob("*.json")))
    kept = []
    for draft in [draft for draft, holder in read if not _lives(*holder)]:
        if is_written(workspace, draft.place, draft.text):
            throw_away(draft)
        else:
            kept.append(draft)
    return sorted(kept, key=_time_of)


def count(workspace: Workspace) -> int:
    """How many texts wait to be looked at."""
    return len(left_behind(workspace))


def _write(draft: Draft, holder: tuple[int, float]) -> None:
    told = asdict(draft) | {"process": holder[0], "started": holder[1]}
    del told["path"]
    try:
        private_folder(draft.path.parent)
        write_whole(draft.path, json.dumps(told).encode())
        failpoint("draft.kept")
    except OSError as error:
        raise CuratorError(
            f"What you type can't be kept in a draft: {error.strerror}.",
            "It is safe once it is in the library: Enter puts it there.",
        ) from error


def _read(path: Path) -> tuple[Draft, tuple[int, float]] | None:
    try:
        told = json.loads(path.read_bytes())
        values = {name: _typed(told[name], type_) for name, type_ in _TYPES.items()}
        holder = values.pop("process"), values.pop("started")
        draft = Draft(**values, path=path)  # type: ignore[arg-type]  # checked one by one above
        _time_of(draft)
    except OSError:  # another window threw it away just now, or it is not for us
        return None
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
        return None
    return draft, holder  # type: ignore[return-value]


def _typed(value: object, type_: type) -> object:
    if not isinstance(value, type_):
        raise TypeError
    return value


def _time_of(draft: Draft) -> datetime:
    return datetime.fromisoformat(draft.at).astimezone(UTC)


@cache
def _this_process() -> tuple[int, float]:
    process = psutil.Process()
    return process.pid, process.create_time()


def _lives(process: int, started: float) -> bool:
    if not 0 < process <= _LAST_PROCESS:
        return False
    try:
        holder = psutil.Process(process)
        began = abs(holder.create_time() - started) < _SAME_START
        return began and holder.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _folder(library_id: str) -> Path:
    # The id comes out of a file that may be a stranger's; it must not lead out of the folder.
    return state_folder() / "drafts" / (re.sub(r"[^0-9A-Za-z-]", "_", library_id) or "_")


def _sweep(folder: Path) -> None:
    """Delete what a process left that was killed while it wrote."""
    for stray in folder.glob(".curator-*.part"):
        with suppress(OSError):
            if time.time() - stray.stat().st_mtime > _STRAY:
                stray.unlink()
