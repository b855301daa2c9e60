"""What begins the items of a list: a bullet or a number, with the blank space around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curator.codec.lines import bare

_MARKER = re.compile(r" {0,3}(?:[*+-]|[0-9]{1,9}[.)])(?:[ \t]+|\Z)")
_NUMBER = re.compile(r" *([0-9]{1,8})[.)]")
"""One digit less than a marker may have, so that there is room to count on."""
_DIGITS = re.compile(r"[0-9]+")
_TAB = 4
NESTED = 2
"""So many columns behind its row a line belongs to it, whatever the width of the marker."""


class Marker(NamedTuple):
    """The start of an item: `lead` is all before its `words`."""

    lead: str
    words: str


def split_marker(line: str) -> Marker | None:
    """The marker and the words of an item, or None for a line that begins none."""
    text = bare(line)
    found = _MARKER.match(text)
    if not found:
        return None
    words = text[found.end() :].strip()
    return Marker(found[0] if words else found[0].rstrip() + " ", words)


def indentation(line: str) -> int:
    """How many columns a line is indented; a tab goes on to the next multiple of four."""
    if not line.startswith((" ", "\t")):
        return 0
    blank = line[: len(line) - len(line.lstrip(" \t"))]
    return len(blank.expandtabs(_TAB))


@dataclass(frozen=True, slots=True)
class Marking:
    """How the items of a list are begun when it is written with other rows.

    `first` is the number of the first item where the list counts up from it. A `flush` list has
    no indentation: its items stood at such different columns that in another order one would
    be nested in the one above it.
    """

    first: int | None = None
    flush: bool = False

    def marked(self, line: str, index: int) -> str:
        """The first line of an item as it stands in the list as its item of that index."""
        if self.flush:
            line = line.lstrip(" ")
        return line if self.first is None else _DIGITS.sub(str(self.first + index), line, count=1)


def marking_of(leads: Sequence[str]) -> Marking:
    """How a list is begun whose items have these leads."""
    columns = {indentation(lead) for lead in leads}
    flush = bool(columns) and max(columns) - min(columns) >= NESTED
    numbers = [found[1] for lead in leads if (found := _NUMBER.match(lead))]
    if not numbers or len(numbers) < len(leads):
        return Marking(None, flush)
    first = int(numbers[0])
    counted = all(text == str(number) for number, text in enumerate(numbers, start=first))
    return Marking(first if counted else None, flush)
