"""What the window costs, each time in a process of its own, as a desktop starts it."""

from functools import partial
from statistics import median
from typing import Any

from tests.bench.measuring import STEADY, Bar, Figure, Times, number
from tests.bench.registry import measure
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


@measure("ledger: jump to any row, p95", Bar("30 ms", most=30))
def jump_to_a_row(stage: Stage) -> Figure:
    """From the row that is asked for to its place painted, all over the ledger."""
    times = _times(_ledger(stage)["jump"])
    return Figure(times.p95, "ms", detail=times.words())


@measure("ledger: scroll it, p95 of a page", Bar("30 ms", most=30))
def scroll_a_page(stage: Stage) -> Figure:
    """From one page to the next one painted."""
    times = _times(_ledger(stage)["page"])
    return Figure(times.p95, "ms", detail=times.words())


@measure("ledger: edit a cell at the window, p95")
def edit_a_row(stage: Stage) -> Figure:
    """From Enter to the row painted again."""
    times = _times(_ledger(stage)["edit"])
    return Figure(times.p95, "ms", detail=times.words())


@measure("ledger: bulk replace at the window, with its preview")
def replace_at_window(stage: Stage) -> Figure:
    """In the rows of a search; the undo is told beside it."""
    told = _ledger(stage)
    detail = f"{told['rows']:,} rows; undo {number(told['undone'])} s"
    return Figure(told["replaced"], "s", detail=detail)


@measure("stalls of the window above 100 ms", Bar("none", most=0))
def stalls(stage: Stage) -> Figure:
    """Of a session at the list and at the ledger: searches, sorts, jumps, edits, undo, replace."""
    told = _ledger(stage)
    return Figure(told["stalls"], "times", detail=told["where"] or "none")


@measure("peak memory of a session at the ledger", Bar("+ 350 MB", above=350))
def ledger_memory(stage: Stage) -> Figure:
    """With everything that searches, facets and sorting keep."""
    return Figure(_ledger(stage)["peak"], "MB", _empty(stage)["peak"], "an empty window")


def _times(told: dict[str, Any]) -> Times:
    return Times(told["all"], told["cpu"])


def _empty(stage: Stage) -> dict[str, Any]:
    return stage.once("empty", partial(in_child, "show_nothing"))


def _day(stage: Stage) -> dict[str, Any]:
    rounds = min(stage.rounds, MOST_ROUNDS)
    return stage.once("day", partial(in_child, "work_a_day", stage.library, rounds))


def _ledger(stage: Stage) -> dict[str, Any]:
    rounds = min(stage.rounds, MOST_ROUNDS)
    return stage.once("ledger", partial(in_child, "use_the_ledger", stage.library, rounds))
