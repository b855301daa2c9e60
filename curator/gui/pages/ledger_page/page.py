"""The signal ledger: the table, the strip above it, and below it how many rows are shown."""

from array import array
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from curator.domain.changes import Changes
from curator.domain.ledger import DATE, REVIEW, LedgerQuestion, LedgerRow
from curator.domain.review import REVIEWS
from curator.gui.delegates.ledger_delegates import LedgerChoice, LedgerDelegate
from curator.gui.messages import Notice
from curator.gui.models.ledger_columns import HIDDEN_AT_FIRST, WIDTHS, ledger_columns
from curator.gui.models.ledger_table import LedgerTable
from curator.gui.models.row_plan import Ids, RowPlan
from curator.gui.pages.ledger_page.cell_typing import CellTyping
from curator.gui.pages.ledger_page.kept_place import KeptPlace, go_to_place, place_in
from curator.gui.pages.ledger_page.strip import LedgerStrip
from curator.gui.session import Session
from curator.gui.widgets.cell_block import row_spans
from curator.gui.widgets.column_layout import ColumnLayout
from curator.gui.widgets.empty_state import Emptiness, EmptyState
from curator.gui.widgets.grouped_table import GroupedTable
from curator.gui.widgets.plain_label import PlainLabel
from curator.workspace import ledger

MOST_UNASKED = 100
"""Cells that are changed at once without a question."""
SETTLED = 120
"""Milliseconds without a move of the cursor after which the row it is in counts as chosen."""


class LedgerPage(QWidget):
    """Signals:
    row_opened(int): the person wants to go to a row in its digest.
    row_chosen(int): the cursor came to rest in another row.
    selection_changed(): other cells are selected.
    group_opened(str): the rows of a group are wanted.
    """

    row_opened = QtSignal(int)
    row_chosen = QtSignal(int)
    selection_changed = QtSignal()
    group_opened = QtSignal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question = LedgerQuestion()
        columns = ledger_columns()
        self.model = LedgerTable(columns, self._rows, session.attempt, self)
        first = ColumnLayout(tuple(columns), HIDDEN_AT_FIRST, WIDTHS)
        self.table = GroupedTable(tuple(columns), first, falling=(DATE,), parent=self)
        self.table.setObjectName("ledgerTable")
        self.table.setAccessibleName("Signals of all digests")
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.most_unasked = MOST_UNASKED
        self.table.setModel(self.model)
        self.table.set_column_layout(ColumnLayout())
        self._delegates = (LedgerDelegate(self.table), LedgerChoice(REVIEWS, self.table))
        self.table.setItemDelegate(self._delegates[0])
        self.table.setItemDelegateForColumn(self.model.names.index(REVIEW), self._delegates[1])
        self.strip = LedgerStrip(self.table, self)
        self.typing = CellTyping(self.table, self.model, self)
        self._empty = EmptyState(self)
        self._empty.setObjectName("ledgerEmpty")
        self._footer = PlainLabel("", self, name="rowCount", tone="quiet")
        self._footer.setMargin(8)
        self._footer.setIndent(8)
        self._rest = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        self._connect()

    # --- what it shows --------------------------------------------------------------------------

    def question(self) -> LedgerQuestion:
        """What was asked for the rows that are shown."""
        return self._question

    def show_rows(
        self,
        question: LedgerQuestion,
        plan: RowPlan,
        counted: str,
        emptiness: Emptiness,
        *,
        others: bool = False,
    ) -> None:
        """Show other rows. Who was in a row stays in it, at the same height on screen, where it is
        still there; `others` says that the person wanted to see something else."""
        place = place_in(self.table, self.model)
        self._question = question
        reset = self.model.show(plan)
        found = go_to_place(self.table, self.model, place, moved=reset)
        if not found and len(plan):
            self.go_to_row(0 if others or place.row < 0 else min(place.row, len(plan) - 1))
        self.table.show_sorting(question.sorting.column, descending=question.sorting.descending)
        self._footer.setText(counted)
        self._stack.setCurrentWidget(self.table if len(plan) else self._empty)
        if not len(plan):
            self._empty.tell(emptiness.heading, emptiness.text, emptiness.ways)
        self.selection_changed.emit()

    def tell_waiting(self) -> None:
        """Say below the table that its rows are being looked for."""
        self._footer.setText("Looking …")

    def show_group_rows(self, value: str, ids: Ids) -> None:
        """Put the rows of a group under its line."""
        self.model.open_group(value, ids)

    def apply(self, changes: Changes) -> None:
        """Follow a commit: changed rows change in their places."""
        self.model.apply(changes)

    # --- where somebody is ----------------------------------------------------------------------

    def current_row_id(self) -> int:
        """The id of the row with the cursor, 0 where it is in none."""
        row = self.table.currentIndex().row()
        return self.model.plan.id_at(row) if 0 <= row < self.model.rowCount() else 0

    def current_row(self) -> LedgerRow | None:
        """The row with the cursor."""
        row = self.table.currentIndex().row()
        return self.model.record_at(row) if 0 <= row < self.model.rowCount() else None

    def selected_row_ids(self) -> "array[int]":
        """The rows that have a selected cell, in order; of all rows as fast as of one."""
        return array("q", self.model.plan.ids_in(row_spans(self.table.selection())))

    def place(self) -> KeptPlace:
        """Cursor, selection and what is in sight."""
        return place_in(self.table, self.model)

    def go_to(self, place: KeptPlace) -> bool:
        """Be there again; False where its row is not shown."""
        return go_to_place(self.table, self.model, place)

    def select_rows(self, ids: Sequence[int], name: str = "") -> bool:
        """Put the cursor into the first of some rows, in a column, and select all of them; False
        where none is shown."""
        column = self.table.currentIndex().column()
        if name in self.model.names and not self.table.isColumnHidden(self.model.names.index(name)):
            column = self.model.names.index(name)
        chosen = tuple((id_, max(column, 0), max(column, 0)) for id_ in ids)
        first = next((id_ for id_ in ids if self.model.plan.row_of(id_) >= 0), 0)
        found = KeptPlace(0, max(column, 0), first, None, self._height_of(first), chosen=chosen)
        return bool(first) and self.go_to(found)

    def go_to_row(self, row: int) -> None:
        """Put the cursor into a row, in the column where it was."""
        column = self.table.currentIndex().column()
        columns = self.table.shown_columns()
        index = self.model.index(row, column if column in columns else columns[0])
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().setCurrentIndex(index, flag)
        self.table.scrollTo(index)

    def _height_of(self, id_: int) -> int:
        """Where on screen a row stands, or is to stand where it is not in sight."""
        row, height = self.model.plan.row_of(id_), self.table.viewport().height()
        top, tall = self.table.rowViewportPosition(row), self.table.rowHeight(row)
        return top if row >= 0 and 0 <= top <= height - tall else height // 3

    # --- inside ---------------------------------------------------------------------------------

    def _rows(self, ids: Sequence[int]) -> Sequence[LedgerRow]:
        return self._session.ask(partial(ledger.rows, self._session.workspace, ids), ())

    def _set_lines(self, lines: int) -> None:
        place = self.place()
        for delegate in self._delegates:
            delegate.lines = lines
        self.table.set_lines(lines)
        self.strip.show_lines(lines)
        go_to_place(self.table, self.model, place, moved=False)

    def _open_row(self, signal_id: int) -> None:
        if signal_id:
            self.row_opened.emit(signal_id)

    def _choose_row(self) -> None:
        self.row_chosen.emit(self.current_row_id())

    def _go_to_line(self, row: int) -> None:
        self.go_to_row(self.model.plan.line_above(row) if self.model.plan.grouped else row)

    def _tell_left_over(self, rows: list[list[str]]) -> None:
        lines = "1 pasted line" if len(rows) == 1 else f"{len(rows):,} pasted lines"
        self._session.messages.notify(Notice(f"{lines} found no row here."))

    def _tell_refusal(self, sentence: str) -> None:
        self._session.messages.notify(Notice(sentence))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        layout.addWidget(self._stack, stretch=1)
        layout.addWidget(self._footer)
        self._set_lines(self.table.lines())

    def _connect(self) -> None:
        table = self.table
        table.opened.connect(self._open_row)
        table.open_asked.connect(self.group_opened)
        table.close_asked.connect(self.model.close_group)
        table.line_asked.connect(self._go_to_line)
        table.rows_left_over.connect(self._tell_left_over)
        table.paste_refused.connect(self._tell_refusal)
        table.copy_refused.connect(self._tell_refusal)
        self.strip.lines_chosen.connect(self._set_lines)
        selection = table.selectionModel()
        selection.selectionChanged.connect(self.selection_changed)
        selection.currentRowChanged.connect(self._rest.start)
        self._rest.timeout.connect(self._choose_row)
