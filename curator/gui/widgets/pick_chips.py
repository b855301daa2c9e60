"""What narrows a list, each as a chip that takes it away, and one button for all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from curator.domain.text import shortened, visible
from curator.gui.widgets.plain_tip import plain_tip

_SIDE, _ABOVE, _GAP = 12, 8, 4
_LONGEST = 30
"""Letters of a chip; all of it stands in its tip."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One of the things that narrow a list: its words, and what tells it from the others."""

    words: str
    about: object
    excluded: bool = False


class PickChips(QWidget):
    """Chips in as many lines as they need; hidden while nothing narrows the list.

    Signals:
        removed(object): what the chip is about is to narrow the list no more.
        cleared(): nothing is to narrow it any more.
    """

    removed = QtSignal(object)
    cleared = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pickChips")
        self.setAccessibleName("What narrows the list")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chips: tuple[Chip, ...] = ()
        self._buttons: list[QToolButton] = []
        self._clear = QToolButton(self)
        self._clear.setObjectName("clearAll")
        self._clear.setText("Clear all")
        self._clear.setToolTip("Show all digests again")
        self._clear.clicked.connect(self.cleared)
        self.hide()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these; the focus goes to the chip that takes the place of one that had it."""
        if tuple(chips) == self._chips:
            return
        focused = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), -1)
        self._chips = tuple(chips)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(chip) for chip in chips]
        self.setVisible(bool(chips))
        self._arrange(self.width())
        self.updateGeometry()
        if focused >= 0 and chips:
            follower = self._buttons[min(focused, len(chips) - 1)]
            follower.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> list[str]:
        """What the chips say, in full."""
        return [chip.words for chip in self._chips]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._placed(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # in another width they need other lines

    def _button(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setText(f"{shortened(visible(chip.words), _LONGEST)}  ×".replace("&", "&&"))
        button.setProperty("chip", "excluded" if chip.excluded else "chosen")
        button.setAccessibleName(f"{chip.words}: show also what this leaves out")
        button.setToolTip(plain_tip(f"{chip.words}\nClick to take this away"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(partial(self._remove, chip))
        button.show()
        return button

    def _remove(self, chip: Chip, _checked: bool = False) -> None:
        self.removed.emit(chip.about)

    def _arrange(self, width: int) -> None:
        places, _height = self._placed(width)
        for button, place in zip((*self._buttons, self._clear), places, strict=True):
            button.setGeometry(place)

    def _placed(self, width: int) -> tuple[list[QRect], int]:
        """Where each button is, and how high that makes all of it."""
        places: list[QRect] = []
        corner, line = QPoint(_SIDE, _ABOVE), 0
        for button in (*self._buttons, self._clear):
            size = button.sizeHint().boundedTo(QSize(max(width - 2 * _SIDE, 40), 1_000))
            if corner.x() > _SIDE and corner.x() + size.width() > width - _SIDE:
                corner = QPoint(_SIDE, corner.y() + line + _GAP)
            places.append(QRect(corner, size))
            corner = QPoint(corner.x() + size.width() + _GAP, corner.y())
            line = size.height()
        return places, corner.y() + line + _ABOVE
