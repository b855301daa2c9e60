"""One table of the digest page: its rows, and the deeds that every table of rows knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.domain.changes import Changes
from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.messages import Notice
from curator.gui.models.columns import Column
from curator.gui.models.ordered_rows import Row
from curator.gui.models.record_table import RecordTable
from curator.gui.models.scope import Scope
from curator.gui.models.typing_place import Typing
from curator.gui.session import Session
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from curator.workspace.typed_fields import TypedField, kind_of, text_of, words_of
from curator.workspace.workspace import Deed


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
        self._scope: Scope | None = None
        self.model = RecordTable(columns, session.attempt, self)
        self.table = WholeRowsTable(self)
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
        self.table.copy_refused.connect(self._tell_refusal)
        self.table.rows_left_over.connect(self._tell_left_over)
        self.table.rows_dropped.connect(self._drop_selected)
        self.model.rows_dropped.connect(self._move)
        self.table.selectionModel().selectionChanged.connect(self.selection_changed)
        self.model.modelReset.connect(self.selection_changed)

    def show_rows(
        self, records: Sequence[Row], scope: Scope, columns: Sequence[Column] | None = None
    ) -> None:
        """Show the rows of another digest, or of another kind, with other columns.

        While a row of the same table is being edited, its columns wait until that ends.
        """
        if scope == self._scope and self.table.is_editing():
            columns = None
        self._scope = scope
        self.model.show(records, scope, columns)

    def renew_columns(self, columns: Sequence[Column]) -> None:
        """Show the same rows in other columns, with the cursor where it was."""
        if self._scope is None or self.table.is_editing():
            return
        current = self.current_id()
        self.model.show(self.model.records, self._scope, columns)
        if (row := self.model.row_of(current)) >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def apply(self, changes: Changes) -> None:
        """Follow a commit."""
        self.model.apply(changes)

    def selected_ids(self) -> list[int]:
        """The rows that have a selected cell, in order; the current one where none has."""
        selection = self.table.selectionModel()
        rows = sorted({index.row() for index in selection.selectedIndexes()})
        if not rows and self.table.currentIndex().isValid():
            rows = [self.table.currentIndex().row()]
        ids = [self.model.record_at(row).id for row in rows]
        return [id_ for id_ in ids if id_]  # a row that is only begun has none

    def current_id(self) -> int:
        """The row with the cursor, or 0."""
        row = self.table.currentIndex().row()
        return self.model.record_at(row).id if row >= 0 else 0

    def enter(self) -> None:
        """Go to work in it: to the current cell, or the first; an empty table shows the focus."""
        index = self.table.currentIndex()
        title = self.model.columns[index.column()].title if index.isValid() else ""
        records = self.model.records
        if not records or not self.select(self.current_id() or records[0].id, title):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.reveal()

    def being_typed(self) -> Typing | None:
        """The cell with an open editor whose text the library does not have."""
        cell = self.table.typed_cell()
        if cell is None or self._scope is None:
            return None
        row, column, text = cell
        record, field = self.model.record_at(row), self.model.columns[column].field
        stored = text_of(record, field)
        if text == stored or not (record.id or text.strip()):
            return None
        place = TypedField(self._scope.digest_id, kind_of(record), record.id, field)
        return Typing(place, stored, text, words_of(place, record))

    def select(
        self, record_id: int, title: str = "", *, edit: bool = False, enter: bool = True
    ) -> bool:
        """Put the cursor on a row, in the column called `title` or the first; False where the
        table does not have the row. `enter` gives it the focus too."""
        row = self.model.row_of(record_id)
        if row < 0:
            return False
        titles = [column.title for column in self.model.columns]
        index = self.model.index(row, titles.index(title) if title in titles else 0)
        if enter:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().setCurrentIndex(index, flag)
        self.table.scrollTo(index)
        if edit:
            self.table.edit(index)
        return True

    def begin_row(self, blank: Row, add: Callable[..., str]) -> None:
        """Open an editor in an empty row below the current one. The library gets the row with its
        first text, by `add(write, name=, after_id=)`; given up, nothing was."""
        self.table.commit_editor()
        if self.table.is_editing():
            return  # its text was refused, and is not lost for another row
        after_id = self.current_id()
        self.model.draft(blank, after_id, partial(_named, add, after_id))
        self.select(0, edit=True)

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

    def _drop_selected(self, row: int) -> None:
        records = self.model.records
        if ids := self.selected_ids():
            self._move(ids, records[row].id if row < len(records) else 0)

    def _move(self, ids: Sequence[int], before_id: int) -> None:
        self._session.do(partial(self._deeds.move, ids=ids, before_id=before_id))

    def _tell_left_over(self, rows: list[list[str]]) -> None:
        lines = "1 pasted line" if len(rows) == 1 else f"{len(rows):,} pasted lines"
        self._session.messages.notify(
            Notice(f"{lines} found no row here.", hint="Add rows, then paste them again.")
        )

    def _tell_refusal(self, sentence: str) -> None:
        self._session.messages.notify(Notice(sentence))


def _named(add: Callable[..., str], after_id: int, name: str) -> Deed:
    return partial(add, after_id=after_id, name=name)
