"""Blocks of cells as texts: what a selection holds, and where a pasted block would go."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex


def texts_of(cells: Sequence[QModelIndex]) -> list[list[str]]:
    """The smallest block around some cells, row by row; what lies between them stays empty."""
    if not cells:
        return []
    columns = [index.column() for index in cells]
    told = {(index.row(), index.column()): str(index.data() or "") for index in cells}
    return [
        [told.get((row, column), "") for column in range(min(columns), max(columns) + 1)]
        for row in sorted({index.row() for index in cells})
    ]


def block_at(start: QModelIndex, rows: Sequence[Sequence[str]]) -> list[tuple[int, int, str]]:
    """Row, column and text of each cell of a block whose corner is `start`, as far as the table
    has columns."""
    room = start.model().columnCount() - start.column()
    return [
        (start.row() + down, start.column() + right, text)
        for down, row in enumerate(rows)
        for right, text in enumerate(row[:room])
    ]
