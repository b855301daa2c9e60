"""What stands in a text where rows or sections belong, and is kept but not read."""

from collections.abc import Iterable, Iterator

from curator.codec.blocks import FRONT_MATTER, Block
from curator.codec.headings import Heading, heading_of
from curator.codec.layouts import KIND_OF_SECTION
from curator.codec.lines import is_blank
from curator.codec.lists import Item, read_items
from curator.codec.markers import split_marker
from curator.codec.parsing import Parsed
from curator.codec.properties import is_property
from curator.codec.tables import Table, read_table
from curator.domain.finding import Finding

_RULES = ("-", "_", "*")
_UNDERLINES = ("=", "-")
_CODE_INDENT = " " * 4


def underlined(parsed: Parsed) -> Iterator[tuple[int, str]]:
    """The line and the words of each heading that is underlined instead of marked with `#`."""
    for block in parsed.blocks:
        for place in range(1, len(block.lines) if block.kind != FRONT_MATTER else 0):
            if _is_underline(block.lines[place]) and not block.is_code(place):
                words = block.lines[place - 1]
                if _can_be_heading(words) and not block.is_code(place - 1):
                    yield block.start + place - 1, words.strip()


def _is_underline(line: str) -> bool:
    text = line.strip()
    return text.startswith(_UNDERLINES) and not text.strip(text[0])


def _can_be_heading(line: str) -> bool:
    is_structure = is_blank(line) or "|" in line or line.startswith((_CODE_INDENT, "\t"))
    return not (is_structure or _is_underline(line) or split_marker(line) or heading_of(line))


def unread(parsed: Parsed) -> Iterator[Finding]:
    """One finding for each section that holds other text than the rows that are read from it."""
    for line, words in underlined(parsed):
        if Heading("", words).section:
            yield Finding(
                line,
                f"The heading “{words}” is underlined; only headings that begin with # are read.",
            )
    for section, items in parsed.items.items():
        yield from _beside_list(parsed.sections[section], items)
    if "Other" in parsed.sections:
        other = parsed.sections["Other"]
        yield from _beside_list(other, read_items(other, is_property))
    for section in KIND_OF_SECTION:
        if section in parsed.sections:
            yield from _beside_table(parsed.sections[section], parsed.tables.get(section))


def _beside_list(block: Block, items: list[Item]) -> Iterator[Finding]:
    nested = [
        place
        for item in items
        for place in range(item.place + 1, item.place + len(item.lines))
        if not block.is_code(place) and split_marker(block.lines[place].lstrip())
    ]
    if nested:
        one = f"One bullet of the section {block.kind} is nested; it belongs to the row above it."
        many = (
            f"{len(nested):,} bullets of the section {block.kind} are nested;"
            " they belong to the rows above them."
        )
        yield Finding(block.start + nested[0], one if len(nested) == 1 else many)
    yield from _other_lines(block, [*nested, *(item.place for item in items)])


def _beside_table(block: Block, table: Table | None) -> Iterator[Finding]:
    tables: list[Table] = []
    while table:
        tables.append(table)
        table = read_table(block, table.span[1])
    if len(tables) > 1:
        line = block.start + tables[1].place
        message = f"The section {block.kind} has {len(tables):,} tables; only the first is read."
        yield Finding(line, message)
    yield from _other_lines(block, (place for found in tables for place in range(*found.span)))


def _other_lines(block: Block, told: Iterable[int]) -> Iterator[Finding]:
    known = {0, *told}
    others = [
        place
        for place, line in enumerate(block.lines)
        if place not in known and not is_blank(line) and not _is_rule(line)
    ]
    if others:
        one = f"One line of the section {block.kind} is not read as a row."
        many = f"{len(others):,} lines of the section {block.kind} are not read as rows."
        yield Finding(block.start + others[0], one if len(others) == 1 else many)


def _is_rule(line: str) -> bool:
    """Whether a line is a thematic break, which says nothing that could be read."""
    if not line.lstrip().startswith(_RULES):
        return False
    text = "".join(line.split())
    return len(text) > 2 and not text.strip(text[0])
