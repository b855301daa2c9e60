"""The one small step from an order of ids to another, which a view can follow cheaply."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass

SAME, REMOVED, INSERTED, MOVED, OTHERWISE = "same", "removed", "inserted", "moved", "otherwise"


@dataclass(frozen=True, slots=True)
class RowStep:
    """What happened: SAME, or rows from `first` on, `count` of them, were REMOVED or INSERTED, or
    one row MOVED from `first` to `target`; OTHERWISE: more than that."""

    kind: str
    first: int = 0
    count: int = 0
    target: int = 0


def step_between(old: "array[int]", new: "array[int]") -> RowStep:
    """How `new` came out of `old`; compared in spans, not id by id, so that half a million take
    milliseconds."""
    most = min(len(old), len(new))
    head = _agree(most, lambda a, b: old[a:b] == new[a:b])
    if head == len(old) == len(new):
        return RowStep(SAME)
    grown = len(new) - len(old)
    end = len(old)
    tail = _agree(
        most - head,
        lambda a, b: old[end - b : end - a] == new[end + grown - b : end + grown - a],
    )
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if not after:
        return RowStep(REMOVED, head, len(before))
    if not before:
        return RowStep(INSERTED, head, len(after))
    if len(before) == len(after):
        if before[0] == after[-1] and before[1:] == after[:-1]:
            return RowStep(MOVED, head, 1, head + len(before) - 1)
        if before[-1] == after[0] and before[:-1] == after[1:]:
            return RowStep(MOVED, head + len(before) - 1, 1, head)
    return RowStep(OTHERWISE)


def _agree(most: int, same: Callable[[int, int], bool]) -> int:
    """How many of `most` places agree from the first on, where `same(a, b)` compares a span."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
