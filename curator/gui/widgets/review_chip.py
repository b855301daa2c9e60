"""How far the judgement of a digest has come: ring, word and colour, and a menu to change it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from curator.domain.review import DONE, IN_WORK, REVIEWS, SECOND_LOOK, TO_DO
from curator.gui.theme import set_icon

ICONS = {TO_DO: "todo", IN_WORK: "work", DONE: "done", SECOND_LOOK: "look"}


class ReviewChip(QToolButton):
    """A button that says the state; its menu emits `review_chosen` with the new one."""

    review_chosen = QtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewChip")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._reason = ""
        self._menu = QMenu(self)
        for number, state in enumerate(REVIEWS, start=1):
            action = self._menu.addAction(f"{state.capitalize()}\tCtrl+{number}")
            set_icon(action, ICONS[state])
            action.triggered.connect(partial(self._choose, state))
        self.setMenu(self._menu)
        self.show_review(TO_DO)

    def show_review(self, review: str) -> None:
        """Say `review`."""
        words = review.capitalize()
        self.setText(words)
        set_icon(self, ICONS[review])
        self.setProperty("review", review)
        self.setAccessibleName(f"Review state: {words}")
        self._give_tip()
        self.style().unpolish(self)
        self.style().polish(self)

    def be_read_only(self, reason: str) -> None:
        """Only say the state, with the reason why it can't be changed; empty lets it be changed."""
        self.setEnabled(not reason)
        self._reason = reason
        self._give_tip()

    def _give_tip(self) -> None:
        change = self._reason or "Change it here or with Ctrl+1 to Ctrl+4."
        self.setToolTip(f"{self.accessibleName()}. {change}")

    def _choose(self, state: str, _checked: bool = False) -> None:
        self.review_chosen.emit(state)
