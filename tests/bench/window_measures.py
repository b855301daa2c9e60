"""What the window costs, each time in a process of its own, as a desktop starts it."""

from functools import partial
from statistics import median
from typing import Any

from tests.bench.measuring import STEADY, Bar, Figure, Times
from tests.bench.registry import measure, to_come
from tests.bench.stage import Stage, in_child

MOST_ROUNDS = 60
"""Digests opened and edited at one window."""


@measure("window to first list", Bar("+ 0.5 s", above=500))
def window_to_list(stage: Stage) -> Figure:
    """From the start of the process to the painted list; by turns with an empty window."""
    shown, empty = [], []
    for start in range(stage.starts):
        nothing = in_child("show_nothing") if start else _empty(stage)
        shown.append(float(in_child("show_list", stage.library)["shown"]) * 1_000)
        empty.append(float(nothing["shown"]) * 1_000)
    detail = f"{min(shown):.0f} to {max(shown):.0f} ms; empty {min(empty):.0f} to {max(empty):.0f}"
    return Figure(median(shown), "ms", median(empty), "an empty window", detail)


@measure("open a digest at the window, p95", Bar("30 ms, no growth", most=30, growth=STEADY))
def open_a_digest(stage: Stage) -> Figure:
    """From the chosen row to the painted page."""
    times = _times(_day(stage)["open"])
    return Figure(times.p95, "ms", detail=times.words())


@measure("edit a cell at the window, p95")
def edit_a_cell(stage: Stage) -> Figure:
    """From Enter to all views painted again."""
    times = _times(_day(stage)["edit"])
    return Figure(times.p95, "ms", detail=times.words())


@measure("undo at the window, p95")
def undo_a_cell(stage: Stage) -> Figure:
    """From the key to all views painted again."""
    times = _times(_day(stage)["undo"])
    return Figure(times.p95, "ms", detail=times.words())


@measure("peak memory of the window", Bar("+ 350 MB", above=350))
def window_memory(stage: Stage) -> Figure:
    """After a day's work in it, to the end of the list."""
    return Figure(_day(stage)["peak"], "MB", _empty(stage)["peak"], "an empty window")


to_come("facet counts of a result, p95", Bar("150 ms", most=150))
to_come("ledger: sort all rows by any column", Bar("700 ms", most=700))
to_come("ledger: jump to any row, p95", Bar("30 ms", most=30))
to_come("ledger: scroll it, p95 of a page", Bar("30 ms", most=30))
to_come("bulk replace in 10,000 rows", Bar("3 s", most=3))
to_come("undo of the bulk replace", Bar("3 s", most=3))
to_come("stalls of the window above 100 ms", Bar("none", most=0))


def _times(told: dict[str, Any]) -> Times:
    return Times(told["all"], told["cpu"])


def _empty(stage: Stage) -> dict[str, Any]:
    return stage.once("empty", partial(in_child, "show_nothing"))


def _day(stage: Stage) -> dict[str, Any]:
    rounds = min(stage.rounds, MOST_ROUNDS)
    return stage.once("day", partial(in_child, "work_a_day", stage.library, rounds))
