"""The heading of a facet: it opens and closes the section below it."""

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from curator.domain.facet_words import facet_words
from curator.domain.measures import counted
from curator.gui.theme import set_icon
from curator.gui.widgets.plain_label import PlainLabel

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FacetHeading(QPushButton):
    """Signals:
    stepped(int): the person wants to go one line up (-1) or down (1).
    """

    stepped = QtSignal(int)

    def __init__(self, facet: str, parent: QWidget | None = None) -> None:
        super().__init__(facet_words(facet), parent)
        self.setObjectName(f"facet.{facet}")
        self.setProperty("tone", "facet")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._words = facet_words(facet)
        self._number = PlainLabel("", self, tone="quiet", wraps=False)
        self._number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 14, 0)
        layout.addStretch()
        layout.addWidget(self._number)
        self.toggled.connect(self._show_state)
        self.tell(0, 0)
        self._show_state()

    def tell(self, distinct: int, picked: int) -> None:
        """Say how many values there are, and how many of them are picked."""
        values = f"{distinct:,}" if distinct else ""
        self._number.setText(f"{picked:,} of {values}" if picked and values else values)
        self._spoken = ", ".join(
            part
            for part in (
                self._words,
                counted(distinct, "value") if distinct else "",
                f"{picked} picked" if picked else "",
            )
            if part
        )
        self._speak()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and closes, Right opens, Left closes; Up and Down go on."""
        key = event.key()
        if key in _ENTER:
            self.toggle()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.setChecked(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _show_state(self) -> None:
        set_icon(self, "opened" if self.isChecked() else "closed", "muted")
        self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(f"{self._spoken}, {'open' if self.isChecked() else 'closed'}")
