"""What a page may be made of so that the window can lay it out at once.

The renderer can be stopped by a clock; the window that shows its answer can't. Qt takes minutes for
ten thousand nested quotes or fifty thousand list items, and twice as long for each table within a
table, so a page like that is not handed to it. Measured with Qt 6.11: each limit alone stays under
half a second.
"""

import re
from html.parser import HTMLParser

_MOST_ITEMS = 4_000
_MOST_CELLS = 10_000
_MOST_PARTS = 20_000
_MOST_TABLES_WITHIN = 3
_MOST_WITHIN = 100
_LONGEST_WORD = 20_000
_SPACE = re.compile(r"\s+")
_ALONE = frozenset({"br", "hr"})


def too_heavy(page: str) -> str:
    """Why the window could not show `page` (clean HTML) at once; empty where it can."""
    weight = _Weight()
    weight.feed(page)
    weight.close()
    if weight.longest > _LONGEST_WORD:
        return "A word of the text is too long to be shown as a page."
    if weight.deepest > _MOST_WITHIN or weight.tables > _MOST_TABLES_WITHIN:
        return "The text is nested too deeply to be shown as a page."
    if weight.items > _MOST_ITEMS or weight.cells > _MOST_CELLS or weight.parts > _MOST_PARTS:
        return "The text has too many parts to be shown as a page."
    return ""


class _Weight(HTMLParser):
    """Counts what costs time: `deepest` and `tables` are the greatest depths that were seen,
    `longest` is the longest word."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = self.items = self.cells = self.deepest = self.tables = 0
        self.longest = 0
        self._within = self._tables = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  asked for by name
        self.parts += 1
        self.items += tag == "li"
        self.cells += tag in {"td", "th"}
        if tag not in _ALONE:
            self._within += 1
            self._tables += tag == "table"
            self.deepest = max(self.deepest, self._within)
            self.tables = max(self.tables, self._tables)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _ALONE:
            self._within -= 1
            self._tables -= tag == "table"

    def handle_data(self, data: str) -> None:
        self.longest = max(self.longest, *map(len, _SPACE.split(data)), 0)
