"""Places of rows in a list: whole numbers with gaps, so that a move changes one row only."""

from collections.abc import Sequence

GAP = 1 << 16
"""Distance between neighbours that were laid down together."""


def spread(count: int) -> range:
    """Places for `count` rows that come together, in order."""
    return range(GAP, GAP * (count + 1), GAP)


def place_at(places: Sequence[int], index: int) -> int | None:
    """A free place that puts a row before `places[index]`, or None when the gap is used up.

    `places` ascend; an index at or past the end means after the last row.
    """
    if index >= len(places):
        return (places[-1] if places else 0) + GAP
    before = places[index - 1] if index > 0 else places[0] - 2 * GAP
    middle = (before + places[index]) // 2
    return middle if before < middle < places[index] else None
