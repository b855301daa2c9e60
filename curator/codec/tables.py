"""Tables of signals: pipe tables with any columns, padded as the package `tabulate` pads them.

The padding is done here and not by `tabulate`: it is the same (the tests compare), takes a tenth
of the time, and does not change with what else is installed.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from curator.codec.blocks import Block, placed
from curator.codec.cells import decoded, encoded, split_row
from curator.codec.layouts import columns_for, field_of, heading_for
from curator.codec.lines import is_blank
from curator.domain.signal import Signal

_DELIMITER = re.compile(r":?-+:?")
_MOST_COLUMNS = 50
"""A wider "table" is text: real ones have at most a dozen columns."""
_HEADING_ROOM = 2
_SPACIOUS = 1 << 20
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands: `place` is that of its first line in the block.

    `headings` and `rows` are raw cells; a row may be shorter or longer than the headings.
    """

    place: int
    headings: list[str]
    alignments: list[str]
    rows: list[list[str]]

    @property
    def fields(self) -> list[str]:
        """For each column the field of a signal that it holds, or nothing; each field once."""
        taken = set()
        fields = []
        for heading in self.headings:
            field = field_of(decoded(heading))
            fields.append("" if field in taken else field)
            taken.add(field)
        return fields

    @property
    def span(self) -> tuple[int, int]:
        """The places of its lines in the block, the last one excluded."""
        return self.place, self.place + 2 + len(self.rows)

    def line_place(self, row: int) -> int:
        """The place of a row's line in the block."""
        return self.place + 2 + row


def read_table(block: Block, first: int = 1) -> Table | None:
    """The first table in a section from the place `first` on, or None."""
    lines = block.lines
    for place in range(first, len(lines) - 1):
        if "|" not in lines[place] or "-" not in lines[place + 1] or block.is_code(place):
            continue
        alignments = _alignments(lines[place + 1])
        headings = split_row(lines[place]) if alignments else []
        if alignments and len(headings) <= _MOST_COLUMNS:
            rows = list(_rows(block, place + 2))
            return Table(place, headings, alignments + ["-"] * len(headings), rows)
    return None


def _alignments(line: str) -> list[str]:
    if "|" not in line or line.strip(" \t\r\n|:-"):
        return []
    cells = split_row(line)
    if not all(_DELIMITER.fullmatch(cell) for cell in cells):
        return []
    return [cell[0].strip("-") + "-" + cell[1:][-1:].strip("-") for cell in cells]


def _rows(block: Block, place: int) -> Iterator[list[str]]:
    # In a table without outer pipes a row of one cell has no pipe at all.
    needs_pipe = block.lines[place - 2].lstrip().startswith("|")
    while place < len(block.lines):
        line = block.lines[place]
        if is_blank(line) or block.is_code(place) or (needs_pipe and "|" not in line):
            return
        yield split_row(line)
        place += 1


def signals_of(table: Table, kind: str) -> list[Signal]:
    """The rows of a table as records."""
    fields = table.fields
    headings = [decoded(heading) for heading in table.headings]
    return [_signal(row, kind, fields, headings) for row in table.rows]


def _signal(row: list[str], kind: str, fields: list[str], headings: list[str]) -> Signal:
    values = [decoded(cell) for cell in row]
    known: dict[str, Any] = {
        field: value for field, value in zip(fields, values, strict=False) if field
    }
    unknown = [
        (heading, value)
        for heading, field, value in zip(headings, fields, values, strict=False)
        if not field
    ]
    unknown += [("", value) for value in values[len(headings) :]]
    return Signal(kind=kind, **known, extra=_told(unknown))


def _told(unknown: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The cells that say something, and the empty ones that keep later namesakes in place."""
    kept: list[tuple[str, str]] = []
    seen: set[str] = set()
    for heading, value in reversed(unknown):
        if value or heading in seen:
            kept.append((heading, value))
            seen.add(heading)
    return tuple(reversed(kept))


def rewritten_table(
    block: Block, table: Table | None, signals: Sequence[Signal], layout: str, end: str
) -> list[str]:
    """The lines of the section with other rows in its table, or in a new one."""
    if table is None:
        if not signals:
            return list(block.lines)
        table = _new_table(signals, layout)
        wide = _widened(table, signals, layout)
        return placed(block, None, [line + end for line in _lines(wide, signals)], end)
    wide = _widened(table, signals, layout)
    return placed(block, table.span, [line + end for line in _lines(wide, signals)], end)


def _new_table(signals: Sequence[Signal], layout: str) -> Table:
    fields = columns_for(signals[0].kind, layout)
    alignments = [_alignment([getattr(row, field) for row in signals]) for field in fields]
    return Table(0, [heading_for(field, layout, ()) for field in fields], alignments, [])


def _alignment(values: Sequence[str]) -> str:
    told = [value for value in values if value]
    return "-:" if told and all(map(_NUMBER.fullmatch, told)) else ":-"


def _widened(table: Table, signals: Sequence[Signal], layout: str) -> Table:
    """The table with a column for every field and every heading that its rows use."""
    present = set(table.fields)
    new = [
        heading_for(field, layout, table.headings)
        for field in Signal.TEXT_FIELDS
        if field not in present and any(getattr(row, field) for row in signals)
    ]
    named = Counter(
        decoded(heading)
        for heading, field in zip(table.headings, table.fields, strict=True)
        if not field
    )
    for row in filter(attrgetter("extra"), signals):
        for heading, count in Counter(name for name, _ in row.extra if name).items():
            new += [encoded(heading)] * (count - named[heading])
            named[heading] = max(count, named[heading])
    if not new:
        return table
    columns = len(table.headings)
    alignments = [*table.alignments[:columns], *[":-"] * len(new)]
    return Table(table.place, table.headings + new, alignments, table.rows)


def _lines(table: Table, signals: Sequence[Signal]) -> Iterator[str]:
    fields = table.fields
    columns = [
        (field, decoded(heading)) for field, heading in zip(fields, table.headings, strict=True)
    ]
    rows = [_cells(signal, columns) for signal in signals]
    return padded(table.headings, table.alignments, rows)


def _cells(signal: Signal, columns: list[tuple[str, str]]) -> list[str]:
    if not signal.extra:
        return [encoded(getattr(signal, field)) if field else "" for field, _ in columns]
    extra: defaultdict[str, deque[str]] = defaultdict(deque)
    for heading, value in signal.extra:
        extra[heading].append(value)
    cells = []
    for field, heading in columns:
        if field:
            cells.append(encoded(getattr(signal, field)))
        else:
            cells.append(encoded(extra[heading].popleft()) if extra[heading] else "")
    return cells + [encoded(value) for value in extra[""]]


def padded(headings: list[str], alignments: list[str], rows: list[list[str]]) -> Iterator[str]:
    """The lines of a table as `tabulate(tablefmt="pipe")` pads it.

    `alignments` are delimiters of the shortest form: `:-`, `-:`, `:-:` or `-`. Cells beyond the
    headings follow unpadded. Where padding would blow the text up (one huge cell among thousands
    of rows) it is left out, so that the time stays linear.
    """
    widths = [len(heading) + _HEADING_ROOM for heading in headings]
    for row in rows:
        for column, cell in enumerate(row[: len(widths)]):
            if len(cell) > widths[column]:  # noqa: PLR1730  a call of max takes twice the time
                widths[column] = len(cell)
    content = sum(len(cell) for row in rows for cell in row)
    if sum(widths) * len(rows) > 8 * content + _SPACIOUS:
        widths = [0] * len(widths)
    yield _row(headings, widths, alignments)
    yield "|" + "|".join(map(_delimiter, alignments, widths)) + "|"
    for row in rows:
        yield _row(row, widths, alignments)


def _row(cells: list[str], widths: list[int], alignments: list[str]) -> str:
    inner = [
        _aligned(cell, width, alignment)
        for cell, width, alignment in zip(cells, widths, alignments, strict=False)
    ]
    return "| " + " | ".join(inner + cells[len(widths) :]) + " |"


def _aligned(cell: str, width: int, alignment: str) -> str:
    if alignment == "-:":
        return cell.rjust(width)
    if alignment == ":-:":
        room = max(width - len(cell), 0)
        return " " * (room // 2) + cell + " " * (room - room // 2)
    return cell.ljust(width)


def _delimiter(alignment: str, width: int) -> str:
    dashes = "-" * max(width + 2 - alignment.count(":"), 1)
    return alignment.replace("-", dashes)
