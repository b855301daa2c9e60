"""The preview of a bulk edit: each cell as it is and as it would be, with a box to tick."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from curator.domain.term import TERM_KINDS
from curator.domain.text import visible
from curator.gui.widgets.difference import differing
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.roles import SPANS_ROLE
from curator.workspace.bulk_edits import DOUBLE, Numbers, Plan, PlannedChange
from curator.workspace.editing import field_words
from curator.workspace.ticks import Ticks

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TICK, NOW, THEN, FIELD, DIGEST = range(5)
_TITLES = ("", "Now", "Then", "Field", "Digest")
_TIP_CHARACTERS = 2_000
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class PlanTable(QAbstractTableModel):
    """Nothing is prepared for a row before it is seen, so that a plan may be of any length.

    Signals:
        ticked(): another number of changes is ticked.
    """

    ticked = QtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._ticks: Ticks | None = None

    def show(self, plan: Plan | None, ticks: Ticks | None) -> None:
        """Show another plan, or none."""
        self.beginResetModel()
        self._plan, self._ticks = plan, ticks
        self.endResetModel()
        self.ticked.emit()

    def numbers(self) -> Numbers:
        """How much is ticked."""
        return self._ticks.numbers() if self._ticks else Numbers()

    def turn(self, rows: list[int]) -> None:
        """Untick rows that are all ticked, else tick them."""
        if self._ticks is None or not rows:
            return
        on = not all(self._ticks.is_on(row) for row in rows)
        for row in rows:
            self._ticks.turn(row, on=on)
        self._tell(min(rows), max(rows))

    def turn_all(self, *, on: bool) -> None:
        """Tick or untick every row."""
        if self._ticks is not None and self.rowCount():
            self._ticks.turn_all(on=on)
            self._tell(0, self.rowCount() - 1)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, TICK), self.index(last, TICK))
        self.ticked.emit()

    # --- what Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Changes of the plan."""
        return 0 if parent.isValid() or self._plan is None else len(self._plan.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The box, now, then, field and digest."""
        return 0 if parent.isValid() else len(_TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column is ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        box = Qt.ItemFlag.ItemIsUserCheckable
        return _FLAGS | box if index.column() == TICK else _FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(_TITLES):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _TITLES[section] or "Ticked"
        return _TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The texts, where they differ, and the tick."""
        if not index.isValid() or self._plan is None or self._ticks is None:
            return None
        line = self._plan.lines[index.row()]
        if index.column() == TICK:
            return self._of_box(index.row(), role)
        if role == SPANS_ROLE:
            return _spans(line, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(line, index.column())[:_TIP_CHARACTERS])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a row."""
        if role != Qt.ItemDataRole.CheckStateRole or self._ticks is None:
            return False
        self._ticks.turn(index.row(), on=Qt.CheckState(value) == Qt.CheckState.Checked)
        self._tell(index.row(), index.row())
        return True

    def _of_box(self, row: int, role: int) -> Any:
        on = self._ticks is not None and self._ticks.is_on(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "ticked" if on else "not ticked"
        return None

    def _text(self, line: PlannedChange, column: int) -> str:
        if column == FIELD:
            words = line.kind if line.kind in TERM_KINDS else field_words(line.field)
            return words[:1].upper() + words[1:]
        if column == DIGEST:
            return visible(self._plan.titles[line.digest_id]) if self._plan else ""
        return shown(line)[column == THEN]


def shown(line: PlannedChange) -> tuple[str, str]:
    """A cell now and then, on one line each."""
    old, new = (visible(" ⏎ ".join(text.splitlines())) for text in (line.old, line.new))
    if line.note == DOUBLE:
        new = f"goes, as the digest has “{new}” already"
    return old, new


def _spans(line: PlannedChange, column: int) -> Any:
    if column not in (NOW, THEN):
        return ()
    old, new = shown(line)
    if line.note == DOUBLE:
        return ((0, len(old)),) if column == NOW else ()
    return differing(old, new)[column == THEN]
