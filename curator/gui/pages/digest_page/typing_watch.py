"""Tells of all that is being typed on the page, whichever of its parts it is typed in."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.gui.models.typing_place import Typing
from curator.gui.pages.digest_page.head import DigestHead
from curator.gui.pages.digest_page.row_table import RowTable


class TypingWatch(QObject):
    """Signals:
    typed(): a text was changed.
    committing(): what is being typed is about to be taken, whether or not it can be.
    ended(): it was sent off, or its editor was closed.
    given_up(): Esc took it back.
    """

    typed = QtSignal()
    committing = QtSignal()
    ended = QtSignal()
    given_up = QtSignal()

    def __init__(self, head: DigestHead, tables: Sequence[RowTable], parent: QObject) -> None:
        super().__init__(parent)
        self._head = head
        self._tables = tables
        head.typed.connect(self.typed)
        head.committed.connect(self.ended)
        head.given_up.connect(self.given_up)
        for rows in tables:
            rows.table.typed.connect(self.typed)
            rows.table.edit_ended.connect(self.ended)
            rows.table.given_up.connect(self.given_up)

    def being_typed(self) -> Typing | None:
        """The text that is being typed and that the library does not have."""
        for rows in self._tables:
            if typing := rows.being_typed():
                return typing
        return self._head.being_typed()
