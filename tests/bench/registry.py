"""The list of all measures: each is one small function that is given a stage.

To add one, write `@measure("words of the table", Bar(...))` above a function that returns a
`Figure`, in a module that `bench_scale` imports.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.measuring import Bar, Figure
from tests.bench.stage import Stage

Measuring = Callable[[Stage], Figure]


@dataclass(frozen=True, slots=True)
class Measure:
    """A line of the table."""

    words: str
    bar: Bar
    deed: Measuring


MEASURES: list[Measure] = []


def measure(words: str, bar: Bar | None = None) -> Callable[[Measuring], Measuring]:
    """Put a function into the table."""

    def add(deed: Measuring) -> Measuring:
        MEASURES.append(Measure(words, bar or Bar(), deed))
        return deed

    return add
