"""One line of the history: a named deed, who did it and when, and whether it still holds."""

from dataclasses import dataclass

from curator.domain.changes import Change

APPLIED = "applied"
UNDONE = "undone"
ASIDE = "aside"
"""A step that was undone and then passed over by a new edit: off the redo line, never lost."""

UNDO, REDO = "Undo: ", "Redo: "
"""How the names of steps begin that take back or repeat one in the middle of the history."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the journal; `at` is UTC in ISO 8601, `count` the number of changes it holds.

    `takes_back` is the id of the step in the middle of the history that this one undid (0: none).
    `items` is filled only where the changes were asked for.
    """

    id: int
    label: str
    at: str
    actor: str
    state: str
    count: int
    takes_back: int = 0
    items: tuple[Change, ...] = ()
