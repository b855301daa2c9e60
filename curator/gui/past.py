"""The history of a digest as the side panel tells it: cells, and which steps hold no longer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from curator.domain.step import APPLIED, REDO, UNDO, Step
from curator.workspace import history
from curator.workspace.history import StepLine
from curator.workspace.workspace import Workspace

TOLD_STEPS, TOLD_CHANGES = 40, 60
"""Steps of which the history shows each cell, unless they hold more changes than that."""
Touched = Callable[[int], frozenset[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Past:
    """Steps of a digest, newest first, and by the id of a step: what it changed, where that was
    looked up, and the later step that took it back."""

    steps: list[Step]
    lines: dict[int, list[StepLine]]
    taken_back: dict[int, int]


def past_of(workspace: Workspace, digest_id: int) -> Past:
    """The history of a digest, with the cells of its newest steps."""
    steps = history.steps(workspace, digest_id=digest_id)
    told = [step for step in steps[:TOLD_STEPS] if step.count <= TOLD_CHANGES]
    lines = {
        step.id: history.step_lines(history.step(workspace, step.id).items, digest_id)
        for step in told
    }
    return Past(steps, lines, taken_back(steps, partial(_touched, workspace)))


def taken_back(steps: Sequence[Step], touched: Touched) -> dict[int, int]:
    """Which steps in the middle were taken back, and by which later ones.

    Such steps stay applied in the journal; the step that takes one back changes the same records
    and carries its name. `touched` says which records a step changed.
    """
    found: dict[int, int] = {}
    holding: list[Step] = []
    for step in reversed(steps):
        if step.state != APPLIED:
            continue
        target = _target(step, holding, touched)
        if target is not None:
            holding.remove(target)
            found[target.id] = step.id
            # Whoever the target had taken back holds again.
            again = [id_ for id_, by in found.items() if by == target.id]
            for id_ in again:
                del found[id_]
            holding += [s for s in steps if s.id in again]
        holding.append(step)
    return found


def _target(step: Step, holding: Sequence[Step], touched: Touched) -> Step | None:
    names = _names_taken_back(step.label)
    for earlier in sorted(holding, key=_by_id, reverse=True):
        if earlier.label in names and touched(earlier.id) == touched(step.id):
            return earlier
    return None


def _names_taken_back(label: str) -> tuple[str, ...]:
    """The names of the steps that a step of this name can have taken back."""
    if label.startswith(UNDO):
        name = label.removeprefix(UNDO)
        return name, REDO + name
    if label.startswith(REDO):
        return (UNDO + label.removeprefix(REDO),)
    return ()


def _by_id(step: Step) -> int:
    return step.id


def _touched(workspace: Workspace, step_id: int) -> frozenset[tuple[str, int]]:
    return frozenset((item.kind, item.id) for item in history.step(workspace, step_id).items)
