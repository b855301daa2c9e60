"""The section Other: `* Category: technology`, `* Type: news`."""

from functools import partial

from curator.codec.blocks import Block
from curator.codec.lines import flat
from curator.codec.lists import Row, read_items, rewritten_list

NAMES = {"category": "Category", "type": "Type"}
"""The fields of the digest that the section holds, and what it calls them."""


def _split(words: str) -> tuple[str, str]:
    name, _, value = words.partition(":")
    return name.strip().casefold(), value.strip()


def is_property(words: str) -> bool:
    """Whether the words of an item are a property that Curator reads."""
    return ":" in words and _split(words)[0] in NAMES


def read_properties(block: Block) -> dict[str, str]:
    """The fields of the digest that the section holds; the first of each counts."""
    values: dict[str, str] = {}
    for item in read_items(block, is_property):
        name, value = _split(item.words)
        values.setdefault(name, value)
    return values


def rewritten_properties(block: Block, values: dict[str, str], end: str) -> list[str]:
    """The lines of the section with other values."""
    items = read_items(block, is_property)
    old = [_split(item.words) for item in items]
    left = dict(values)
    new = [(name, left.pop(name, value)) for name, value in old]
    new += [(name, value) for name, value in left.items() if value]
    rows = [Row(pair, _words(*pair), partial(_words, *pair)) for pair in new]
    return rewritten_list(block, items, old, rows, end)


def _words(name: str, value: str, before: str = "") -> str:
    label = before.partition(":")[0] or NAMES[name]
    return f"{label}: {flat(value)}".rstrip()
