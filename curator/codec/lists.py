"""Bullet lists: items with the bullets they had, and all that stands between them.

Rows that did not change keep their lines byte for byte, wherever they move to; text between the
items that belongs to none of them stays, even when the items around it go.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curator.codec.blocks import Block, placed
from curator.codec.lines import bare, is_blank

_BULLET = re.compile(r" {0,3}[*+-](?:[ \t]+|\Z)")
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
    starts = [
        (place, *found)
        for place, line in enumerate(block.lines)
        if place and not block.is_code(place) and (found := _split_bullet(line))
        if accepts is None or accepts(found[1])
    ]
    items = []
    for index, (place, bullet, words) in enumerate(starts):
        own = _end_of_item(block, place)
        below = starts[index + 1][0] if index + 1 < len(starts) else own
        own = min(own, below)
        items.append(Item(bullet, words, place, block.lines[place:own], block.lines[own:below]))
    return items


def _split_bullet(line: str) -> tuple[str, str] | None:
    text = bare(line)
    found = _BULLET.match(text)
    if not found:
        return None
    words = text[found.end() :].strip()
    return (found[0] if words else found[0].rstrip() + " "), words


def _end_of_item(block: Block, place: int) -> int:
    last = place + 1
    while last < len(block.lines) and _goes_on(block.lines[last]):
        last += 1
    return last


def _goes_on(line: str) -> bool:
    return line[0] in " \t" and not is_blank(line) and not _split_bullet(line)


def rewritten_list(
    block: Block, items: list[Item], old: Sequence[Hashable], new: Sequence[Row], end: str
) -> list[str]:
    """The lines of the section with other rows; `old` is what `Row.same` was, item for item."""
    sources = _sources(old, [row.same for row in new])
    bullet = next((item.bullet for item in items if item.words), _USUAL_BULLET)
    separator = [line for line in items[0].below if is_blank(line)] if items else []
    core, below = _text_of_gone(items, {source for source in sources if source is not None})
    for index, (row, source) in enumerate(zip(new, sources, strict=True)):
        if source is None:
            core.append(bullet + row.words + end)
        elif old[source] == row.same:
            core.extend(_closed(items[source].lines, end))
        else:
            item = items[source]
            words = row.like(item.words) if row.like else row.words
            core.append(item.bullet + words + end)
            core.extend(_closed(item.lines[1:], end))
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
