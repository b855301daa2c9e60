"""Undo and redo by name, from the menu and from the history, going to what they changed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.errors import CuratorError, EditConflict, LibraryError
from curator.domain.saved_search import SIGNALS
from curator.domain.step import REDO, UNDO, Step
from curator.gui.actions import REDOABLE, UNDOABLE
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.ledgering import Ledgering
from curator.gui.messages import ERROR, Notice
from curator.gui.widgets.plain_tip import plain_tip
from curator.workspace import history


class Undoing(QObject):
    """The journal is the undo stack; this only asks it and shows what came of it."""

    def __init__(
        self,
        desk: Desk,
        choosing: Choosing,
        browsing: Browsing,
        ledgering: Ledgering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._browsing = browsing
        self._ledgering = ledgering
        self._states: set[str] = set()
        desk.actions.connect({"edit.undo": self.undo, "edit.redo": self.redo})
        desk.side_panel.revert_requested.connect(self.revert)
        desk.side_panel.reapply_requested.connect(self.reapply)
        desk.side_panel.step_opened.connect(self._go_to_step)
        self.refresh()

    def refresh(self, *_changes: object) -> None:
        """Name the steps that undo and redo would take."""
        workspace, ask = self._desk.session.workspace, self._desk.session.ask
        self._states = set()
        for id_, verb, step, state in (
            ("edit.undo", "Undo", ask(partial(history.undoable, workspace), None), UNDOABLE),
            ("edit.redo", "Redo", ask(partial(history.redoable, workspace), None), REDOABLE),
        ):
            self._name(id_, verb, step)
            if step is not None:
                self._states.add(state)

    def states(self) -> set[str]:
        """Which of undo and redo have something to do."""
        return set(self._states)

    def undo(self) -> None:
        """Take the newest step back."""
        changes = self._replay(self._desk.session.workspace.undo, self.undo)
        self._tell_undone(changes.step_id, changes)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._tell(self._replay(self._desk.session.workspace.redo, self.redo), done=True)

    def revert(self, step_id: int) -> None:
        """Take back one step, also from the middle of the history."""
        deed = partial(self._desk.session.workspace.revert, step_id)
        changes = self._replay(deed, partial(self.revert, step_id))
        self._tell_undone(step_id, changes)

    def reapply(self, step_id: int) -> None:
        """Do again a step that was undone."""
        deed = partial(self._desk.session.workspace.reapply, step_id)
        self._tell(self._replay(deed, partial(self.reapply, step_id)), done=True)

    def offer(self, words: str, changes: Changes, topic: str) -> None:
        """Say what was done, with a button that takes back just that, whatever came after."""
        notice = Notice(words, topic=topic)
        if not changes.is_empty:
            act = partial(self.revert, changes.step_id)
            notice = replace(notice, verb="Undo", act=act, step_id=changes.step_id)
        self._desk.session.messages.notify(notice)

    def _tell_undone(self, step_id: int, changes: Changes) -> None:
        if not changes.is_empty:
            self._desk.session.messages.step_undone.emit(step_id)
        # A step in the middle is taken back by doing a new one, which its name says already.
        self._tell(changes, done=changes.step_id != step_id)

    def _tell(self, changes: Changes, *, done: bool) -> None:
        if not changes.is_empty:
            words = replayed_words(changes.label, done=done)
            self._desk.session.messages.say(f"{words} ({changes.summary()})")

    def _replay(self, deed: Callable[[], Changes], again: Callable[[], object]) -> Changes:
        messages = self._desk.session.messages
        self._desk.commit()
        if not self._desk.session.may_edit():
            return Changes()
        try:
            changes = deed()
        except EditConflict as conflict:
            rows = "\n".join(conflict.rows)
            messages.notify(
                Notice(conflict.message, ERROR, hint=conflict.hint, details=rows, topic="undo")
            )
            return Changes()
        except LibraryError as error:
            self._desk.session.tell_failure(error, again)
            return Changes()
        except CuratorError as error:
            messages.tell_error(error)
            return Changes()
        self._reveal(changes)
        return changes

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
