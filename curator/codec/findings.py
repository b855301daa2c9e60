"""What a reader of the digest should know: each a sentence about a line.

Links to digests that are not there are no business of a single text; the workspace adds them.
"""

from collections.abc import Iterator
from datetime import date

from curator.codec.blocks import TEXT, TITLE, Block
from curator.codec.headings import SECTIONS, Heading, heading_of
from curator.codec.hidden_marks import hidden_in
from curator.codec.layouts import expected_sections
from curator.codec.links import split_judgement
from curator.codec.parsing import TERMS, Parsed, known_relation
from curator.codec.unread import underlined, unread
from curator.domain.dates import impossible_day
from curator.domain.finding import Finding

_CORE = ("Keywords", "Themes", "Signals", "Closest")
_FAULTS = {0: "empty", 1: "a single character"}
"""What is wrong with a term of so many characters."""


def refusal_of(parsed: Parsed) -> Finding | None:
    """Why the text is no digest, or None where it is one.

    A digest has at least one of the sections Keywords, Themes, Signals and Closest, at any heading
    level. Summary and Concerns alone are not enough: so begin analyses and many other notes.
    """
    if parsed.curation or any(name in parsed.sections for name in _CORE):
        return None
    if not any(line.strip() for line in parsed.lines):
        return Finding(1, "The file is empty.")
    lines = [block.start for block in parsed.blocks if _begins_with_heading(block)]
    for line, words in underlined(parsed):
        if Heading("", words).section in _CORE:
            return Finding(
                line,
                f"This is no digest: its heading “{words}” is underlined;"
                " only headings that begin with # are read.",
            )
        lines.append(line)
    if not lines:
        return Finding(1, "This is no digest: it has no heading.")
    first = min(lines)
    return Finding(
        first, "This is no digest: it has none of the sections Keywords, Themes, Signals, Closest."
    )


def _begins_with_heading(block: Block) -> bool:
    return not block.is_code(0) and heading_of(block.lines[0]) is not None


def findings_of(parsed: Parsed, today: date) -> Iterator[Finding]:
    """All that was noticed in a digest; a hostile one has more than anybody wants in memory."""
    yield from _front_matter(parsed)
    yield from _heading(parsed, today)
    yield from _sections(parsed)
    yield from unread(parsed)
    yield from _terms(parsed)
    yield from _tables(parsed)
    yield from _links(parsed)
    yield from hidden_in(parsed)


def _front_matter(parsed: Parsed) -> Iterator[Finding]:
    if parsed.curation and parsed.curation.problem:
        yield Finding(1, parsed.curation.problem)


def _title_line(parsed: Parsed) -> int:
    block = parsed.block(TITLE)
    return block.start if block else 1


def _heading(parsed: Parsed, today: date) -> Iterator[Finding]:
    line = _title_line(parsed)
    if parsed.title is None:
        yield Finding(line, "There is no heading with the title.", "title")
        return
    digest = parsed.whole.digest
    why = impossible_day(digest.origin, digest.source_url, today)
    if why:
        yield Finding(line, why, "origin")


def _sections(parsed: Parsed) -> Iterator[Finding]:
    for name in expected_sections(parsed.whole.digest.layout):
        if name not in parsed.sections:
            yield Finding(_title_line(parsed), f"The section {name} is missing.")
    yield from _unknown_sections(parsed)
    for block in parsed.blocks:
        if block.kind in SECTIONS and parsed.sections[block.kind] is not block:
            yield Finding(
                block.start,
                f"The section {block.kind} comes again; only the first is read, this one is kept.",
            )


def _unknown_sections(parsed: Parsed) -> Iterator[Finding]:
    for block in parsed.blocks:
        for place, line in enumerate(block.lines if block.kind == TEXT else ()):
            if "#" in line and not block.is_code(place) and (heading := heading_of(line)):
                message = f"The section “{heading.words}” is unknown; it is kept as it is."
                yield Finding(block.start + place, message)


def _terms(parsed: Parsed) -> Iterator[Finding]:
    for section in TERMS:
        part = section.lower()
        sizes = [len(item.words) for item in parsed.items.get(section, ())]
        for size, fault in _FAULTS.items():
            count = sizes.count(size)
            if count:
                index = sizes.index(size)
                what = f"One of the {part} is" if count == 1 else f"{count:,} of the {part} are"
                line = parsed.item_lines(section)[index]
                yield Finding(line, f"{what} {fault}.", f"{part}.{index}")


def _tables(parsed: Parsed) -> Iterator[Finding]:
    first = 0
    for section, table in parsed.tables.items():
        start = parsed.sections[section].start + table.line_place(0)
        fields = table.fields
        for index, row in enumerate(table.rows):
            if len(row) != len(table.headings) or "N/A" in row:
                yield from _row(fields, row, start + index, first + index)
        first += len(table.rows)


def _row(fields: list[str], row: list[str], line: int, index: int) -> Iterator[Finding]:
    columns = len(fields)
    if len(row) != columns:
        cells = f"{len(row)} cell{'' if len(row) == 1 else 's'}"
        message = f"The row has {cells} where the table has {columns} columns."
        yield Finding(line, message, _path(index, next(filter(None, fields), "")))
    for column, cell in enumerate(row):
        if cell == "N/A":
            field = fields[column] if column < columns else ""
            yield Finding(line, "A cell says N/A.", _path(index, field))


def _path(index: int, field: str) -> str:
    return f"signals.{index}.{field}" if field else ""


def _links(parsed: Parsed) -> Iterator[Finding]:
    lines = parsed.item_lines("Closest")
    seen: dict[str, int] = {}
    for index, (entry, line) in enumerate(zip(parsed.entries, lines, strict=True)):
        field = f"closest.{index}.key"
        if entry.target_key in seen:
            before = seen[entry.target_key]
            yield Finding(line, f"The link is the same as that in line {before}.", field)
        elif entry.target_key == parsed.whole.digest.key:
            yield Finding(line, "The link leads to the digest itself.", field)
        seen.setdefault(entry.target_key, line)
        relation = split_judgement(entry.rest)[1] if parsed.curation else ""
        if relation and not known_relation(relation):
            yield Finding(line, f"“{relation}” is no relation.", f"closest.{index}.relation")
