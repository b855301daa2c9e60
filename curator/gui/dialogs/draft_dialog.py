"""Shows what was being typed when Curator ended beside what the library says there now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSignalBlocker
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from curator.domain.text import quoted, shortened, visible
from curator.gui.dialogs.comparing import Line, fill, panes, reading_pane, side_by_side
from curator.gui.theme import Type, font
from curator.gui.widgets.plain_label import PlainLabel
from curator.workspace.drafts import Draft
from curator.workspace.typed_fields import Standing


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft, and the field that it belongs to as the library has it now."""

    draft: Draft
    standing: Standing

    @property
    def name(self) -> str:
        """What the list of drafts calls it."""
        title = self.standing.title
        return f"{self.standing.words}  ·  {shortened(title)}" if title else self.standing.words

    @property
    def since(self) -> str:
        """When it was typed, in the time of this machine."""
        at = datetime.fromisoformat(self.draft.at).astimezone()
        return f"Typed on {at:%Y-%m-%d} at {at:%H:%M}."

    @property
    def doubt(self) -> str:
        """What to know before taking it; empty where all is as it was."""
        if self.standing.obstacle:
            return f"{self.standing.obstacle} The text can be copied."
        if self.standing.now != self.draft.stored:
            return f"Since then the library’s text changed; it was {quoted(self.draft.stored)}."
        return ""


class DraftDialog(QDialog):
    """Shows drafts one by one; nothing is done to any but by its buttons.

    Signals:
        take_requested(DraftView): the text shall go into the library.
        throw_away_requested(DraftView): it is not wanted.
    """

    take_requested = QtSignal(object)
    throw_away_requested = QtSignal(object)

    def __init__(self, views: Sequence[DraftView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draftDialog")
        self.setWindowTitle("Unfinished texts")
        self.resize(880, 460)
        self._views = list(views)
        self._which = QComboBox(self)
        self._which.setObjectName("draftChoice")
        self._which.setAccessibleName("Unfinished text")
        self._which.addItems([visible(view.name) for view in self._views])
        self._since = PlainLabel("", self, name="draftSince", tone="quiet")
        self._doubt = PlainLabel("", self, name="draftDoubt", tone="warn")
        self._doubt.setMargin(4)
        self._stored = reading_pane("draftStored", "In the library", self)
        self._typed = reading_pane("draftTyped", "What you typed", self)
        for side in (self._stored, self._typed):
            side.setFont(font(Type.READING))
            side.setTabChangesFocus(True)
        self._take = self._button("Take the draft", "draftTake", self._ask_to_take)
        self._take.setToolTip("Put what you typed into the library; undo takes it back")
        self._lay_out()
        self._which.currentIndexChanged.connect(self._show)
        self._show()

    def settle(self, view: DraftView) -> None:
        """Something was done with a draft; show the next, or close after the last."""
        self.follow([other for other in self._views if other.draft != view.draft])

    def follow(self, views: Sequence[DraftView]) -> None:
        """Show how things stand now; the draft that is looked at stays in sight while it is there.

        Closes where no draft is left.
        """
        if list(views) == self._views:
            return
        drafts = [view.draft for view in views]
        before, row = self._view(), self._which.currentIndex()
        row = drafts.index(before.draft) if before.draft in drafts else min(row, len(views) - 1)
        self._views = list(views)
        with QSignalBlocker(self._which):
            self._which.clear()
            self._which.addItems([visible(view.name) for view in self._views])
            self._which.setCurrentIndex(row)
        if not self._views:
            self.accept()
        elif self._view() != before:
            self._show()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(self._which)
        layout.addWidget(self._since)
        layout.addWidget(self._doubt)
        both = {side.accessibleName(): side for side in (self._stored, self._typed)}
        layout.addLayout(panes(both), stretch=1)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._take)
        line.addWidget(self._button("Copy", "draftCopy", self._copy))
        line.addWidget(self._button("Throw away", "draftThrowAway", self._ask_to_throw_away))
        line.addStretch()
        later = QPushButton("Later", self, default=True)
        later.setObjectName("draftLater")
        later.setToolTip("Leave everything as it is; Edit > Unfinished texts shows them again")
        later.clicked.connect(self.reject)
        line.addWidget(later)
        layout.addLayout(line)

    def _button(self, words: str, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _show(self) -> None:
        view = self._view()
        self._since.setText(view.since)
        self._doubt.setText(view.doubt)
        self._doubt.setVisible(bool(view.doubt))
        self._take.setVisible(not view.standing.obstacle)
        stored, typed = side_by_side(view.standing.now, view.draft.text)
        if not view.standing.now:  # then all of it is new, which need not be marked
            stored, typed = [], [Line(line.text) for line in typed]
        fill(self._stored, stored)
        fill(self._typed, typed)

    def _view(self) -> DraftView:
        return self._views[self._which.currentIndex()]

    def _ask_to_take(self) -> None:
        self.take_requested.emit(self._view())

    def _ask_to_throw_away(self) -> None:
        self.throw_away_requested.emit(self._view())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._view().draft.text)
