"""Writing digests back as Markdown files, each under the name it came with."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from curator.codec.curated import write_curated
from curator.codec.source import encode
from curator.codec.writer import write
from curator.domain.errors import CuratorError, InvalidRecord, UnknownRecord
from curator.domain.measures import counted
from curator.exports.file_names import safe_names
from curator.exports.folder import CONFLICT, SAME, WRITTEN, ExportFolder
from curator.library import queries
from curator.library.whole_digests import originals, wholes
from curator.workspace.reading import CURATED, FAITHFUL, LAYOUTS
from curator.workspace.workspace import Workspace

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
_CHUNK = 100
_HANDS = 8
"""Files that are written at a time: most of it is waiting for the disk, which takes many at once
as fast as one."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did; `conflict` names the files that were left alone.

    `renamed` pairs names that are not safe on every file system with those that were written.
    """

    written: int = 0
    same: int = 0
    conflict: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    cancelled: bool = False


class _File(NamedTuple):
    """A digest to write, the name it came with, and the safe one that it gets."""

    digest_id: int
    wanted: str
    name: str


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
        CuratorError: the folder can't be used, or the disk is full.
    """
    if layout not in LAYOUTS:
        raise InvalidRecord(f"“{layout}” is no layout.", f"Use one of: {', '.join(LAYOUTS)}.")
    chosen = _chosen(workspace, keys)
    told: dict[str, list[str]] = {WRITTEN: [], SAME: [], CONFLICT: []}
    try:
        _write_all(
            workspace, ExportFolder(folder), layout, _parts(chosen, progress, cancelled), told
        )
    except OSError as error:
        raise CuratorError(
            f"{folder} can't be written: {error.strerror}.",
            f"Written so far: {counted(len(told[WRITTEN]), 'file')}; the others are as they were.",
        ) from error
    renamed = tuple((file.wanted, file.name) for file in chosen if file.wanted != file.name)
    written, same, conflict = (told[verdict] for verdict in (WRITTEN, SAME, CONFLICT))
    stopped = len(written) + len(same) + len(conflict) < len(chosen)
    return ExportReport(len(written), len(same), tuple(conflict), renamed, stopped)


def _parts(
    chosen: Sequence[_File], progress: Progress | None, cancelled: Cancelled | None
) -> Iterator[Sequence[_File]]:
    """The files in parts, until somebody cancels."""
    for start in range(0, len(chosen), _CHUNK):
        if cancelled and cancelled():
            return
        if progress:
            progress(start, len(chosen), chosen[start].name)
        yield chosen[start : start + _CHUNK]


def _write_all(
    workspace: Workspace,
    target: ExportFolder,
    layout: str,
    parts: Iterable[Sequence[_File]],
    told: dict[str, list[str]],
) -> None:
    """Write the files, and note in `told` what became of each."""
    under_way: list[tuple[str, Future[str]]] = []
    with ThreadPoolExecutor(_HANDS, thread_name_prefix="export") as hands:
        try:
            for part in parts:
                files = list(_texts(workspace, part, layout))  # while the part before is written
                _note(under_way, told)
                target.announce(files)
                under_way += [(name, hands.submit(target.put, name, data)) for name, data in files]
        finally:
            _note(under_way, told)
    target.finish()


def _note(under_way: list[tuple[str, Future[str]]], told: dict[str, list[str]]) -> None:
    """Wait for the files under way, and note what became of each."""
    wait([verdict for _, verdict in under_way])
    ended = under_way.copy()
    under_way.clear()
    for name, verdict in ended:
        if not verdict.exception():
            told[verdict.result()].append(name)
    for _, verdict in ended:
        verdict.result()


def _chosen(workspace: Workspace, keys: Collection[str]) -> list[_File]:
    """The files to write; names are made for all digests, so that none depends on the choice."""
    with workspace.library.reading() as connection:
        known = queries.file_names(connection)
    wanted = frozenset(keys)
    missing = wanted - {key for _, key, _ in known}
    if missing:
        raise UnknownRecord(f"The library has no digest “{min(missing)}”.")
    names = safe_names(file_name for _, _, file_name in known)
    return [
        _File(digest_id, file_name, name)
        for (digest_id, key, file_name), name in zip(known, names, strict=True)
        if not wanted or key in wanted
    ]


def _texts(
    workspace: Workspace, chosen: Sequence[_File], layout: str
) -> Iterator[tuple[str, bytes]]:
    compose = write_curated if layout == CURATED else write
    with workspace.library.reading() as connection:
        found = wholes(connection, [file.digest_id for file in chosen])
        texts = originals(connection, [whole.digest.original_id for whole in found.values()])
    for file in chosen:
        whole = found[file.digest_id]
        yield file.name, encode(compose(texts[whole.digest.original_id], whole))
