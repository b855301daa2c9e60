"""Rows in their order: adding, moving and replacing them with as few changes as possible."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from curator.domain.link import Link
from curator.domain.order import place_at, spread
from curator.domain.saved_search import SavedSearch
from curator.domain.signal import Signal
from curator.domain.term import Term
from curator.library.write import Write

Row = TypeVar("Row", bound=Signal | Term | Link | SavedSearch)


def index_after(rows: Sequence[Row], row_id: int) -> int:
    """The index behind the row `row_id`; the end of the list where that is 0 or elsewhere."""
    places = {row.id: index for index, row in enumerate(rows)}
    return places.get(row_id, len(rows) - 1) + 1


def insert(write: Write, rows: Sequence[Row], new: Row, index: int) -> Row:
    """Put `new` before `rows[index]` among its siblings, which make room where they must."""
    siblings = list(rows)
    place = place_at([row.position for row in siblings], index)
    if place is None:
        siblings = _spread_out(write, siblings)
        place = place_at([row.position for row in siblings], index)
    return write.put(replace(new, position=place or 0))


def move(write: Write, rows: Sequence[Row], ids: Sequence[int], before_id: int) -> None:
    """Move the rows `ids`, kept in their order, before the row `before_id` (0: to the end)."""
    wanted = frozenset(ids)
    moving = [row for row in rows if row.id in wanted]
    resting = [row for row in rows if row.id not in wanted]
    target = before_id
    if target in wanted:
        order = [row.id for row in rows]
        later = (row.id for row in rows[order.index(target) :] if row.id not in wanted)
        target = next(later, 0)
    resting_ids = [row.id for row in resting]
    index: int = resting_ids.index(target) if target in resting_ids else len(resting)
    wanted_order = [*resting[:index], *moving, *resting[index:]]
    if [row.id for row in wanted_order] == [row.id for row in rows]:
        return
    for row in moving:
        placed = insert(write, resting, row, index)
        resting = _fresh(write, [*resting[:index], placed, *resting[index:]])
        index = resting.index(placed) + 1


def replace_rows(
    write: Write, old: Sequence[Row], new: Iterable[Row], same: Callable[[Row], Hashable]
) -> None:
    """Make the rows `old` of the library say what `new` says, in its order.

    Rows that are the same by `same` keep their id; of the others the first takes the place of
    the first, so that as many ids as possible live on. The rest comes and goes.
    """
    incoming = list(new)
    free: dict[Hashable, list[Row]] = {}
    for row in old:
        free.setdefault(same(row), []).append(row)
    matched = [free[same(row)].pop(0) if free.get(same(row)) else None for row in incoming]
    kept = {row.id for row in matched if row}
    left = [row for row in old if row.id not in kept]
    matches = [row or (left.pop(0) if left else None) for row in matched]
    for row in left:
        write.remove(row)
    if [row.id if row else 0 for row in matches] == [row.id for row in old]:
        places: Iterable[int] = [row.position for row in old]
    else:
        places = spread(len(incoming))
    for row, match, place in zip(incoming, matches, places, strict=True):
        write.put(replace(row, id=match.id if match else 0, position=place))


def _spread_out(write: Write, rows: Sequence[Row]) -> list[Row]:
    places = spread(len(rows))
    return [write.put(replace(r, position=p)) for r, p in zip(rows, places, strict=True)]


def _fresh(write: Write, rows: Sequence[Row]) -> list[Row]:
    return [write.get(type(row), row.id) for row in rows]
