"""Which changes of a plan are ticked, and how much that is."""

from collections.abc import Iterator

import numpy as np

from curator.workspace.bulk_edits import SIGNAL, Numbers, Plan, PlannedChange


class Ticks:
    """All are ticked at first."""

    def __init__(self, plan: Plan) -> None:
        self._lines = plan.lines
        self._on = np.ones(len(plan.lines), dtype=bool)
        self._digests = np.array([line.digest_id for line in plan.lines], dtype=np.int64)
        rows = [line.record_id if line.kind == SIGNAL else 0 for line in plan.lines]
        self._rows = np.array(rows, dtype=np.int64)

    def is_on(self, place: int) -> bool:
        """Whether a line is ticked."""
        return bool(self._on[place])

    def turn(self, place: int, *, on: bool) -> None:
        """Tick a line, or untick it."""
        self._on[place] = on

    def turn_all(self, *, on: bool) -> None:
        """Tick or untick every line."""
        self._on[:] = on

    def numbers(self) -> Numbers:
        """How much is ticked; takes a few milliseconds for a hundred thousand lines."""
        rows = self._rows[self._on]
        return Numbers(
            changes=int(self._on.sum()),
            rows=len(np.unique(rows[rows > 0])),
            digests=len(np.unique(self._digests[self._on])),
            only_rows=bool(len(rows)) and bool(rows.all()),
        )

    def lines(self) -> Iterator[PlannedChange]:
        """What is ticked, in order."""
        return (line for line, on in zip(self._lines, self._on, strict=True) if on)
