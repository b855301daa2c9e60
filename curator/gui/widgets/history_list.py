"""The history of a digest or of the library: who did what and when, before and after."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from curator.domain.measures import counted
from curator.domain.step import APPLIED, Step
from curator.domain.text import shortened
from curator.gui.widgets.entry_list import Entry, EntryList
from curator.workspace.history import StepLine

STATE_WORDS = {"undone": "undone", "aside": "undone, then passed over"}
SHOWN_LINES = 6
CELL = 160


class HistoryList(QWidget):
    """Steps, newest first, and the two things to do with the current one.

    Signals:
        revert_requested(int), reapply_requested(int): with the id of the step.
        step_opened(int): the person wants to see what the step changed.
    end_reached(): the oldest step that is shown came into sight.
    """

    revert_requested = QtSignal(int)
    reapply_requested = QtSignal(int)
    step_opened = QtSignal(int)
    end_reached = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = EntryList("historyList", "History, newest step first", self)
        self._states: Mapping[int, str] = {}
        self._taken_back: Mapping[int, int] = {}
        self._empty = QLabel("Nothing was changed yet.", self)
        self._empty.setProperty("tone", "quiet")
        self._empty.setMargin(16)
        self._revert = QPushButton("Undo this step", self)
        self._revert.setObjectName("revertStep")
        self._revert.clicked.connect(self._ask_revert)
        self._reapply = QPushButton("Apply again", self)
        self._reapply.setObjectName("reapplyStep")
        self._reapply.clicked.connect(self._ask_reapply)
        self.list.currentItemChanged.connect(self._offer)
        self.list.opened.connect(self.step_opened)
        self.list.verticalScrollBar().valueChanged.connect(self._look_for_end)
        self._lay_out()
        self._offer()

    def show_steps(
        self,
        steps: Sequence[Step],
        lines: Mapping[int, Sequence[StepLine]],
        taken_back: Mapping[int, int] | None = None,
    ) -> None:
        """Show steps; `lines` says what a step changed, where that was looked up, and
        `taken_back` which later step undid one in the middle."""
        self._taken_back = taken_back or {}
        self._states = {step.id: step.state for step in steps}
        self.list.show_entries(
            [_entry(step, lines.get(step.id, ()), self._state_words(step, steps)) for step in steps]
        )
        self._empty.setVisible(not steps)
        self.list.setVisible(bool(steps))
        self._offer()

    def _lay_out(self) -> None:
        foot = QWidget(self)
        foot.setObjectName("stepButtons")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = QHBoxLayout(foot)
        buttons.setSpacing(8)
        buttons.setContentsMargins(12, 8, 12, 8)
        buttons.addWidget(self._revert)
        buttons.addWidget(self._reapply)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, stretch=1)
        layout.addStretch()
        layout.addWidget(foot)

    def _offer(self) -> None:
        current = self.list.current_id()
        state = self._states.get(current, "")
        holds = state == APPLIED and current not in self._taken_back
        self._revert.setEnabled(holds)
        self._reapply.setEnabled(bool(state) and not holds)

    def _look_for_end(self, place: int) -> None:
        if place and place == self.list.verticalScrollBar().maximum():
            self.end_reached.emit()

    def _ask_revert(self) -> None:
        self.revert_requested.emit(self.list.current_id())

    def _ask_reapply(self) -> None:
        current = self.list.current_id()
        if current in self._taken_back:
            self.revert_requested.emit(self._taken_back[current])  # undoing the undo applies it
        else:
            self.reapply_requested.emit(current)

    def _state_words(self, step: Step, steps: Sequence[Step]) -> str:
        later = self._taken_back.get(step.id)
        if later is None:
            return STATE_WORDS.get(step.state, "")
        at = next((time_words(other.at) for other in steps if other.id == later), "")
        return f"taken back at {at}" if at else "taken back later"


def time_words(at: str, now: datetime | None = None) -> str:
    """A UTC time in ISO 8601 as a person at this machine says it: "12:04", "yesterday 12:04"."""
    local = datetime.fromisoformat(at).astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    clock = f"{local:%H:%M}"
    days = (today - local.date()).days
    if days == 0:
        return clock
    if days == 1:
        return f"yesterday {clock}"
    return f"{local.day} {local:%b %Y}, {clock}"


def _entry(step: Step, lines: Sequence[StepLine], state: str) -> Entry:
    quiet = " · ".join(part for part in (time_words(step.at), step.actor, state) if part)
    shown = [_in_words(line) for line in lines[:SHOWN_LINES]]
    if step.count > len(shown):
        rest = step.count - len(shown)
        shown.append(f"and {rest:,} more" if shown else counted(rest, "change"))
    return Entry(step.id, step.label, quiet, "\n".join(shown), faded=bool(state))


def _in_words(line: StepLine) -> str:
    before = shortened(line.before, CELL) or "—"
    after = shortened(line.after, CELL) or "—"
    return f"{line.what}: {before} → {after}"
