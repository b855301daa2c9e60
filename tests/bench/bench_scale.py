"""The table of all figures, by the size of the library, each beside its floor or its peer.

    python3 packaging/dev.py bench --sizes 1000,10000,100000 --cache ~/bench

writes `tests/bench/RESULTS.md`. Libraries are built once by the real import and kept in the folder
of `--cache`; they are built again when the tables have changed. `--only` measures what has that
word in its name, and writes no results.
"""

import argparse
import os
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path

# The order of the table: what these modules register when they are imported.
from tests.bench import bulk_measures, ledger_measures, library_measures, window_measures
from tests.bench.measuring import Figure, Row, crowd, details, growth_of, machine, table
from tests.bench.registry import MEASURES
from tests.bench.stage import Stage

REGISTERED = (library_measures, ledger_measures, bulk_measures, window_measures)
RESULTS = Path(__file__).with_name("RESULTS.md")
SIZES = (1_000, 10_000)
_HOW_TO_READ = """\
Each figure is held against its floor or peer in the same run; ratio and verdict are those of the
largest library, growth is from the smallest to the largest. Runs differ by a third. Import, its
floor and the size are those of the day when the library was built, see `--fresh`."""


def run(
    sizes: Sequence[int],
    cache: Path,
    *,
    fresh: bool = False,
    only: str = "",
    rounds: int = 200,
    starts: int = 5,
) -> list[Row]:
    """Measure in libraries of these sizes; the rows of the table."""
    found: dict[str, dict[int, Figure]] = {one.words: {} for one in MEASURES if only in one.words}
    with tempfile.TemporaryDirectory(prefix="curator-bench-") as scratch:
        keep_to(Path(scratch))
        for size in sorted(sizes):
            stage = Stage(size, cache, Path(scratch) / str(size), rounds, starts)
            with closing(stage):
                stage.ensure_built(fresh=fresh)
                for one in MEASURES:
                    if one.words in found:
                        found[one.words][size] = one.deed(stage)
                        print(f"{size:,}: {one.words}: {found[one.words][size]}", flush=True)
    return [Row(one.words, one.bar, found[one.words]) for one in MEASURES if one.words in found]


def keep_to(folder: Path) -> None:
    """Let Curator keep its own files in `folder`, so that no person's settings are touched."""
    for name in ("CURATOR_CONFIG", "CURATOR_STATE"):
        os.environ[name] = str(folder / name.lower())
    os.environ.pop("CURATOR_LIBRARY", None)


def results(rows: Sequence[Row], sizes: Sequence[int], busy: str = "") -> str:
    """The page of the last run; `busy` says what else the machine had to do."""
    missed = [row.words for row in rows if _misses(row)]
    began = f" Load when it began: {busy}." if busy else ""
    by = "`python3 packaging/dev.py bench`"
    parts = (
        "# What Curator takes, and what it would take without it",
        f"Measured {date.today():%Y-%m-%d} by {by} on {machine()}.{began}",
        _HOW_TO_READ,
        table(rows, sorted(sizes)),
        f"Missed: {'; '.join(missed) or 'nothing'}.",
        "## More of the same",
        details(rows),
    )
    return "\n\n".join(parts) + "\n"


def _misses(row: Row) -> bool:
    last = row.figures[max(row.figures)]
    return "misses" in row.bar.verdict(last, growth_of(row))


def arguments() -> argparse.ArgumentParser:
    """The options of the bench."""
    parser = argparse.ArgumentParser(
        prog="dev.py bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="digests, by commas")
    parser.add_argument("--cache", type=Path, help="folder of the libraries; else they are lost")
    parser.add_argument("--fresh", action="store_true", help="build them again")
    parser.add_argument("--only", default="", help="measure only what has this in its name")
    return parser


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print the table, and keep it."""
    asked = arguments().parse_args(words)
    sizes = [int(size) for size in asked.sizes.split(",")]
    with ExitStack() as stack:
        lost = tempfile.TemporaryDirectory(prefix="curator-bench-built-")
        cache = asked.cache or Path(stack.enter_context(lost))
        busy = crowd()
        rows = run(sizes, cache.absolute(), fresh=asked.fresh, only=asked.only)
    page = results(rows, sizes, busy)
    print(page)
    if not asked.only:
        RESULTS.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
