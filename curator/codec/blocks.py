"""A text in blocks: front matter, heading, source line, sections; together they are the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from curator.codec.headings import GENERATED_FORMS, Heading, heading_of, read_title
from curator.codec.lines import bare, is_blank

FRONT_MATTER = "front matter"
TITLE = "title"
SOURCE = "source"
TEXT = "text"
"""Blocks that are no section; TEXT is all that Curator keeps and does not read."""

_FENCE_MARKS = ("```", "~~~")
_FRONT_MATTER_ENDS = ("---", "...")
_SOURCE_START = "[external link]("
_WRAPPERS = ("__", "**", "_", "*", "")


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive lines that are read and written as one.

    `start` is the number of its first line, counted from 1. `code` are the places of those of its
    lines that stand in a code fence. A section's first line is its heading.
    """

    kind: str
    start: int
    lines: tuple[str, ...]
    code: frozenset[int] = frozenset()

    def is_code(self, place: int) -> bool:
        """Whether the line at `place` stands in a code fence, where nothing is structure."""
        return place in self.code


def front_matter_size(lines: Sequence[str]) -> int:
    """How many lines a YAML front matter takes at the start of `lines`; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for place, line in enumerate(lines[1:], start=2):
        if line.rstrip() in _FRONT_MATTER_ENDS:
            return place
    return 0


def fenced(lines: Sequence[str]) -> frozenset[int]:
    """The places of all lines in code fences, the fences included.

    As in CommonMark, a fence that is never closed reaches to the end of the text.
    """
    inside: list[int] = []
    fence = ""
    for place, line in enumerate(lines):
        text = line.lstrip(" ")
        if fence:
            inside.append(place)
            if text.startswith(fence) and not text.strip().strip(fence[0]):
                fence = ""
        elif text.startswith(_FENCE_MARKS) and len(line) - len(text) <= 3:
            inside.append(place)
            fence = text[: len(text) - len(text.lstrip(text[0]))]
    return frozenset(inside)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The line with the link to the article: `before` and `after` frame its address."""

    before: str
    url: str
    after: str


def source_line_of(line: str) -> SourceLine | None:
    """The link to the article that a line is, such as `__[External link](address)__`, or None."""
    start = len(line) - len(line.lstrip())
    text = line.strip()
    for wrapper in _WRAPPERS:
        if not text.startswith(wrapper) or not text.endswith(wrapper):
            continue
        first = start + len(wrapper) + len(_SOURCE_START)
        last = start + len(text) - len(wrapper) - 1
        opening = line[start + len(wrapper) : first].casefold()
        if opening == _SOURCE_START and first <= last and line[last] == ")":
            return SourceLine(line[:first], line[first:last], line[last:])
    return None


def outline(lines: Sequence[str], front_matters: int, key: str = "") -> tuple[Block, ...]:
    """The blocks of `lines`, of which the first `front_matters` lines are front matter.

    The heading of the digest is the first heading before any section, or the first there in one
    of the generated forms; the source line stands between it and the first section.
    """
    inside = fenced(lines[front_matters:])
    code = frozenset(place + front_matters for place in inside) if inside else inside
    headings = [
        (place, heading)
        for place in range(front_matters, len(lines))
        if "#" in lines[place] and place not in code and (heading := heading_of(lines[place]))
    ]
    kinds = {0: FRONT_MATTER, front_matters: TEXT} if front_matters else {0: TEXT}
    sections = {place: heading.section or TEXT for place, heading in headings}
    first_section = next((place for place, kind in sections.items() if kind != TEXT), len(lines))
    title = _title_place([pair for pair in headings if pair[0] < first_section], key)
    kinds |= _changes(sections)
    head = range(front_matters if title is None else title + 1, first_section)
    if title is not None:
        kinds[title] = TITLE
        kinds.setdefault(title + 1, TEXT)
    for place in head:
        if "](" not in lines[place] or place in code:
            continue
        if source_line_of(lines[place]):
            kinds[place] = SOURCE
            kinds.setdefault(place + 1, TEXT)
            break
    return tuple(_cut(lines, kinds, code))


def _changes(sections: dict[int, str]) -> dict[int, str]:
    """The headings at which a block begins: neighbours that are no sections are one text."""
    return {
        place: kind
        for (place, kind), before in zip(
            sections.items(), chain([""], sections.values()), strict=False
        )
        if kind != TEXT or before != TEXT
    }


def _title_place(headings: list[tuple[int, Heading]], key: str) -> int | None:
    for place, heading in headings:
        words = heading.words
        if words.endswith(")") and read_title(words, key).form in GENERATED_FORMS:
            return place
    return headings[0][0] if headings else None


def _cut(lines: Sequence[str], kinds: dict[int, str], code: frozenset[int]) -> Iterator[Block]:
    places = sorted(place for place in kinds if place < len(lines))
    remaining = sorted(code)
    taken = 0
    for index, first in enumerate(places):
        last = places[index + 1] if index + 1 < len(places) else len(lines)
        begin = taken
        while taken < len(remaining) and remaining[taken] < last:
            taken += 1
        inside = frozenset(place - first for place in remaining[begin:taken])
        yield Block(kinds[first], first + 1, tuple(lines[first:last]), inside)


def solid_span(lines: Sequence[str], first: int) -> tuple[int, int]:
    """The places from the first to behind the last line that shows something, from `first` on."""
    last = len(lines)
    while last > first and is_blank(lines[last - 1]):
        last -= 1
    while first < last and is_blank(lines[first]):
        first += 1
    return first, last


def placed(block: Block, span: tuple[int, int] | None, core: list[str], end: str) -> list[str]:
    """The lines of a section with `core` for those in `span`; None: below all that it holds."""
    lines = list(block.lines)
    if span:
        return lines[: span[0]] + core + lines[span[1] :]
    if not core:
        return lines
    behind = solid_span(lines, 0)[1]
    solid, blank = lines[:behind], lines[behind:]
    if solid and bare(solid[-1]) == solid[-1]:
        solid[-1] += end
    return [*solid, *(blank[:1] or [end]), *core, *(blank[1:] or [end])]
