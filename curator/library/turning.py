"""Steps turned back and done again, within the transaction of whoever asked for it.

The newest applied step is turned in its place. One from the middle of the history stays where it
is: what takes it back, or does it again, is a new step.
"""

from datetime import datetime

from curator.domain.changes import Changes
from curator.domain.step import APPLIED, REDO, UNDO, UNDONE, Step
from curator.failpoints import failpoint
from curator.library import history, journal, replay
from curator.library.write import Write


def back(write: Write, step: Step, now: str) -> Changes:
    """Takes the newest applied step back; `now` is the time of what goes to the trash.

    Raises:
        EditConflict: the rows do not stand as the step left them.
    """
    changes = history.changes_of(write.connection, step)
    replay.play_back(write, changes, now)
    failpoint("undo.replayed")
    write.finish(step.label)
    journal.turn(write.connection, step.id, UNDONE)
    failpoint("undo.turned")
    return changes.reversed()


def again(write: Write, step: Step) -> Changes:
    """Does the oldest undone step again.

    Raises:
        EditConflict: the rows do not stand as the undo left them.
    """
    changes = history.changes_of(write.connection, step)
    replay.play_again(write, changes)
    write.finish(step.label)
    journal.turn(write.connection, step.id, APPLIED)
    return changes


def back_as_new(write: Write, step: Step, now: datetime, actor: str) -> Changes:
    """Takes a step of the middle back, as a new step.

    Raises:
        EditConflict: later edits changed its rows.
    """
    replay.play_back(write, _changes(step), journal.written_time(now))
    return _as_new(write, _opposite(step.label), now, actor, takes_back=step.id)


def again_as_new(write: Write, step: Step, now: datetime, actor: str) -> Changes:
    """Does a step again that was undone and passed over, as a new step.

    Raises:
        EditConflict: later edits changed its rows.
    """
    replay.play_again(write, _changes(step))
    return _as_new(write, _again(step.label), now, actor)


def _as_new(write: Write, label: str, now: datetime, actor: str, *, takes_back: int = 0) -> Changes:
    changes = write.finish(label)
    return journal.record(write.connection, changes, actor=actor, now=now, takes_back=takes_back)


def _opposite(label: str) -> str:
    """The name of a step that takes back another: never "Undo: Undo: Edit the title"."""
    if label.startswith(UNDO):
        return f"{REDO}{label.removeprefix(UNDO)}"
    return f"{UNDO}{label.removeprefix(REDO)}"


def _again(label: str) -> str:
    """The name of a step that does another again: never "Redo: Redo: Edit the title"."""
    return label if label.startswith((UNDO, REDO)) else f"{REDO}{label}"


def _changes(step: Step) -> Changes:
    return Changes(step.label, step.items, step.id)
