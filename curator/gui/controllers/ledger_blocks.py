"""Many cells of the ledger at once: asked about with their number, then done as one step."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.measures import counted
from curator.gui.background import task_of
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.controllers.undoing import Undoing
from curator.gui.dialogs.large_deed_dialog import LargeDeedDialog
from curator.gui.messages import Notice
from curator.gui.models.columns import in_one_step
from curator.gui.models.ledger_columns import ledger_columns
from curator.gui.widgets.cell_block import BlockEdit
from curator.workspace import ledger
from curator.workspace.workspace import Workspace

MOST_CELLS = 50_000
"""Cells that a paste or a clearing may change; beyond it, a deed on a whole column is meant."""
_AT_ONCE = 1_000
_Cells = Sequence[tuple[int, str, str]]
"""Id of the row, name of the column, text."""


class LedgerBlocks(QObject):
    """Listens to the table of the ledger."""

    def __init__(
        self, desk: Desk, long_deeds: LongDeeds, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._long_deeds = long_deeds
        self._undoing = undoing
        desk.ledger_page.table.block_asked.connect(self.ask)

    def ask(self, block: BlockEdit) -> None:
        """Name the rows and cells that would change, and wait for a yes."""
        session = self._desk.session
        if not session.may_edit():
            return
        rows, cells = counted(block.row_count, "row"), counted(block.cell_count, "cell")
        if block.cell_count > MOST_CELLS:
            words = f"That would change {cells} in {rows}; at most {MOST_CELLS:,} go at once."
            session.messages.notify(Notice(words, hint="Select fewer rows, or edit them in bulk."))
            return
        verb = block.label.split()[0]
        dialog = LargeDeedDialog(f"{verb}: {cells} in {rows}?", verb, self._desk.window)
        dialog.accepted.connect(partial(self._begin, block))
        self._desk.open_dialog(dialog)

    def _begin(self, block: BlockEdit) -> None:
        model = self._desk.ledger_page.model
        cells = [(model.plan.id_at(row), model.names[c], text) for row, c, text in block.cells]
        deed = partial(_write, self._desk.session.workspace, cells, block.label)
        done = partial(self._tell, block)
        self._long_deeds.run(f"{block.label} …", task_of(deed), done, writes=True)

    def _tell(self, block: BlockEdit, changes: object) -> None:
        if isinstance(changes, Changes):
            words = f"{block.label}: {changes.summary()} changed."
            self._undoing.offer(words, changes, "block")


def _write(workspace: Workspace, cells: _Cells, label: str) -> Changes:
    """Write texts into cells as one step; read-only ones are passed over."""
    ids, columns = list(dict.fromkeys(id_ for id_, _, _ in cells if id_)), ledger_columns()
    rows = {
        row.id: row
        for start in range(0, len(ids), _AT_ONCE)
        for row in ledger.rows(workspace, ids[start : start + _AT_ONCE])
        if not row.digest.trashed
    }
    deeds = [
        deed
        for id_, name, text in cells
        if id_ in rows and (deed := columns[name].deed(rows[id_], text)) is not None
    ]
    return workspace.do(in_one_step(label, deeds)) if deeds else Changes()
