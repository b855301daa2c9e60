"""Records as rows in the order of their positions, and each change of them as Qt has to hear it."""

import sys
from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QObject

from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.term import Term
from curator.gui.widgets.cell_model import CellModel

Row = Signal | Term | Link


class OrderedRows(CellModel):
    """Rows come, go and move one by one, so that an open editor stays where its record goes.

    A row of id 0 is one that only this table has; it stands behind its neighbour.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def record_at(self, row: int) -> Row:
        """The record in a row.

        Raises:
            IndexError: there is no such row.
        """
        return self._rows[row]

    def row_of(self, record_id: int) -> int:
        """The row of a record, or -1."""
        return next((row for row, record in enumerate(self._rows) if record.id == record_id), -1)

    @property
    def records(self) -> tuple[Row, ...]:
        """All rows that the library has, in order."""
        return tuple(record for record in self._rows if record.id)

    def _take_out(self, row: int) -> None:
        """Take one row away."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _renew(self, records: Sequence[Row]) -> None:
        """Become these records, row by row; a row of id 0 stays."""
        kept = {record.id for record in records} | {0}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].id not in kept:
                self._take_out(row)
        for record in sorted(records, key=place_of):
            row = self.row_of(record.id)
            if row < 0 or self._rows[row] != record:
                self._put(row, record)
        self._order()

    def _order(self) -> None:
        """Rows that changed places several at a time may not have found theirs one by one."""
        if all(place_of(one) <= place_of(next_) for one, next_ in pairwise(self._rows)):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows.sort(key=place_of)
        places = zip(ids, before, strict=True)
        after = [self.index(self.row_of(id_), index.column()) for id_, index in places]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _put(self, row: int, record: Row) -> None:
        """Put a record into its row, and the row into its place; -1 makes a new row."""
        if row < 0:
            target = bisect(self._rows, place_of(record), key=place_of)
            self.beginInsertRows(QModelIndex(), target, target)
            self._rows.insert(target, record)
            self.endInsertRows()
            return
        others = self._rows[:row] + self._rows[row + 1 :]
        target = bisect(others, place_of(record), key=place_of)
        if target != row:
            # Qt counts the place in front of which the row goes while it still stands there.
            self.beginMoveRows(
                QModelIndex(), row, row, QModelIndex(), target + 1 if target > row else target
            )
            self._rows.insert(target, self._rows.pop(row))
            self.endMoveRows()
        self._rows[target] = record
        self.dataChanged.emit(self.index(target, 0), self.index(target, self.columnCount() - 1))


def place_of(record: Row) -> tuple[int, int]:
    """What rows are ordered by: their position, and their age where they share one."""
    return record.position, record.id or sys.maxsize  # a draft stands behind its neighbour
