"""The model of the ledger: all ids from one query, rows in windows when they are seen."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from curator.domain.changes import Changes
from curator.domain.ledger import Group, LedgerRow
from curator.domain.measures import counted
from curator.domain.signal import Signal
from curator.gui.models.cell_answers import cell_answer, heading_answer
from curator.gui.models.columns import Column, in_one_step
from curator.gui.models.row_plan import Ids, RowPlan
from curator.gui.models.row_steps import INSERTED, MOVED, OTHERWISE, REMOVED, step_between
from curator.gui.widgets.cell_block import Reach
from curator.gui.widgets.cell_model import CellModel
from curator.gui.widgets.roles import GROUP_ROLE, ID_ROLE
from curator.workspace.workspace import Deed

WINDOW = 200
"""Rows fetched at once around a row that is seen."""
MOST_ROWS = 50 * WINDOW
_FEW = 20
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_READ = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class _LedgerReach(Reach):
    """Texts of signals: a review is always one of its states, and lines of groups are no rows."""

    def __init__(self, table: "LedgerTable") -> None:
        self._table = table

    def has_column(self, column: int) -> bool:
        told = self._table.columns[column]
        return told.edit is not None and not told.choices

    def count_rows(self, spans: Sequence[range]) -> int:
        return self._table.plan.count_in(spans)


class LedgerTable(CellModel):
    """One row per signal, in the order of a `RowPlan`, under the lines of groups where it has any.

    `ask(ids)` answers with their rows; ids that the library no longer has are left out. An edit
    goes to `do` as a deed, and changes the row when its `Changes` come back (`apply`).
    """

    def __init__(
        self,
        columns: Mapping[str, Column],
        ask: Callable[[Sequence[int]], Iterable[LedgerRow]],
        do: Callable[[Deed], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.names = tuple(columns)
        """The names of the columns, as questions sort by them."""
        self._columns = tuple(columns.values())
        self._ask = ask
        self._do = do
        self._plan = RowPlan()
        self._rows: dict[int, LedgerRow | None] = {}
        self._seen: dict[int, int] = {}
        self.reach = _LedgerReach(self)

    # --- what it shows ------------------------------------------------------------------------

    @property
    def plan(self) -> RowPlan:
        """What stands in which row."""
        return self._plan

    def show(self, plan: RowPlan) -> bool:
        """Show other rows. Where a single row, or a run of rows, came, went or moved, cursor and
        selection stay with theirs; where more changed the model is reset, and True answered.

        What was fetched is kept: `apply` has brought it up to date, `forget` drops it.
        """
        self._seen.clear()
        flat = not (plan.grouped or self._plan.grouped)
        step = step_between(self._plan.ids, plan.ids) if flat else None
        if step is None or step.kind == OTHERWISE:
            self.beginResetModel()
            self._plan = plan
            self.endResetModel()
        elif step.kind == REMOVED:
            self.beginRemoveRows(_NOWHERE, step.first, step.first + step.count - 1)
            self._plan = plan
            self.endRemoveRows()
        elif step.kind == INSERTED:
            self.beginInsertRows(_NOWHERE, step.first, step.first + step.count - 1)
            self._plan = plan
            self.endInsertRows()
        elif step.kind == MOVED:
            # Qt counts the place in front of which the row goes while it still stands there.
            target = step.target + 1 if step.target > step.first else step.target
            self.beginMoveRows(_NOWHERE, step.first, step.first, _NOWHERE, target)
            self._plan = plan
            self.endMoveRows()
        return step is None or step.kind == OTHERWISE

    def apply(self, changes: Changes) -> None:
        """Show changed rows anew; which rows are shown, and where, the next `show` decides."""
        if changes.wholesale:
            self.forget()
            return
        touched = set(self._renewed(changes))
        outside = {item.digest_id for item in changes.items if item.kind in {"digest", "term"}}
        known = self._rows.items() if outside else ()
        stale = [id_ for id_, row in known if row is not None and row.digest.id in outside]
        for id_ in stale:
            del self._rows[id_]
        self._tell_changed(touched.union(stale))

    def forget(self) -> None:
        """Ask for every row again when it is seen."""
        self._rows.clear()
        self._tell_changed(None)

    def open_group(self, value: str, ids: Ids) -> None:
        """Put the rows of a group under its line."""
        line = self._plan.line_of(value)
        if line < 0 or value in self._plan.opened():
            return
        self._seen.clear()
        plan = self._plan.with_open(value, ids)
        if len(ids):
            self.beginInsertRows(_NOWHERE, line + 1, line + len(ids))
            self._plan = plan
            self.endInsertRows()
        self._plan = plan
        self._tell_line(line)

    def close_group(self, value: str) -> None:
        """Take them away."""
        line, ids = self._plan.line_of(value), self._plan.opened().get(value)
        if ids is None:
            return
        self._seen.clear()
        plan = self._plan.with_closed(value)
        if len(ids):
            self.beginRemoveRows(_NOWHERE, line + 1, line + len(ids))
            self._plan = plan
            self.endRemoveRows()
        self._plan = plan
        self._tell_line(line)

    def record_at(self, row: int) -> LedgerRow | None:
        """The record in a row; None for the line of a group, and for one that is gone."""
        id_ = self._plan.id_at(row)
        if id_ and id_ not in self._rows:
            self._fetch_around(row)
        return self._rows.get(id_)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order at first."""
        return self._columns

    # --- editing ------------------------------------------------------------------------------

    def set_cells(self, cells: Sequence[tuple[int, int, str]], label: str) -> None:
        """Edit several (row, column, text) as one step; read-only cells are passed over."""
        if deed := self.deed_for(cells, label):
            self._do(deed)

    def deed_for(self, cells: Iterable[tuple[int, int, str]], label: str) -> Deed | None:
        """The deed that edits these cells; None where that would change nothing."""
        deeds = [deed for cell in cells if (deed := self._deed(*cell)) is not None]
        return in_one_step(label, deeds) if deeds else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand an edit over as a deed; False: nothing to write, or refused."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        deed = self._deed(index.row(), index.column(), str(value))
        return deed is not None and self._do(deed) is not None

    def _deed(self, row: int, column: int, text: str) -> Deed | None:
        record = self.record_at(row)
        if record is None or record.digest.trashed:
            return None
        return self._columns[column].deed(record, text)

    # --- what Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows and lines of groups; they have no rows of their own."""
        return 0 if parent.isValid() else len(self._plan)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """All columns, also those that a view hides."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, by look-ups in dictionaries."""
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._plan.id_at(index.row())
        record = self.record_at(index.row())
        if record is not None:
            return cell_answer(self._columns[index.column()], record, role)
        group = self._plan.group_at(index.row())
        if role == GROUP_ROLE and group is not None:
            return group, group.value in self._plan.opened()
        return self._line_answer(group, index.column(), role) if group is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        return heading_answer(self._columns[section], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with a deed can be edited, but not those of digests in the trash."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.only_reads or self._columns[index.column()].edit is None:
            return _READ
        record = self.record_at(index.row())
        if record is None or record.digest.trashed:
            return _READ
        return _READ | Qt.ItemFlag.ItemIsEditable

    def _line_answer(self, group: Group, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and not column:
            return group.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "open" if group.value in self._plan.opened() else "closed"
            return f"{group.name}, {counted(group.count, 'row')}, {state}"
        return None

    # --- windows ------------------------------------------------------------------------------

    def _fetch_around(self, row: int) -> None:
        if len(self._rows) >= MOST_ROWS:
            self._rows.clear()
            self._seen.clear()
        start = row - row % WINDOW
        ids = self._plan.ids_between(start, start + WINDOW)
        missing = [id_ for id_ in ids if id_ not in self._rows]
        self._rows.update(dict.fromkeys(missing))
        self._rows.update({found.id: found for found in self._ask(missing)})
        if not self._plan.grouped:
            self._seen.update(zip(ids, range(start, start + len(ids)), strict=True))

    def _renewed(self, changes: Changes) -> Iterator[int]:
        for change in changes.of_kind("signal"):
            record = self._rows.get(change.id)
            if record is not None and isinstance(change.after, Signal):
                self._rows[change.id] = replace(record, signal=change.after)
                yield change.id
            elif change.id in self._rows:
                del self._rows[change.id]
                yield change.id

    def _tell_changed(self, ids: set[int] | None) -> None:
        """Say which cells changed: a few row by row, many, or all (None), as one block."""
        last = len(self._columns) - 1
        rows = [self._seen.get(id_, -1) for id_ in ids or ()]
        if ids is None or len(ids) > _FEW or -1 in rows:
            if len(self._plan):
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._plan) - 1, last))
            return
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _tell_line(self, line: int) -> None:
        self.dataChanged.emit(self.index(line, 0), self.index(line, len(self._columns) - 1))
