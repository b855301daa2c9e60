"""The list of digests: all ids from one query, cards in windows when they are seen."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from curator.domain.changes import Changes
from curator.domain.listing import DigestCard
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.roles import CARD_ROLE, ID_ROLE

WINDOW = 40
"""Rows fetched at once around a row that is seen: more than are seen at a time, and few enough
that nobody who jumps through a long list waits for them."""
MOST_CARDS = 250 * WINDOW
_MANY = 100
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CARD_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        CARD_ROLE,
    }
)


class DigestList(QAbstractListModel):
    """One line per digest, in the order of the ids.

    `ask(ids)` answers with their cards; ids that the library no longer has are left out.
    """

    def __init__(
        self, ask: Callable[[Sequence[int]], Sequence[DigestCard]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._ids = array("q")
        self._cards: dict[int, DigestCard | None] = {}

    @property
    def ids(self) -> Sequence[int]:
        """All ids in their order."""
        return self._ids

    def refresh(self, ids: Sequence[int]) -> None:
        """Show other ids. What is selected stays selected, by id, where it is still listed.

        Nothing is done for each row: views get their old number of rows, told as moved, and then
        the difference at the end. Cards are asked for again when seen.
        """
        new = array("q", ids)
        kept, grown = self._ids, len(new) - len(self._ids)
        self._cards.clear()
        if grown > 0:
            self.beginInsertRows(QModelIndex(), len(kept), len(new) - 1)
            self._ids = kept + array("q", bytes(8 * grown))
            self.endInsertRows()
        if new != kept:
            self._rearrange(new, -min(grown, 0))
        elif new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
        if grown < 0:
            self.beginRemoveRows(QModelIndex(), len(new), len(kept) - 1)
            self._ids = new
            self.endRemoveRows()

    def apply(self, changes: Changes) -> None:
        """Show the cards of changed digests anew; who is listed, and where, `refresh` decides."""
        touched = [id_ for id_ in changes.digest_ids if id_ in self._cards]
        for id_ in touched:
            del self._cards[id_]
        if len(touched) > _MANY:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        for row in filter(_is_row, map(self.row_of, touched)):
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, digest_id: int) -> int:
        """The row of a digest, or -1."""
        return self._ids.index(digest_id) if digest_id in self._ids else -1

    def id_at(self, row: int) -> int:
        """The digest in a row, 0 where there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def card_at(self, row: int) -> DigestCard | None:
        """The card of a row; None where the library no longer has the digest."""
        id_ = self.id_at(row)
        if id_ not in self._cards:
            self._fetch_around(row)
        return self._cards.get(id_)

    # --- what Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Digests listed; they have no rows of their own."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card, its title, and what a screen reader says; other roles cost nothing."""
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role not in _CARD_ROLES:
            return None
        card = self.card_at(index.row())
        if role == CARD_ROLE or card is None:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card)
        return plain_tip(card.title) if role == Qt.ItemDataRole.ToolTipRole else card.title

    # --- windows ------------------------------------------------------------------------------

    def _fetch_around(self, row: int) -> None:
        if len(self._cards) >= MOST_CARDS:
            self._cards.clear()
        start = row - row % WINDOW
        ids = self._ids[start : start + WINDOW].tolist()
        self._cards.update(dict.fromkeys(ids))
        self._cards.update({card.id: card for card in self._ask(ids)})

    def _rearrange(self, new: "array[int]", surplus: int) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._ids[index.row()] for index in before]
        self._ids = new + array("q", bytes(8 * surplus))
        rows = [new.index(id_) if id_ in new else -1 for id_ in ids]
        after = [self.index(row) if row >= 0 else QModelIndex() for row in rows]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def spoken(card: DigestCard) -> str:
    """A card in words, for a screen reader; of one that can't be read only that is known."""
    if not card.review:
        return card.title
    signals = f"{card.signals} signal{'' if card.signals == 1 else 's'}"
    parts = (card.title, card.date, card.review, signals, "conflict" if card.conflict else "")
    return ", ".join(part for part in parts if part)


def _is_row(row: int) -> bool:
    return row >= 0
