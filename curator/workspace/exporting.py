"""Writing digests back as Markdown files, each under the name it came with."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from curator.codec.curated import write_curated
from curator.codec.source import encode
from curator.codec.writer import write
from curator.domain.errors import InvalidRecord, UnknownRecord
from curator.exports.file_names import safe_names
from curator.exports.folder import CONFLICT, SAME, WRITTEN, ExportFolder
from curator.library import queries
from curator.workspace.reading import CURATED, FAITHFUL, LAYOUTS
from curator.workspace.workspace import Workspace

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
_CHUNK = 100


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did; `conflict` names the files that were left alone."""

    written: int = 0
    same: int = 0
    conflict: tuple[str, ...] = ()
    cancelled: bool = False


def export(
    workspace: Workspace,
    folder: Path,
    *,
    layout: str = FAITHFUL,
    keys: Collection[str] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportReport:
    """Write digests into `folder`: those with `keys`, or all that are not in the trash.

    A file that Curator did not write, or that changed since, is never overwritten but reported.

    Raises:
        InvalidRecord: there is no such layout.
        UnknownRecord: one of `keys` is not in the library.
        CuratorError: the folder can't be used.
    """
    if layout not in LAYOUTS:
        raise InvalidRecord(f"“{layout}” is no layout.", f"Use one of: {', '.join(LAYOUTS)}.")
    chosen = _chosen(workspace, keys)
    target = ExportFolder(folder)
    told: dict[str, list[str]] = {WRITTEN: [], SAME: [], CONFLICT: []}
    stopped = False
    for start in range(0, len(chosen), _CHUNK):
        if cancelled and cancelled():
            stopped = True
            break
        if progress:
            progress(start, len(chosen), chosen[start][1])
        files = list(_texts(workspace, chosen[start : start + _CHUNK], layout))
        target.announce(files)
        for name, data in files:
            told[target.put(name, data)].append(name)
    target.finish()
    return ExportReport(len(told[WRITTEN]), len(told[SAME]), tuple(told[CONFLICT]), stopped)


def _chosen(workspace: Workspace, keys: Collection[str]) -> list[tuple[int, str]]:
    """Ids and safe names; made for all digests, so that a name never depends on the choice."""
    with workspace.library.reading() as connection:
        known = queries.file_names(connection)
    wanted = frozenset(keys)
    missing = wanted - {key for _, key, _ in known}
    if missing:
        raise UnknownRecord(f"The library has no digest “{min(missing)}”.")
    names = safe_names(file_name for _, _, file_name in known)
    pairs = zip(known, names, strict=True)
    return [(id_, name) for (id_, key, _), name in pairs if not wanted or key in wanted]


def _texts(
    workspace: Workspace, chosen: list[tuple[int, str]], layout: str
) -> Iterator[tuple[str, bytes]]:
    compose = write_curated if layout == CURATED else write
    with workspace.library.reading() as connection:
        for digest_id, name in chosen:
            record = queries.whole(connection, digest_id)
            text = queries.original(connection, record.digest.original_id)
            yield name, encode(compose(text, record))
