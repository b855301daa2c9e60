"""The values of a facet, to be chosen and excluded with mouse and keys."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from curator.gui.delegates.facet_delegate import ROW_HEIGHT, FacetDelegate, exclude_rect
from curator.gui.models.facet_values import FacetValues
from curator.gui.widgets.roles import PICK_ROLE

_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class ValueList(QListView):
    """As high as its values, so that the pane scrolls and not the list.

    Signals:
        picked(str, bool, bool): a value was clicked; whether to exclude it, and whether it is to
            be chosen besides the others.
        stepped(int): the person wants to go on above the first value (-1) or below the last (1).
        pointed(QPoint): another value became the current one; its middle, in the list.
    """

    picked = QtSignal(str, bool, bool)
    stepped = QtSignal(int)
    pointed = QtSignal(QPoint)

    def __init__(self, values: FacetValues, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        self.setObjectName(f"values.{values.facet}")
        self.setProperty("tone", "facet")
        self.setAccessibleName(f"Values of {values.facet}")
        self.setModel(values)
        self.setItemDelegate(FacetDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        values.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(0, ROW_HEIGHT * self._values.rowCount())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def point_to(self, row: int) -> None:
        """Take the focus, at one of the values; a negative row counts from the end."""
        count = self._values.rowCount()
        self.setCurrentIndex(self._values.index(row % count if count else -1))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point to a value."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._values.index(0))
        self._tell_pointed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose, with Shift they exclude, with Ctrl they add; so does minus."""
        key, held = event.key(), event.modifiers()
        row = self.currentIndex().row()
        if key in _TAKES:
            self._pick(row, excluded=bool(held & _SHIFT), adds=bool(held & _CTRL))
        elif key == Qt.Key.Key_Minus:
            self._pick(row, excluded=True, adds=False)
        elif key == Qt.Key.Key_Up and row <= 0:
            self.stepped.emit(-1)
        elif key == Qt.Key.Key_Down and row >= self._values.rowCount() - 1:
            self.stepped.emit(1)
        else:
            super().keyPressEvent(event)
            self._tell_pointed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses, on the sign beside the count it excludes."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        sign = exclude_rect(self.visualRect(index), index).adjusted(-4, 0, 4, 0)
        excluded = sign.contains(place) and not index.data(PICK_ROLE)
        adds = bool(event.modifiers() & _CTRL)
        self._pick(index.row(), excluded=excluded, adds=adds)

    def _pick(self, row: int, *, excluded: bool, adds: bool) -> None:
        value = self._values.value_at(row)
        if value is not None:
            self.picked.emit(value, excluded, adds)

    def _tell_pointed(self) -> None:
        self.pointed.emit(self.visualRect(self.currentIndex()).center())
