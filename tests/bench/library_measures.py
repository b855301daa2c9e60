"""What a library costs: import, size, questions, edits, export; all without a window."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from time import perf_counter

from curator.domain.listing import Listing
from curator.library.sqlite_connection import EVERYWHERE
from curator.workspace import reading
from curator.workspace.editing import set_signal_field
from curator.workspace.exporting import export
from tests.bench import floors
from tests.bench.generator import key_of, title_of
from tests.bench.measuring import STEADY, Bar, Figure, Times, compared, timed
from tests.bench.registry import measure
from tests.bench.stage import Stage
from tests.bench.vocabulary import ASKED, rare_word

SHOWN = 200
"""Rows that a list fetches at once."""
EXPORT_PATIENCE = 60
"""Seconds after which the export of everything is stopped."""
_STRIDE = 7_919
_CALIBRE: dict[str, tuple[float, str]] = {}

_EDIT_BAR = Bar("5 ms or 4 × the floor, no growth", most=5, times=4, growth=STEADY)
_IN_ORDER = "SELECT id FROM digest WHERE trashed = '' ORDER BY date DESC, sort_name, id"
_HITS = "SELECT rowid FROM search WHERE search MATCH ? LIMIT 200"
_HIT_COUNT = "SELECT count(*) FROM search WHERE search MATCH ?"


# --- import and size --------------------------------------------------------------------------


@measure("import, per digest", Bar("2.5 × the floor", times=2.5))
def import_per_digest(stage: Stage) -> Figure:
    """From files to a library that can be searched, journal and index included."""
    imported, raw = stage.facts["imported"], stage.facts["raw_seconds"]
    seconds = imported["seconds"]
    detail = (
        f"{seconds:.1f} s in all (CPU {imported['cpu']:.1f},"
        f" of its processes {imported['children']:.1f}),"
        f" {stage.size / seconds:,.0f} a second; peak {imported['peak']:.0f} MB;"
        f" {imported['findings'] / stage.size:.2f} findings a digest"
    )
    name = "raw sqlite3, same tables and index"
    ours, floor = seconds * 1_000 / stage.size, raw * 1_000 / stage.size
    return Figure(ours, "ms", floor, name, detail)


@measure("import, per digest, against a library program", Bar("a thirtieth", times=1 / 30))
def import_beside_calibre(stage: Stage) -> Figure:
    """The same beside what a user would install instead."""
    if not _CALIBRE:
        _CALIBRE["add"] = floors.calibre_per_file(stage.folder, stage.scratch)
    peer, name = _CALIBRE["add"]
    return Figure(stage.facts["imported"]["seconds"] * 1_000 / stage.size, "ms", peer, name)


@measure("peak memory of the import")
def import_memory(stage: Stage) -> Figure:
    """Of the process that imports, and those that read for it."""
    imported = stage.facts["imported"]
    return Figure(imported["family"], "MB", detail=f"without those {imported['peak']:.0f} MB")


@measure("import of the same again, per digest")
def import_again(stage: Stage) -> Figure:
    """All files are known; opening and closing the library count too."""
    imported = stage.facts["imported"]
    return Figure(imported["again"] * 1_000 / stage.size, "ms", detail=f"{imported['same']:,} same")


@measure("size of the library, per digest")
def size_per_digest(stage: Stage) -> Figure:
    """Beside the same texts as files."""
    ours = stage.built.stat().st_size / stage.size / 1_000
    return Figure(ours, "kB", stage.facts["markdown"] / stage.size / 1_000, "the Markdown")


# --- questions --------------------------------------------------------------------------------


@measure("ids of the whole list in order, p95")
def list_of_ids(stage: Stage) -> Figure:
    """What the window asks for when a view is chosen."""
    with closing(raw_reader(stage.library)) as raw:
        times, floor = compared(
            lambda: reading.digest_ids(stage.workspace, Listing()),
            lambda: raw.execute(_IN_ORDER).fetchall(),
            [()] * 20,
        )
    detail = f"{times.words()}; floor {floor.words()}"
    return Figure(times.p95, "ms", floor.p95, "the same statement, raw", detail)


@measure("read a digest, p95", Bar("30 ms, no growth", most=30, growth=STEADY))
def read_a_digest(stage: Stage) -> Figure:
    """All its records, in random order."""
    times = timed(reading.whole, ((stage.workspace, id_) for id_ in _some_ids(stage)))
    return Figure(times.p95, "ms", detail=times.words())


def typed(words: Iterable[str]) -> Iterator[str]:
    """What stands in the box as the words are typed, letter by letter."""
    return (word[:end] for word in words for end in range(1, len(word) + 1))


def asked_words(stage: Stage) -> dict[str, list[str]]:
    """Words by how many digests hold them; the rare ones are in this library for certain."""
    some = range(0, stage.size, max(stage.size // 5, 1))
    found = {name: list(words) for name, words in ASKED.items()}
    found["rare"] = [rare_word(number) for number in some]
    found["two words"] = ["energy drone", "climate trust"]
    found["a title"] = [title_of(stage.size // 2)]
    most = max(stage.rounds // 10, 1)
    return {name: words[:most] for name, words in found.items()}


@measure("search while typing, p95 over words of all frequencies", Bar("50 ms", most=50))
def search_while_typing(stage: Stage) -> Figure:
    """First 200 cards and the count, as the list shows them, after each letter."""
    every, floor, parts = Times(), Times(), []
    with closing(raw_reader(stage.library)) as raw:
        for kind, words in asked_words(stage).items():
            asked = ((text,) for text in typed(words))
            times, beside = compared(partial(_listed, stage), partial(_raw_hits, raw), asked)
            parts.append(f"{kind} {times.p50:.1f}/{times.p95:.1f}")
            every += times
            floor += beside
    detail = f"{every.words()}; by frequency p50/p95: {', '.join(parts)}"
    return Figure(every.p95, "ms", floor.p95, "raw FTS5: 200 ids and the count", detail)


@measure("search for whole words, p95, 200 rows and the count", Bar("50 ms", most=50))
def search_whole_words(stage: Stage) -> Figure:
    """The same without the short beginnings of a word."""
    words = [word for some in asked_words(stage).values() for word in some]
    times = timed(_listed, ((stage, word) for word in words))
    return Figure(times.p95, "ms", detail=times.words())


@measure("search, ranked, 50 with snippets, p95")
def search_ranked(stage: Stage) -> Figure:
    """What `curator search` prints."""
    words = [word for some in asked_words(stage).values() for word in some]
    times = timed(reading.search, ((stage.workspace, word) for word in words))
    return Figure(times.p95, "ms", detail=times.words())


def _listed(stage: Stage, text: str) -> int:
    ids = reading.digest_ids(stage.workspace, Listing(search=text))
    reading.cards(stage.workspace, ids[:SHOWN])
    return len(ids)


def _raw_hits(raw: sqlite3.Connection, text: str) -> None:
    *whole, last = text.split()
    question = " ".join([*(f'"{word}"' for word in whole), f'"{last}" *'])
    raw.execute(_HITS, (question,)).fetchall()
    raw.execute(_HIT_COUNT, (question,)).fetchone()


# --- edits ------------------------------------------------------------------------------------


@measure("one edit, committed with journal and index, p95", _EDIT_BAR)
def edit_to_commit(stage: Stage) -> Figure:
    """One cell through the workspace, all over the library."""
    editing, _, floor = _edits(stage)
    detail = f"{editing.words()}; floor {floor.words()}"
    return Figure(editing.p95, "ms", floor.p95, "bare UPDATE and commit, WAL, FULL", detail)


@measure("undo, p95", _EDIT_BAR)
def undo(stage: Stage) -> Figure:
    """Of the edit before it."""
    _, undoing, floor = _edits(stage)
    name = "bare UPDATE and commit, WAL, FULL"
    return Figure(undoing.p95, "ms", floor.p95, name, undoing.words())


def _edits(stage: Stage) -> tuple[Times, Times, Times]:
    """Edits all over the library, the undo of each, and a bare commit beside it."""

    def measured() -> tuple[Times, Times, Times]:
        editing, undoing, bare = Times(), Times(), Times()
        with closing(floors.BareCommits(stage.raw)) as floor:
            for number, digest_id in enumerate(_some_ids(stage)):
                signal = reading.whole(stage.workspace, digest_id).signals[0]
                text = f"{signal.change}, from old to new {number}"
                with editing:
                    stage.workspace.do(set_signal_field, signal.id, "change", text)
                with bare:
                    floor.do()
                with undoing:
                    stage.workspace.undo()
        return editing, undoing, bare

    return stage.once("edits", measured)


# --- export -----------------------------------------------------------------------------------


@measure("export of everything, per digest")
def export_all(stage: Stage) -> Figure:
    """Into an empty folder; beside it the same files written by Python and synced one by one.

    It is stopped when it takes longer than anybody waits; what was written until then counts.
    """
    floor = _files_written(stage)
    start = perf_counter()
    end = start + EXPORT_PATIENCE
    report = export(stage.workspace, stage.scratch / "out", cancelled=lambda: perf_counter() > end)
    took = perf_counter() - start
    detail = f"{took:.1f} s for {report.written:,} digests"
    detail += ", then stopped" if report.cancelled else ""
    name = "writing such files, each synced"
    return Figure(took * 1_000 / report.written, "ms", floor, name, detail)


def _files_written(stage: Stage, most: int = 500) -> float:
    """Milliseconds a file."""
    target = stage.scratch / "floor"
    target.mkdir()
    texts = [path.read_bytes() for path in islice(stage.folder.iterdir(), most)]
    start = perf_counter()
    for place, data in enumerate(texts):
        _write_synced(target / f"{key_of(place)}.md", data)
    return (perf_counter() - start) * 1_000 / len(texts)


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


# --- parts ------------------------------------------------------------------------------------


def _some_ids(stage: Stage) -> Iterator[int]:
    """Digests all over the library, in no order."""
    ids = reading.digest_ids(stage.workspace, Listing())
    return (ids[place * _STRIDE % len(ids)] for place in range(min(stage.rounds, len(ids))))


def raw_reader(library: Path) -> sqlite3.Connection:
    """A connection of Python's own, set as those of the library are."""
    connection = sqlite3.connect(library)
    for pragma in EVERYWHERE:
        connection.execute(pragma)
    return connection
