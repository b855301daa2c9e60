"""Marks that nobody sees: control characters, turned order of letters, spaces without width.

They are kept as they are; a reader only ought to know that a title or a cell holds some.
"""

from collections.abc import Iterator

from curator.codec.blocks import TITLE
from curator.codec.cells import decoded
from curator.codec.parsing import Parsed
from curator.domain.finding import Finding
from curator.domain.text import hidden_marks

_LISTS = ("Keywords", "Themes", "Closest")


def hidden_in(parsed: Parsed) -> Iterator[Finding]:
    """One finding for each field that holds such marks, at the first line of the field."""
    if not hidden_marks("".join(parsed.lines)):
        return
    yield from _head(parsed)
    for section in _LISTS:
        lines = parsed.item_lines(section)
        items = parsed.items.get(section, [])
        name = "title" if section == "Closest" else ""
        for index, (item, line) in enumerate(zip(items, lines, strict=True)):
            field = f"{section.lower()}.{index}"
            yield from _told(item.words, line, f"{field}.{name}" if name else field)
    yield from _rows(parsed)


def _head(parsed: Parsed) -> Iterator[Finding]:
    title, summary = parsed.block(TITLE), parsed.block("Summary")
    digest = parsed.whole.digest
    if title:
        yield from _told(digest.title, title.start, "title")
    if summary:
        yield from _told(digest.summary, summary.start, "summary")


def _rows(parsed: Parsed) -> Iterator[Finding]:
    first = 0
    for section, table in parsed.tables.items():
        start = parsed.sections[section].start + table.line_place(0)
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                known = column < len(table.fields) and table.fields[column]
                field = f"signals.{first + index}.{known}" if known else ""
                yield from _told(decoded(cell), start + index, field)
        first += len(table.rows)


def _told(text: str, line: int, field: str) -> Iterator[Finding]:
    marks = hidden_marks(text)
    if marks:
        names = ", ".join(f"‹{name}›" for name in marks)
        yield Finding(line, f"The text holds marks that nobody sees: {names}.", field)
