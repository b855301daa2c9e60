"""Tells what is being typed into a cell of the ledger, so that a draft of it can be kept."""

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.domain.signal import Signal
from curator.gui.models.ledger_table import LedgerTable
from curator.gui.models.typing_place import Typing
from curator.gui.widgets.cell_table import CellTable
from curator.workspace.typed_fields import TypedField, text_of, words_of


class CellTyping(QObject):
    """Signals:
    typed(): a text was changed.
    committing(): what is being typed is about to be taken, whether or not it can be.
    ended(): its editor was closed.
    given_up(): Esc took it back.
    """

    typed = QtSignal()
    committing = QtSignal()
    ended = QtSignal()
    given_up = QtSignal()

    def __init__(self, table: CellTable, model: LedgerTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._model = model
        table.typed.connect(self.typed)
        table.edit_ended.connect(self.ended)
        table.given_up.connect(self.given_up)

    def being_typed(self) -> Typing | None:
        """The text that is being typed and that the library does not have."""
        cell = self._table.typed_cell()
        record = self._model.record_at(cell[0]) if cell else None
        if cell is None or record is None:
            return None
        row, name = record.signal, self._model.names[cell[1]]
        if name not in Signal.TEXT_FIELDS or text_of(row, name) == cell[2]:
            return None
        place = TypedField(row.digest_id, row.kind, row.id, name)
        return Typing(place, text_of(row, name), cell[2], words_of(place, row))
