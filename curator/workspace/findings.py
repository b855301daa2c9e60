"""Counting what there is to notice in digests, where an edit left that for later.

Whoever asks for `has:findings` wants the numbers to be right: the command line counts before it
answers, the window counts while nothing else is to be done. No step of the history comes of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from curator.domain.facets import FINDINGS, YES, Pick, part_of
from curator.domain.query import Query, mentions
from curator.library import finding_counts, journal, queries
from curator.library.write import Write
from curator.workspace.workspace import Workspace

CHUNK = 25
"""Digests that are counted in one go: some 50 ms, during which nobody waits for the library."""
NO_MORE = -1
FOUND = part_of(Pick(FINDINGS, YES))
"""The question for digests with something to notice in them."""

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Counted:
    """The findings of some digests by id, and how often the library had been written to."""

    numbers: Mapping[int, int]
    writes: int


def is_settled(workspace: Workspace) -> bool:
    """Whether the findings of every digest were counted that can be."""
    with workspace.library.reading() as connection:
        return not finding_counts.waiting(connection)


def settle(
    workspace: Workspace, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> int:
    """Count the findings of all digests that wait for it; returns how many were counted.

    It reads without keeping anybody from writing, and writes for a moment after each chunk. What
    was edited meanwhile is counted again.

    Raises:
        ReadOnly, Busy: the library can't be written.
    """
    done = after_id = 0
    total = _number_waiting(workspace) if progress else 0
    while (counted := count_some(workspace, after_id)).numbers:
        if cancelled and cancelled():
            break
        if keep(workspace, counted):
            done, after_id = done + len(counted.numbers), max(counted.numbers)
        if progress:
            progress(done, total, "Counting findings")
    if done:
        _tell_others(workspace)
    return done


def settle_some(workspace: Workspace, after_id: int = 0) -> int:
    """Count the next digests that wait for it, behind the one with that id; returns the id to go
    on behind, or `NO_MORE`.

    Raises:
        ReadOnly, Busy: the library can't be written.
    """
    counted = count_some(workspace, after_id)
    if counted.numbers:
        return max(counted.numbers) if keep(workspace, counted) else after_id
    if after_id:
        _tell_others(workspace)
    return NO_MORE


def count_some(workspace: Workspace, after_id: int = 0) -> Counted:
    """The findings of the next digests that wait for it, behind the one with that id."""
    with workspace.library.reading() as connection:
        writes = queries.writes(connection)
        ids = finding_counts.waiting(connection, after_id, CHUNK)
        return Counted(finding_counts.counted(connection, ids), writes)


def keep(workspace: Workspace, counted: Counted) -> bool:
    """Note the numbers; False where somebody wrote to the library since they were counted.

    Raises:
        ReadOnly, Busy: the library can't be written.
    """
    kept = False

    def deed(write: Write) -> str:
        nonlocal kept
        kept = queries.writes(write.connection) == counted.writes
        if kept:
            finding_counts.keep(write.connection, counted.numbers)
            write.changed = True
        return ""

    workspace.library.write(deed)
    return kept


def settle_for(workspace: Workspace, query: Query) -> None:
    """Count before a question is answered that asks for findings, where the library can be
    written; elsewhere the answer is as good as what was counted."""
    if mentions(query, FOUND) and not workspace.only_reads and not is_settled(workspace):
        settle(workspace)


def _number_waiting(workspace: Workspace) -> int:
    with workspace.library.reading() as connection:
        return len(finding_counts.waiting(connection, limit=-1))


def _tell_others(workspace: Workspace) -> None:
    """Let whoever keeps answers until the library changes ask again, for what is derived alone."""

    def deed(write: Write) -> str:
        journal.count_write(write.connection)
        write.changed, write.touched = True, frozenset()
        return ""

    workspace.library.write(deed)
