"""One facet: its heading, a field to search its values, the values, and how many more there are."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from curator.domain.facets import FacetCounts, Pick
from curator.domain.measures import counted
from curator.gui.models.facet_values import FacetValues
from curator.gui.pages.facet_panel.heading import FacetHeading
from curator.gui.pages.facet_panel.value_list import ValueList
from curator.gui.widgets.plain_label import PlainLabel

FEW, MANY = 8, 200
"""Values that are shown at first, and those that are shown when more are asked for."""
_PAUSE = 120  # milliseconds without a key before the values are searched


class FacetSection(QWidget):
    """Signals:
    opened(bool): the person opened or closed it.
    asked(): other values are wanted: some that hold other words, or more of them.
    picked(Pick, bool): a value was clicked; whether it is to be chosen besides the others.
    stepped(int): the person wants to go on above (-1) or below (1) it.
    """

    opened = QtSignal(bool)
    asked = QtSignal()
    picked = QtSignal(object, bool)
    stepped = QtSignal(int)

    def __init__(self, facet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self.limit = FEW
        self._distinct = 0
        self._picked = 0
        self._is_counted = False
        self.values = FacetValues(facet, self)
        self.heading = FacetHeading(facet, self)
        self._search = _ValueSearch(facet, self)
        self.list = ValueList(self.values, self)
        self._nothing = PlainLabel("", self, tone="quiet")
        self._nothing.setContentsMargins(34, 4, 14, 4)
        self._more = QPushButton(self)
        self._more.setProperty("tone", "more")
        self._lay_out()
        self._connect()
        self._show_parts()

    def text(self) -> str:
        """The words that the values are to hold."""
        return self._search.text().strip() if self.is_open() else ""

    def is_open(self) -> bool:
        """Whether the values are shown."""
        return self.heading.isChecked()

    def open(self, is_open: bool) -> None:
        """Show the values, or the heading alone; that is not told."""
        with QSignalBlocker(self):
            self.heading.setChecked(is_open)

    def show_counts(self, counts: FacetCounts, noun: str) -> None:
        """Show values; their counts are numbers of what the noun says."""
        current = self.values.value_at(self.list.currentIndex().row())
        self.values.show_values(counts.values, noun)
        if (row := self.values.row_of(current)) >= 0:
            self.list.setCurrentIndex(self.values.index(row))
        self._distinct, self._is_counted = counts.distinct, True
        self._show_parts()

    def show_picks(self, picks: Iterable[Pick]) -> None:
        """Show what is chosen of it, and what is excluded."""
        of_it = [pick for pick in picks if pick.facet == self.facet]
        self._picked = len(of_it)
        self.values.show_picks(of_it)
        self._show_parts()

    def enter(self, step: int) -> None:
        """Take the focus, coming from above (1) or from below (-1)."""
        if step < 0 and self.is_open() and self.values.rowCount():
            self.list.point_to(-1)
        else:
            self.heading.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_parts(self) -> None:
        is_open, rows = self.is_open(), self.values.rowCount()
        is_long = self._distinct > FEW or bool(self._search.text())
        self._search.setVisible(is_open and is_long)
        self.list.setVisible(is_open and rows > 0)
        told = "Nothing found" if self._search.text() else "No values here"
        self._nothing.setText(told if self._is_counted else "Counting …")
        self._nothing.setVisible(is_open and not rows)
        left = self._distinct - rows
        self._more.setVisible(is_open and (left > 0 or rows > FEW))
        self._more.setEnabled(self.limit == FEW or rows > FEW)
        more = f"and {left:,} more" if self.limit == FEW else f"fewer; {left:,} more by search"
        self._more.setText(more if left > 0 else "fewer")
        self._more.setAccessibleName(
            f"{self._more.text()}: {counted(left, 'value')} of {self.facet}"
        )
        self.heading.tell(self._distinct if is_open else 0, self._picked)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.heading, self._search, self.list, self._nothing, self._more):
            layout.addWidget(part)

    def _connect(self) -> None:
        self.heading.toggled.connect(self._open)
        self.heading.stepped.connect(self._step_from_heading)
        self.list.stepped.connect(self._step_from_list)
        self.list.picked.connect(self._pick)
        self._search.searched.connect(self.asked)
        self._search.entered.connect(self._enter_list)
        self._more.clicked.connect(self._ask_for_more)

    def _open(self, is_open: bool) -> None:
        self._show_parts()
        self.opened.emit(is_open)

    def _ask_for_more(self) -> None:
        self.limit = MANY if self.limit == FEW else FEW
        self.asked.emit()

    def _pick(self, value: str, excluded: bool, adds: bool) -> None:
        self.picked.emit(Pick(self.facet, value, excluded), adds)

    def _enter_list(self) -> None:
        if self.values.rowCount():
            self.list.point_to(0)

    def _step_from_heading(self, step: int) -> None:
        if step > 0 and self.is_open() and self.values.rowCount():
            self.list.point_to(0)
        else:
            self.stepped.emit(step)

    def _step_from_list(self, step: int) -> None:
        if step < 0:
            self.heading.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.stepped.emit(1)


class _ValueSearch(QLineEdit):
    """Searches the values of a facet after a short pause in typing; Esc empties it.

    Signals:
        searched(): other words are looked for.
        entered(): the person wants to go into the values.
    """

    searched = QtSignal()
    entered = QtSignal()

    def __init__(self, facet: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"search.{facet}")
        self.setProperty("tone", "facet")
        self.setPlaceholderText(f"Find a {facet} …")
        self.setAccessibleName(f"Find a {facet}")
        self.setMaxLength(200)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.searched)
        self.textChanged.connect(self._search_later)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go to the values, Esc empties the field."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _search_later(self) -> None:
        self._timer.start()
