"""The signal ledger: the rows of all digests as one table, sorted, narrowed and grouped."""

from array import array
from collections.abc import Sequence

from curator.domain.ledger import Group, LedgerQuestion, LedgerRow
from curator.library import ledger_groups, ledger_queries
from curator.library.id_lists import Ids
from curator.library.snapshot import snapshot
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace

MOST_GROUPS = ledger_groups.MOST_GROUPS
"""How many groups are told at most."""


def row_ids(
    workspace: Workspace, question: LedgerQuestion, stop: Stop | None = None
) -> "array[int]":
    """The ids of the rows that the ledger shows, in its order.

    Bare words and the fields of a row look at that row, all others at its digest. Rows that agree
    stand as their digests do, the newest first; empty cells stand last in either direction. Cells
    are compared by their first letters (`SORTED_LETTERS`).

    Raises:
        Interrupted: it was stopped.
        ValueError: there is no such column.
    """
    with snapshot(workspace.library, stop) as now:
        return _array(ledger_queries.row_ids(now, question))


def rows(workspace: Workspace, ids: Sequence[int]) -> list[LedgerRow]:
    """Rows with the cards of their digests, in the order of `ids`; those gone are left out."""
    with workspace.library.reading() as connection:
        return ledger_queries.ledger_rows(connection, ids)


def groups(
    workspace: Workspace, question: LedgerQuestion, by: str, stop: Stop | None = None
) -> list[Group]:
    """The groups of the rows that are asked for, the largest first, months the newest first.

    A row stands in the group of each theme of its digest. Texts are one group where their first
    letters agree, whatever their capitals; rows without a value are a group of the value "".
    There are at most `MOST_GROUPS`.

    Raises:
        Interrupted: it was stopped.
        ValueError: nothing is grouped by that.
    """
    with snapshot(workspace.library, stop) as now:
        return ledger_groups.groups(now, question.listing, by)


def group_ids(
    workspace: Workspace,
    question: LedgerQuestion,
    by: str,
    value: str,
    stop: Stop | None = None,
) -> "array[int]":
    """The rows of one group of the question, in its order; raises as `groups` does."""
    with snapshot(workspace.library, stop) as now:
        return _array(ledger_groups.group_ids(now, question, by, value))


def _array(ids: Ids) -> "array[int]":
    return array("q", ids.tobytes())
