"""One table of the digest page: its rows, and the deeds that every table of rows knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.domain.changes import Changes
from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.messages import Notice
from curator.gui.models.columns import Column
from curator.gui.models.record_table import RecordTable, Row, Scope
from curator.gui.session import Session
from curator.gui.widgets.cell_table import CellTable


@dataclass(frozen=True, slots=True)
class RowDeeds:
    """The deeds of the workspace for one kind of rows: `delete(write, ids)` and
    `move(write, ids, before_id)`."""

    delete: Callable[..., str]
    move: Callable[..., str]


class RowTable(QWidget):
    """Signals:
    selection_changed(): other rows are selected, or none.
    """

    selection_changed = QtSignal()

    def __init__(
        self,
        session: Session,
        name: str,
        accessible_name: str,
        deeds: RowDeeds,
        columns: Sequence[Column] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._deeds = deeds
        self.model = RecordTable(columns, session.do, self)
        self.table = CellTable(self)
        self.table.setObjectName(name)
        self.table.setAccessibleName(accessible_name)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.set_shares(session.state.shares(name))
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.delete_requested.connect(self.delete_selected)
        self.table.move_requested.connect(self.move_selected)
        self.table.paste_refused.connect(self._tell_refusal)
        self.model.rows_dropped.connect(self._move)
        self.table.selectionModel().selectionChanged.connect(self.selection_changed)
        self.model.modelReset.connect(self.selection_changed)

    def show_rows(
        self, records: Sequence[Row], scope: Scope, columns: Sequence[Column] | None = None
    ) -> None:
        """Show the rows of another digest, or of another kind, with other columns."""
        self.model.show(records, scope, columns)

    def apply(self, changes: Changes) -> None:
        """Follow a commit."""
        self.model.apply(changes)

    def selected_ids(self) -> list[int]:
        """The rows that have a selected cell, in order; the current one where none has."""
        selection = self.table.selectionModel()
        rows = sorted({index.row() for index in selection.selectedIndexes()})
        if not rows and self.table.currentIndex().isValid():
            rows = [self.table.currentIndex().row()]
        return [self.model.record_at(row).id for row in rows]

    def current_id(self) -> int:
        """The row with the cursor, or 0."""
        row = self.table.currentIndex().row()
        return self.model.record_at(row).id if row >= 0 else 0

    def select(self, record_id: int, title: str = "", *, edit: bool = False) -> bool:
        """Put the cursor on a row, in the column called `title` or the first; False where the
        table does not have the row."""
        row = self.model.row_of(record_id)
        if row < 0:
            return False
        titles = [column.title for column in self.model.columns]
        index = self.model.index(row, titles.index(title) if title in titles else 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().setCurrentIndex(index, flag)
        self.table.scrollTo(index)
        if edit:
            self.table.edit(index)
        return True

    def do_and_edit(self, deed: Callable[[Any], str]) -> None:
        """Do a deed that adds a row, and open the editor of its first cell."""
        changes = self._session.do(deed)
        added = [item.id for item in changes.items if item.before is None]
        if added:
            self.select(added[-1], edit=True)

    def delete_selected(self) -> None:
        """Delete the selected rows as one step."""
        if ids := self.selected_ids():
            self._session.do(partial(self._deeds.delete, ids=ids))

    def move_selected(self, step: int) -> None:
        """Move the selected rows by one place: up (-1) or down (1)."""
        ids = self.selected_ids()
        if not ids:
            return
        order = [record.id for record in self.model.records]
        rows = [order.index(id_) for id_ in ids]
        target = rows[0] - 1 if step < 0 else rows[-1] + 2
        if target >= 0 and rows[-1] + step < len(order):
            self._move(ids, order[target] if target < len(order) else 0)

    def keep_widths(self) -> None:
        """Remember the widths of the columns for the next start."""
        self._session.state.keep_shares(self.table.objectName(), self.table.shares())

    def _move(self, ids: Sequence[int], before_id: int) -> None:
        self._session.do(partial(self._deeds.move, ids=ids, before_id=before_id))

    def _tell_refusal(self, sentence: str) -> None:
        self._session.messages.notify(Notice(sentence))
