"""The values of a facet as a list: how many digests or rows have each, and what is picked."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from curator.domain.facet_words import value_words
from curator.domain.facets import FacetValue, Pick
from curator.domain.measures import counted
from curator.domain.text import visible
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.roles import CHOSEN, COUNT_ROLE, EXCLUDED, FADED_ROLE, PICK_ROLE

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KEYS = "Click: only these · Ctrl+click: these too · Minus: without these"


class FacetValues(QAbstractListModel):
    """One line for each value, in the order in which they were counted."""

    def __init__(self, facet: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self._values: tuple[FacetValue, ...] = ()
        self._picks: dict[str, str] = {}
        self._noun = "digest"
        self._faded = False

    def show_values(self, values: tuple[FacetValue, ...], noun: str) -> None:
        """Show values; their counts are numbers of what the noun says."""
        self._faded = False
        same = [value.value for value in values] == [value.value for value in self._values]
        if same:  # whoever points to one goes on to do so
            self._values, self._noun = values, noun
            self._tell_changed()
            return
        self.beginResetModel()
        self._values, self._noun = values, noun
        self.endResetModel()

    def show_picks(self, picks: Iterable[Pick]) -> None:
        """Show which values are chosen, and which are excluded."""
        of_it = (pick for pick in picks if pick.facet == self.facet)
        self._picks = {pick.value: EXCLUDED if pick.excluded else CHOSEN for pick in of_it}
        self._tell_changed()

    def fade(self) -> None:
        """Say that the counts are those of another list, until others are shown."""
        if not self._faded:
            self._faded = True
            self._tell_changed()

    def value_at(self, row: int) -> str | None:
        """The value in a row, or None where there is no such row."""
        return self._values[row].value if 0 <= row < len(self._values) else None

    def row_of(self, value: str | None) -> int:
        """The row of a value, or -1."""
        rows = (row for row, shown in enumerate(self._values) if shown.value == value)
        return next(rows, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each value."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The value in words, its count, and whether it is picked."""
        if not index.isValid():
            return None
        shown = self._values[index.row()]
        words = visible(value_words(self.facet, shown.value))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{words}\n{_KEYS}")
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (words, counted(shown.count, self._noun), self._picks.get(shown.value))
                return ", ".join(part for part in parts if part)
            case _:
                told = {
                    PICK_ROLE: self._picks.get(shown.value, ""),
                    COUNT_ROLE: shown.count,
                    FADED_ROLE: self._faded,
                }
                return told.get(role)

    def _tell_changed(self) -> None:
        if self._values:
            self.dataChanged.emit(self.index(0), self.index(len(self._values) - 1))
