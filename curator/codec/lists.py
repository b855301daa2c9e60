"""Lists: items with the bullets or numbers they had, and all that stands between them.

Rows that did not change keep their lines byte for byte, wherever they move to; only in a list that
counts up does each get the number of its place. Lines that are indented below an item belong to
it, bullets too. Text between the items that belongs to none of them stays, even when the items
around it go.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curator.codec.blocks import Block, placed
from curator.codec.lines import bare, is_blank
from curator.codec.markers import NESTED, indentation, marking_of, split_marker

_USUAL_BULLET = "* "


class Item(NamedTuple):
    """One item; `lines` are its own, `below` those up to the next one that are not.

    `place` is the place of its first line in the block.
    """

    bullet: str
    words: str
    place: int
    lines: tuple[str, ...]
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What the list is to hold at one place: `same` equals that of the item it comes from.

    `words` are its words where it is new, `like` makes those that replace others in their manner.
    """

    same: Hashable
    words: str
    like: Callable[[str], str] | None = None


def read_items(block: Block, accepts: Callable[[str], bool] | None = None) -> list[Item]:
    """The items of the list in a section; those whose words are not accepted are mere text."""
    starts = list(_starts(block, accepts))
    items = []
    for index, (place, own, bullet, words) in enumerate(starts):
        below = starts[index + 1][0] if index + 1 < len(starts) else own
        items.append(Item(bullet, words, place, block.lines[place:own], block.lines[own:below]))
    return items


def _starts(
    block: Block, accepts: Callable[[str], bool] | None
) -> Iterator[tuple[int, int, str, str]]:
    """Of each item the place of its first line, that behind its last one, its bullet, its words."""
    behind = 1
    for place, line in enumerate(block.lines):
        if place < behind or block.is_code(place):
            continue
        marker = split_marker(line)
        if marker and (accepts is None or accepts(marker.words)):
            behind = _end_of_item(block, place)
            yield place, behind, *marker


def _end_of_item(block: Block, place: int) -> int:
    lines = block.lines
    inner = indentation(lines[place]) + NESTED
    behind = place + 1
    for next_place in range(place + 1, len(lines)):
        line = lines[next_place]
        if is_blank(line):
            continue
        if indentation(line) < inner and not (next_place == behind and _goes_on(line)):
            break
        behind = next_place + 1
    return behind


def _goes_on(line: str) -> bool:
    return line[0] in " \t" and not split_marker(line)


def rewritten_list(
    block: Block, items: list[Item], old: Sequence[Hashable], new: Sequence[Row], end: str
) -> list[str]:
    """The lines of the section with other rows; `old` is what `Row.same` was, item for item."""
    sources = _sources(old, [row.same for row in new])
    marking = marking_of([item.bullet for item in items])
    bullet = next((item.bullet for item in items if item.words), _USUAL_BULLET)
    separator = [line for line in items[0].below if is_blank(line)] if items else []
    core, below = _text_of_gone(items, {source for source in sources if source is not None})
    for index, (row, source) in enumerate(zip(new, sources, strict=True)):
        if source is None:
            core.append(marking.marked(bullet + row.words + end, index))
        else:
            first, *others = items[source].lines
            if old[source] != row.same:
                words = row.like(items[source].words) if row.like else row.words
                first = items[source].bullet + words
            core.extend(_closed([marking.marked(first, index), *others], end))
        text = separator if source is None or source == len(items) - 1 else below[source]
        is_last = index == len(new) - 1
        core.extend(text if not is_last or any(map(str.strip, text)) else ())
    span = (items[0].place, _end_of_list(items)) if items else None
    return placed(block, span, core, end)


def _closed(lines: Sequence[str], end: str) -> list[str]:
    return [line if line != bare(line) else line + end for line in lines]


def _end_of_list(items: list[Item]) -> int:
    last = items[-1]
    return last.place + len(last.lines)


def _text_of_gone(items: list[Item], kept: set[int]) -> tuple[list[str], dict[int, list[str]]]:
    """What stands above the first item that is kept, and below each of them.

    Where an item is gone, text below it goes to the one above.
    """
    above: list[str] = []
    below: dict[int, list[str]] = {}
    home = above
    for place, item in enumerate(items):
        if place in kept:
            home = below[place] = list(item.below)
        elif any(map(str.strip, item.below)):
            home.extend(item.below)
    return above, below


def _sources(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int | None]:
    """For each new row the old one that it is, or else replaces at its place; None: it is new."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for place in range(first, len(old) - last):
        free[old[place]].append(place)
    middle: list[int | None] = [
        free[same].popleft() if free[same] else None for same in new[first : len(new) - last]
    ]
    if len(old) == len(new):
        left = {place for places in free.values() for place in places}
        middle = [
            place if source is None and place in left else source
            for place, source in enumerate(middle, start=first)
        ]
    end = range(len(old) - last, len(old))
    return [*range(first), *middle, *end]
