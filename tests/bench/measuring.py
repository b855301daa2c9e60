"""Stopwatches, peak memory, and the table that puts each figure beside what it is held against."""

import math
import os
import platform
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import psutil
import PySide6

STEADY = 1.5
"""What counts as no growth: two runs of the same differ by a third."""


class Times:
    """How long a deed took, each time that it was done, in milliseconds.

    `cpu` is what the processor worked for it: where others use the machine too, it tells whether
    a deed is slow or had to wait.
    """

    def __init__(self, times: Iterable[float] = (), cpu: Iterable[float] = ()) -> None:
        self.all = list(times)
        self.cpu = list(cpu)

    def __enter__(self) -> "Times":
        self._start, self._work = perf_counter(), process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.cpu.append((process_time() - self._work) * 1_000)
        self.all.append((perf_counter() - self._start) * 1_000)

    def __iadd__(self, other: "Times") -> "Times":
        self.all += other.all
        self.cpu += other.cpu
        return self

    def part(self, share: float) -> float:
        """The time that this share of them does not exceed."""
        return _part(self.all, share)

    @property
    def p50(self) -> float:
        """The median."""
        return self.part(0.5)

    @property
    def p95(self) -> float:
        """What all but the worst twentieth keep to."""
        return self.part(0.95)

    def words(self) -> str:
        """Median, p95 and worst, and the median of the processor's work."""
        values = (self.p50, self.p95, self.part(1), _part(self.cpu, 0.5))
        return "p50 {}, p95 {}, max {} ms (CPU p50 {})".format(*map(number, values))


def _part(times: Sequence[float], share: float) -> float:
    ranked = sorted(times)
    return ranked[max(math.ceil(share * len(ranked)) - 1, 0)] if ranked else math.nan


def timed(deed: Callable[..., object], arguments: Iterable[Sequence[Any]]) -> Times:
    """Do a deed with each of the arguments."""
    times = Times()
    for given in arguments:
        with times:
            deed(*given)
    return times


def compared(
    deed: Callable[..., object], floor: Callable[..., object], arguments: Iterable[Sequence[Any]]
) -> tuple[Times, Times]:
    """A deed and its floor by turns, so that both meet the same moments of a busy machine."""
    ours, beside = Times(), Times()
    for given in arguments:
        with ours:
            deed(*given)
        with beside:
            floor(*given)
    return ours, beside


def peak_memory() -> float:
    """The most memory that this process ever held, in MB.

    Linux keeps the peak of the parent in `ru_maxrss` of a child; what it has of its own is in
    `/proc`.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return float(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1_024
    memory: Any = psutil.Process().memory_info()
    if hasattr(memory, "peak_wset"):
        return float(memory.peak_wset) / 2**20
    import resource  # noqa: PLC0415  # Windows has none

    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


class Family:
    """The most memory that this process and all its children held at one time, in MB.

    It looks every tenth of a second, so that what comes and goes between is not seen.
    """

    def __init__(self) -> None:
        self.peak = 0.0
        self._over = threading.Event()
        self._watching = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Family":
        self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watching.join()

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._over.wait(0.1):
            held = 0
            for process in (own, *own.children(recursive=True)):
                with suppress(psutil.Error):  # it ended meanwhile
                    held += process.memory_info().rss
            self.peak = max(self.peak, held / 2**20)


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and what it is held against: `beside`, in the same unit."""

    value: float
    unit: str
    beside: float = math.nan
    beside_name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure must keep to; where both `most` and `times` are given, one of them is enough.

    `most` and `above` are in the unit of the figure, `times` and `above` relate to what it is held
    against, `growth` to the smallest library of the run.
    """

    words: str = ""
    most: float = math.nan
    times: float = math.nan
    above: float = math.nan
    growth: float = math.inf

    def verdict(self, figure: Figure, growth: float) -> str:
        """ "holds", "misses", or nothing where there is no bar or nothing to hold against."""
        limits = (self.most, self.times * figure.beside, figure.beside + self.above)
        known = [limit for limit in limits if not math.isnan(limit)]
        if not known:
            return ""
        kept = figure.value <= max(known) and not growth > self.growth
        return "holds" if kept else "**misses**"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a measure, and its figures by the size of the library."""

    words: str
    bar: Bar
    figures: Mapping[int, Figure]


def number(value: float) -> str:
    """Three digits that count."""
    if math.isnan(value):
        return "–"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    return f"{value:,.{digits}f}"


def table(rows: Sequence[Row], sizes: Sequence[int]) -> str:
    """All rows as Markdown; ratio and verdict are those of the largest library."""
    heads = (
        "work",
        *(f"{size:,}" for size in sizes),
        "growth",
        "beside it",
        "ratio",
        "at most",
        "",
    )
    lines = [_line(heads), "|" + "|".join([":--", *["--:"] * (len(sizes) + 1), *[":--"] * 4]) + "|"]
    return "\n".join([*lines, *(_line(_cells(row, sizes)) for row in rows)])


def details(rows: Sequence[Row]) -> str:
    """What does not fit into the table, as a list."""
    found = (
        f"* {row.words}, {size:,}: {figure.detail}"
        for row in rows
        for size, figure in row.figures.items()
        if figure.detail
    )
    return "\n".join(found)


def machine() -> str:
    """What the figures depend on."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB of memory,"
        f" {platform.system()}; Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, Qt {PySide6.__version__} without a screen"
    )


def crowd() -> str:
    """How busy the machine is with everything."""
    if not hasattr(os, "getloadavg"):
        return "not known here"
    return f"{os.getloadavg()[0]:.1f} processes for {os.cpu_count()} cores"


def growth_of(row: Row) -> float:
    """How often the figure of the smallest library goes into that of the largest."""
    present = [row.figures[size].value for size in sorted(row.figures)]
    return present[-1] / present[0] if len(present) > 1 and present[0] else math.nan


def _cells(row: Row, sizes: Sequence[int]) -> list[str]:
    last = row.figures[max(row.figures)]
    shown = [_value(row.figures.get(size)) for size in sizes]
    growth = growth_of(row)
    beside = f"{number(last.beside)} {last.unit}: {last.beside_name}" if last.beside_name else ""
    ratio = last.value / last.beside if last.beside else math.nan
    return [
        row.words,
        *shown,
        "" if math.isnan(growth) else f"× {growth:.1f}",
        beside,
        "" if math.isnan(ratio) else f"{number(ratio)} ×",
        row.bar.words,
        row.bar.verdict(last, growth),
    ]


def _value(figure: Figure | None) -> str:
    return f"{number(figure.value)} {figure.unit}" if figure else "–"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
