"""Blocks of cells: what a selection covers, by ranges, and where a pasted block would go.

A selection of half a million rows is one range; nothing here asks for its cells one by one before
somebody knows how many they are. `columns` are those that are shown, in the order on screen: what
is hidden is neither copied nor changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionRange

Cell = tuple[int, int, str]
"""Row, column and text."""


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """Texts for many cells, called `label`: what is asked about before it is done.

    `cells` gives them when they are wanted; `cell_count` and `row_count` say how many they are.
    """

    label: str
    cell_count: int
    row_count: int
    cells: Iterator[Cell]


class Reach:
    """Which of the selected cells a deed is about: in each column, and in each row."""

    def has_column(self, column: int) -> bool:
        """Whether cells of a column can be emptied."""
        return column >= 0

    def count_rows(self, spans: Sequence[range]) -> int:
        """How many records stand in spans of rows, each counted once."""
        return sum(map(len, spans))


EVERYWHERE = Reach()


def row_spans(selection: QItemSelection) -> list[range]:
    """The rows that have a selected cell, as spans in their order, none touching another."""
    spans: list[range] = []
    for top, bottom in sorted((part.top(), part.bottom()) for part in _parts(selection)):
        if spans and top <= spans[-1].stop:
            spans[-1] = range(spans[-1].start, max(spans[-1].stop, bottom + 1))
        else:
            spans.append(range(top, bottom + 1))
    return spans


def cell_count(
    selection: QItemSelection,
    columns: Sequence[int],
    reach: Reach = EVERYWHERE,
) -> int:
    """How many cells of these columns are selected, in the rows that count."""
    return sum(
        reach.count_rows([range(part.top(), part.bottom() + 1)]) * len(_within(part, columns))
        for part in _parts(selection)
    )


def selected_cells(selection: QItemSelection, columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Row and column of each selected cell, row by row, in the order on screen."""
    parts = [(part.top(), part.bottom(), _within(part, columns)) for part in _parts(selection)]
    place = {column: number for number, column in enumerate(columns)}
    for span in row_spans(selection):
        near = [part for part in parts if part[0] < span.stop and part[1] >= span.start]
        for row in span:
            found = [c for top, bottom, some in near if top <= row <= bottom for c in some]
            yield from ((row, column) for column in sorted(found, key=place.__getitem__))


def texts_of(
    model: QAbstractItemModel, selection: QItemSelection, columns: Sequence[int]
) -> list[list[str]]:
    """The smallest block around the selected cells, row by row; what lies between stays empty."""
    cells = list(selected_cells(selection, columns))
    if not cells:
        return []
    place = {column: number for number, column in enumerate(columns)}
    places = [place[column] for _, column in cells]
    first, width = min(places), max(places) - min(places) + 1
    rows: dict[int, list[str]] = {}
    for row, column in cells:
        line = rows.setdefault(row, [""] * width)
        line[place[column] - first] = str(model.index(row, column).data() or "")
    return list(rows.values())


def block_at(
    row: int, column: int, rows: Sequence[Sequence[str]], columns: Sequence[int]
) -> list[Cell]:
    """Row, column and text of each cell of a block with its corner in a cell, as far as the table
    has columns."""
    room = list(columns[columns.index(column) :]) if column in columns else []
    return [
        (row + down, target, text)
        for down, line in enumerate(rows)
        for target, text in zip(room, line, strict=False)
    ]


def _parts(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(number) for number in range(selection.count())]


def _within(part: QItemSelectionRange, columns: Sequence[int]) -> list[int]:
    left, right = part.left(), part.right()
    return [column for column in columns if left <= column <= right]
