"""How long hostile text takes to read and to write, and how that grows with its size.

Each line prints seconds for a megabyte, and the time for four times the text against the time for
one: 4 where it grows in proportion, 16 where it grows with the square.
"""

from collections.abc import Callable
from time import perf_counter

import pytest

from curator.codec.reader import read
from curator.codec.writer import write
from tests.codec.texts import HOSTILE, four_times, touched

MEGABYTE = 1_000_000
SLOWEST_GROWTH = 9


def best(deed: Callable[[], object]) -> float:
    """Seconds of the best of three."""
    times = []
    for _ in range(3):
        start = perf_counter()
        deed()
        times.append(perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("kind", HOSTILE)
def bench_hostile_text(kind: str) -> None:
    """Reading, and writing where every part was touched."""
    small = HOSTILE[kind]
    large = four_times(small)
    edited, edited_large = touched(small), touched(large)
    reading, reading_large = best(lambda: read(small)), best(lambda: read(large))
    writing = best(lambda: write(small, edited))
    writing_large = best(lambda: write(large, edited_large))
    scale = MEGABYTE / len(large)
    print(
        f"\n{kind}: read {reading_large * scale:.2f} s/MB, x{reading_large / reading:.1f};"
        f" write {writing_large * scale:.2f} s/MB, x{writing_large / writing:.1f}"
    )
    assert reading_large <= SLOWEST_GROWTH * reading + 0.02
    assert writing_large <= SLOWEST_GROWTH * writing + 0.02
