"""How much of a text is read and told: what is beyond helps nobody and takes long."""

from collections.abc import Iterable
from heapq import nsmallest
from itertools import count
from operator import attrgetter

from curator.domain.finding import Finding

MOST_FINDINGS = 200
MOST_LINES = 100_000


def count_lines(text: str) -> int:
    """How many lines `split_lines` would give."""
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    return ends if text.endswith(("\n", "\r")) or not text else ends + 1


def limited(found: Iterable[Finding], unsaid: int = 0) -> tuple[tuple[Finding, ...], int]:
    """The first findings by line, and how many the last of them stands for (0: all are there).

    `unsaid` counts those that were left out of `found` before.
    """
    counter = count()
    # Zip takes from `found` first, so the counter has not moved on when that has no more.
    counted = (finding for finding, _ in zip(found, counter, strict=False))
    kept = tuple(nsmallest(MOST_FINDINGS, counted, key=attrgetter("line")))
    total = next(counter) + unsaid
    if total <= MOST_FINDINGS:
        return kept, 0
    more = total - MOST_FINDINGS + 1
    last = Finding(kept[-1].line, f"There are {more:,} more findings from here on.")
    return (*kept[: MOST_FINDINGS - 1], last), more
