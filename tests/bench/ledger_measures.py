"""What facets and the ledger cost, asked as the window asks; all without a window."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from time import perf_counter

from curator.domain.facets import FACETS, REVIEW, Pick
from curator.domain.ledger import COLUMNS, GROUPINGS, LedgerQuestion, Sorting
from curator.domain.listing import Listing
from curator.workspace import facets, ledger, reading
from curator.workspace.editing import set_signal_field
from tests.bench.library_measures import SHOWN, asked_words, raw_reader, typed
from tests.bench.measuring import Bar, Figure, Times, number, timed
from tests.bench.registry import measure
from tests.bench.stage import Stage

_STRIDE = 7_919
_SORTED = 'SELECT id FROM signal ORDER BY "change"'


@measure("facet counts of a result, p95", Bar("150 ms", most=150))
def facet_counts(stage: Stage) -> Figure:
    """Every facet of results of all sizes, with and without other facets picked."""
    load = timed(facets.counts, ((stage.workspace, Listing(), facet) for facet in FACETS))
    every, parts = Times(), []
    for facet in FACETS:
        times = timed(facets.counts, ((stage.workspace, one, facet) for one in _results(stage)))
        parts.append(f"{facet} {number(times.p50)}/{number(times.p95)}")
        every += times
    detail = f"{every.words()}; by facet p50/p95: {', '.join(parts)}; the first of each"
    return Figure(every.p95, "ms", detail=f"{detail} {number(sum(load.all))} ms in all")


def _results(stage: Stage) -> Iterator[Listing]:
    done = Pick(REVIEW, "to do")
    yield Listing()
    for words in asked_words(stage).values():
        for word in words[:2]:
            yield Listing(search=word)
            yield Listing(search=word, picks=(done,))


@measure("ledger: sort all rows by any column", Bar("700 ms", most=700))
def sort_rows(stage: Stage) -> Figure:
    """The slowest column; each is sorted anew, because the library was written to before it."""
    times: dict[str, float] = {}
    for column in COLUMNS:
        for descending in (False, True):
            _write_something(stage)
            question = LedgerQuestion(sorting=Sorting(column, descending))
            start = perf_counter()
            ledger.row_ids(stage.workspace, question)
            took = (perf_counter() - start) * 1_000
            times[column] = max(times.get(column, 0), took)
    with closing(raw_reader(stage.library)) as raw:
        floor = _sorted_raw(raw)
    detail = ", ".join(f"{column} {number(took)}" for column, took in times.items())
    return Figure(max(times.values()), "ms", floor, "one column, raw, without an index", detail)


@measure("ledger: search while typing, p95, ids and the first rows")
def search_rows(stage: Stage) -> Figure:
    """All rows that hold what was typed, and the first of them, after each letter."""
    ledger.row_ids(stage.workspace, LedgerQuestion())
    texts = (text for words in asked_words(stage).values() for text in typed(words))
    times = timed(_listed_rows, ((stage, text) for text in texts))
    return Figure(times.p95, "ms", detail=times.words())


@measure("ledger: rows of a place, p95")
def fetch_rows(stage: Stage) -> Figure:
    """The rows around a place that somebody jumps to, all over the ledger."""
    ids = ledger.row_ids(stage.workspace, LedgerQuestion())
    places = (number_ * _STRIDE * SHOWN % len(ids) for number_ in range(stage.rounds))
    times = timed(ledger.rows, ((stage.workspace, ids[at : at + SHOWN]) for at in places))
    return Figure(times.p95, "ms", detail=times.words())


@measure("ledger: groups of all rows")
def group_rows(stage: Stage) -> Figure:
    """The slowest grouping."""
    times = {}
    for by in GROUPINGS:
        start = perf_counter()
        ledger.groups(stage.workspace, LedgerQuestion(), by)
        times[by] = (perf_counter() - start) * 1_000
    detail = ", ".join(f"{by} {number(took)}" for by, took in times.items())
    return Figure(max(times.values()), "ms", detail=detail)


def _listed_rows(stage: Stage, text: str) -> int:
    ids = ledger.row_ids(stage.workspace, LedgerQuestion(Listing(search=text)))
    ledger.rows(stage.workspace, ids[:SHOWN])
    return len(ids)


def _write_something(stage: Stage) -> None:
    """A commit, after which no order that was kept holds any more."""
    signal = reading.whole(stage.workspace, 1).signals[0]
    text = f"{signal.change[:60]} {perf_counter()}"
    stage.workspace.do(set_signal_field, signal.id, "change", text)


def _sorted_raw(raw: sqlite3.Connection) -> float:
    start = perf_counter()
    raw.execute(_SORTED).fetchall()
    return (perf_counter() - start) * 1_000
