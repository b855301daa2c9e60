"""The history of a digest as the side panel tells it: cells, and which steps hold no longer."""

from collections.abc import Iterable
from dataclasses import dataclass

from curator.domain.step import APPLIED, Step
from curator.workspace import history
from curator.workspace.history import StepLine
from curator.workspace.workspace import Workspace

PAGE = 200
"""Steps that are read at once; older ones when somebody comes to the end of these."""
TOLD_STEPS, TOLD_CHANGES = 40, 60
"""Steps of which the history shows each cell, unless they hold more changes than that."""


@dataclass(frozen=True, slots=True)
class Past:
    """Steps of a digest, newest first, and by the id of a step: what it changed, where that was
    looked up, and the later step that took it back."""

    steps: list[Step]
    lines: dict[int, list[StepLine]]
    taken_back: dict[int, int]
    goes_on: bool = False
    """Whether there are older steps."""


def past_of(workspace: Workspace, digest_id: int, known: Past | None = None) -> Past:
    """The history of a digest, with the cells of its newest steps; where some of it is `known`,
    that and the steps before it."""
    newer = known.steps if known else []
    oldest = newer[-1].id if newer else 0
    more = history.steps(workspace, digest_id=digest_id, limit=PAGE, before_id=oldest)
    steps = newer + more
    told = [step for step in more[:TOLD_STEPS] if step.count <= TOLD_CHANGES]
    lines = {
        step.id: history.step_lines(history.step(workspace, step.id).items, digest_id)
        for step in told
    }
    lines = (known.lines if known else {}) | lines
    return Past(steps, lines, taken_back(steps), len(more) == PAGE)


def taken_back(steps: Iterable[Step]) -> dict[int, int]:
    """Which of some steps, newest first, a later one took back that itself still holds."""
    found: dict[int, int] = {}
    for step in steps:
        if step.takes_back and step.state == APPLIED and step.id not in found:
            found[step.takes_back] = step.id
    return found
