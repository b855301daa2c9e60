"""The bench still runs: all that it measures, in a very small library and without limits."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.bench_scale import arguments, results, run
from tests.bench.measuring import Bar, Figure, Row, Times, table
from tests.bench.registry import MEASURES

ROWS = ("digest", "signal", "term", "link", "original", "step", "change")


@pytest.fixture
def own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bench names its own folders in the environment, which other tests must not meet."""
    for name in ("CURATOR_CONFIG", "CURATOR_STATE"):
        monkeypatch.setenv(name, "")


def held(path: Path) -> list[int]:
    """How many rows of each kind a file has, and how many digests are found by a word."""
    counting = [f"SELECT count(*) FROM {name}" for name in ROWS]  # noqa: S608  # our own names
    counting.append("SELECT count(*) FROM search WHERE search MATCH 'energy'")
    counting.append("SELECT count(*) FROM signal_search WHERE signal_search MATCH 'energy'")
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(question).fetchone()[0] for question in counting]


@pytest.mark.slow
@pytest.mark.usefixtures("own_settings")
def test_every_measure_has_its_figure(tmp_path: Path) -> None:
    rows = run([60], tmp_path / "built", rounds=3, starts=1)
    page = results(rows, [60])
    assert len(rows) == len(MEASURES)
    for one, row in zip(MEASURES, rows, strict=True):
        assert set(row.figures) == {60}
        assert all(figure.value >= 0 for figure in row.figures.values())
        assert f"| {one.words} | " in page
    raw, library = tmp_path / "built" / "60.raw.sqlite", tmp_path / "built" / "60.curator"
    assert held(raw) == held(library)


def test_a_figure_stands_beside_what_it_is_held_against() -> None:
    figures = {10: Figure(2, "ms", 1, "bare"), 20: Figure(9, "ms", 2, "bare")}
    row = Row("undo", Bar("4 ×", times=4, growth=1.5), figures)
    cells = [cell.strip() for cell in table([row], [10, 20]).splitlines()[-1].split("|")]
    assert cells[1:-1] == [
        "undo",
        "2.00 ms",
        "9.00 ms",
        "× 4.5",
        "2.00 ms: bare",
        "4.50 ×",
        "4 ×",
        "**misses**",
    ]


@pytest.mark.parametrize(
    ("bar", "verdict"),
    [
        (Bar(), ""),
        (Bar("5 ms", most=5), "**misses**"),
        (Bar("5 ms or 4 ×", most=5, times=4), "holds"),
        (Bar("+ 1", above=1), "**misses**"),
        (Bar("no growth", most=9, growth=1.5), "**misses**"),
    ],
)
def test_a_bar_is_kept_or_missed(bar: Bar, verdict: str) -> None:
    assert bar.verdict(Figure(8, "ms", 2, "floor"), growth=3) == verdict


def test_times_are_told_by_their_share() -> None:
    times = Times(range(1, 101))
    assert (times.p50, times.p95, times.part(1)) == (50, 95, 100)


def test_the_sizes_can_be_chosen() -> None:
    assert arguments().parse_args(["--sizes", "10,20"]).sizes == "10,20"
