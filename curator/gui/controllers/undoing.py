"""Undo and redo by name, from the menu and from the history, going to what they changed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.errors import CuratorError, EditConflict, LibraryError
from curator.domain.measures import counted
from curator.domain.saved_search import SIGNALS
from curator.domain.step import REDO, UNDO, Step
from curator.gui.actions import REDOABLE, UNDOABLE
from curator.gui.background import task_of
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.ledgering import Ledgering
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.messages import ERROR, Notice
from curator.gui.widgets.plain_tip import plain_tip
from curator.workspace import history

LARGE = 200
"""Changes of a step beyond which it is played beside the window and not on its thread."""


class Undoing(QObject):
    """The journal is the undo stack; this only asks it and shows what came of it."""

    def __init__(
        self,
        desk: Desk,
        choosing: Choosing,
        browsing: Browsing,
        ledgering: Ledgering,
        long_deeds: LongDeeds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._browsing = browsing
        self._ledgering = ledgering
        self._long_deeds = long_deeds
        self._steps: dict[str, Step | None] = {}
        desk.actions.connect({"edit.undo": self.undo, "edit.redo": self.redo})
        desk.side_panel.revert_requested.connect(self.revert)
        desk.side_panel.reapply_requested.connect(self.reapply)
        desk.side_panel.step_opened.connect(self._go_to_step)
        self.refresh()

    def refresh(self, *_changes: object) -> None:
        """Name the steps that undo and redo would take."""
        workspace, ask = self._desk.session.workspace, self._desk.session.ask
        for id_, verb, question, state in (
            ("edit.undo", "Undo", history.undoable, UNDOABLE),
            ("edit.redo", "Redo", history.redoable, REDOABLE),
        ):
            self._steps[state] = ask(partial(question, workspace), None)
            self._name(id_, verb, self._steps[state])

    def states(self) -> set[str]:
        """Which of undo and redo have something to do."""
        return {state for state, step in self._steps.items() if step is not None}

    def undo(self) -> None:
        """Take the newest step back."""
        replay = self._desk.session.workspace.undo
        self._replay(self._next_size(UNDOABLE), replay, self.undo, self._tell_last_undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        replay = self._desk.session.workspace.redo
        self._replay(self._next_size(REDOABLE), replay, self.redo, self._tell_done)

    def revert(self, step_id: int) -> None:
        """Take back one step, also from the middle of the history."""
        workspace = self._desk.session.workspace
        replay, again = partial(workspace.revert, step_id), partial(self.revert, step_id)
        told = partial(self._tell_undone, step_id)
        self._replay(self._size(step_id), replay, again, told)

    def reapply(self, step_id: int) -> None:
        """Do again a step that was undone."""
        workspace = self._desk.session.workspace
        replay, again = partial(workspace.reapply, step_id), partial(self.reapply, step_id)
        self._replay(self._size(step_id), replay, again, self._tell_done)

    def offer(self, words: str, changes: Changes, topic: str) -> None:
        """Say what was done, with a button that takes back just that, whatever came after."""
        notice = Notice(words, topic=topic)
        if not changes.is_empty:
            act = partial(self.revert, changes.step_id)
            notice = replace(notice, verb="Undo", act=act, step_id=changes.step_id)
        self._desk.session.messages.notify(notice)

    def _tell_last_undone(self, changes: Changes) -> None:
        self._tell_undone(changes.step_id, changes)

    def _tell_undone(self, step_id: int, changes: Changes) -> None:
        self._desk.session.messages.step_undone.emit(step_id)
        # A step in the middle is taken back by doing a new one, which its name says already.
        self._tell(changes, done=changes.step_id != step_id)

    def _tell_done(self, changes: Changes) -> None:
        self._tell(changes, done=True)

    def _tell(self, changes: Changes, *, done: bool) -> None:
        words = replayed_words(changes.label, done=done)
        self._desk.session.messages.say(f"{words} ({changes.summary()})")

    def _next_size(self, state: str) -> int:
        step = self._steps[state]
        return step.count if step else 0

    def _size(self, step_id: int) -> int:
        question = partial(history.size, self._desk.session.workspace, step_id)
        return self._desk.session.ask(question, 0)

    def _replay(
        self,
        size: int,
        replay: Callable[[], Changes],
        again: Callable[[], object],
        tell: Callable[[Changes], object],
    ) -> None:
        """Play a step of so many changes; a large one beside the window, which stays usable."""
        self._desk.commit()
        if not self._desk.session.may_edit():
            return
        attempt, done = partial(_outcome, replay), partial(self._take, again, tell)
        if size > LARGE:
            title = f"Going through {counted(size, 'change')}"
            self._long_deeds.run(title, task_of(attempt), done, writes=True)
        else:
            done(attempt())

    def _take(
        self, again: Callable[[], object], tell: Callable[[Changes], object], outcome: object
    ) -> None:
        messages = self._desk.session.messages
        if isinstance(outcome, EditConflict):
            rows = "\n".join(outcome.rows)
            messages.notify(
                Notice(outcome.message, ERROR, hint=outcome.hint, details=rows, topic="undo")
            )
        elif isinstance(outcome, LibraryError):
            self._desk.session.tell_failure(outcome, again)
        elif isinstance(outcome, CuratorError):
            messages.tell_error(outcome)
        elif isinstance(outcome, Changes) and not outcome.is_empty:
            self._reveal(outcome)
            tell(outcome)

    def _reveal(self, changes: Changes) -> None:
        """Go to what a step changed, on the page that is shown where that can show it."""
        if self._choosing.page() != SIGNALS or not self._ledgering.reveal(changes):
            self._browsing.reveal(changes)

    def _go_to_step(self, step_id: int) -> None:
        step = history.step(self._desk.session.workspace, step_id)
        self._reveal(Changes(step.label, step.items, step.id))

    def _name(self, id_: str, verb: str, step: Step | None) -> None:
        action = self._desk.actions[id_]
        words = f"{verb}: {step_words(step.label)}" if step else verb
        action.setText(words.replace("&", "&&"))
        action.setIconText(verb)
        key = action.shortcut().toString()
        action.setToolTip(plain_tip(f"{words} ({key})"))


def _outcome(replay: Callable[[], Changes]) -> Changes | CuratorError:
    """What a replay came to, on whichever thread; what is known to go wrong is an outcome too."""
    try:
        return replay()
    except CuratorError as error:
        return error


def replayed_words(label: str, *, done: bool) -> str:
    """What came of a step in words: "Undone: Edit the title".

    `done` is False where the step was taken back. Steps that undo others carry their names, so
    that taking back "Undo: Edit the title" means that the title is edited again.
    """
    while label.startswith((UNDO, REDO)):
        done = done is label.startswith(REDO)
        label = label.removeprefix(REDO if label.startswith(REDO) else UNDO)
    return f"{'Done again' if done else 'Undone'}: {label}"


def step_words(label: str) -> str:
    """The name of a step within a sentence: "the undo of Edit the title"."""
    for mark, words in ((UNDO, "the undo of "), (REDO, "the redo of ")):
        if label.startswith(mark):
            return words + step_words(label.removeprefix(mark))
    return label
