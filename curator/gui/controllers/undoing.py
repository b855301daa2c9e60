"""Undo and redo by name, from the menu and from the history, going to what they changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.errors import CuratorError, EditConflict
from curator.domain.step import Step
from curator.gui.actions import REDOABLE, UNDOABLE
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.desk import Desk
from curator.gui.messages import ERROR, Notice
from curator.workspace import history


class Undoing(QObject):
    """The journal is the undo stack; this only asks it and shows what came of it."""

    def __init__(self, desk: Desk, browsing: Browsing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._browsing = browsing
        self._states: set[str] = set()
        desk.actions.connect({"edit.undo": self.undo, "edit.redo": self.redo})
        desk.side_panel.revert_requested.connect(self.revert)
        desk.side_panel.reapply_requested.connect(self.reapply)
        desk.side_panel.step_opened.connect(self._go_to_step)
        self.refresh()

    def refresh(self, *_changes: object) -> None:
        """Name the steps that undo and redo would take."""
        workspace = self._desk.session.workspace
        self._states = set()
        for id_, verb, step, state in (
            ("edit.undo", "Undo", history.undoable(workspace), UNDOABLE),
            ("edit.redo", "Redo", history.redoable(workspace), REDOABLE),
        ):
            self._name(id_, verb, step)
            if step is not None:
                self._states.add(state)

    def states(self) -> set[str]:
        """Which of undo and redo have something to do."""
        return set(self._states)

    def undo(self) -> None:
        """Take the newest step back."""
        self._replay("Undone", self._desk.session.workspace.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._replay("Done again", self._desk.session.workspace.redo)

    def revert(self, step_id: int) -> None:
        """Take back one step, also from the middle of the history."""
        workspace = self._desk.session.workspace
        self._replay("Undone", lambda: workspace.revert(step_id))

    def reapply(self, step_id: int) -> None:
        """Do again a step that was undone."""
        workspace = self._desk.session.workspace
        self._replay("Done again", lambda: workspace.reapply(step_id))

    def _replay(self, words: str, deed: Callable[[], Changes]) -> None:
        messages = self._desk.session.messages
        self._desk.digest_page.commit()
        try:
            changes = deed()
        except EditConflict as conflict:
            rows = "\n".join(conflict.rows)
            messages.notify(
                Notice(conflict.message, ERROR, hint=conflict.hint, details=rows, topic="undo")
            )
            return
        except CuratorError as error:
            messages.tell_error(error)
            return
        self._browsing.reveal(changes)
        messages.say(f"{words}: {changes.label} ({changes.summary()})")

    def _go_to_step(self, step_id: int) -> None:
        step = history.step(self._desk.session.workspace, step_id)
        self._browsing.reveal(Changes(step.label, step.items, step.id))

    def _name(self, id_: str, verb: str, step: Step | None) -> None:
        action = self._desk.actions[id_]
        words = f"{verb}: {step.label}" if step else verb
        action.setText(words.replace("&", "&&"))
        action.setIconText(verb)
        key = action.shortcut().toString()
        action.setToolTip(f"{words} ({key})")
