"""How long the deeds of a working day take in a library of a thousand digests.

Each measurement prints median and worst in milliseconds; the median must stay within its budget.
"""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from curator.domain.listing import Listing
from curator.workspace import reading
from curator.workspace.editing import set_signal_field
from curator.workspace.exporting import export
from curator.workspace.importing import import_paths
from curator.workspace.samples import sample_folder
from curator.workspace.workspace import Workspace

DIGESTS = 1_000
ROUNDS = 50


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a thousand digests: the samples again and again, under keys of their own."""
    folder = tmp_path_factory.mktemp("digests")
    texts = [path.read_bytes() for path in sorted(sample_folder().rglob("*.md"))]
    for number in range(DIGESTS):
        (folder / f"{number:032x}.md").write_bytes(texts[number % len(texts)])
    return folder


@pytest.fixture(scope="module")
def workspace(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The library of these digests; says how long the import took."""
    workspace = Workspace.open(tmp_path_factory.mktemp("library") / "bench.curator", actor="bench")
    start = perf_counter()
    report = import_paths(workspace, [folder])
    took = perf_counter() - start
    print(f"\nimport of {report.new:,} digests: {took:.2f} s, {DIGESTS / took:,.0f} a second")
    assert report.new == DIGESTS
    yield workspace
    workspace.close()


def measure(name: str, deed: Callable[[], object], budget: float) -> None:
    """Do a deed many times and hold its median against the budget, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        deed()
        times.append((perf_counter() - start) * 1_000)
    print(f"\n{name}: median {median(times):.2f} ms, worst {max(times):.2f} ms")
    assert median(times) <= budget


def bench_edit_of_a_cell_and_its_undo(workspace: Workspace) -> None:
    """The deed of the day, with journal and search index in the same transaction."""
    first = reading.digest_ids(workspace, Listing())[0]
    signal = reading.whole(workspace, first).signals[0]
    number = count()

    def edit() -> None:
        workspace.do(set_signal_field, signal.id, "change", f"From old to new {next(number)}")

    measure("edit of a cell", edit, 5)
    measure("undo of an edit", workspace.undo, 5)


def bench_reading_of_one_digest(workspace: Workspace) -> None:
    """What the arrow keys in the list ask for."""
    ids = iter(reading.digest_ids(workspace, Listing()))
    measure("one digest", lambda: reading.whole(workspace, next(ids)), 5)


def bench_list_of_all_digests(workspace: Workspace) -> None:
    """All ids in order, and the cards of the first screen."""

    def show() -> None:
        reading.cards(workspace, reading.digest_ids(workspace, Listing())[:200])

    measure("list and first 200 cards", show, 50)


@pytest.mark.parametrize("words", ["the", "en", "battery storage", "zzz"])
def bench_search(words: str, workspace: Workspace) -> None:
    """A common word, a prefix, two words, nothing."""
    measure(f"search for “{words}”", lambda: reading.search(workspace, words, 50), 60)


def bench_import_of_the_same_and_export(workspace: Workspace, folder: Path, tmp_path: Path) -> None:
    """The same files again, and all of them out again."""
    start = perf_counter()
    again = import_paths(workspace, [folder])
    between = perf_counter()
    report = export(workspace, tmp_path / "out")
    end = perf_counter()
    print(f"\nthe same again: {between - start:.2f} s; export: {end - between:.2f} s")
    assert again.same == report.written == DIGESTS
