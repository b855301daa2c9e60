"""What the ledger is told when it asks: rows in order, or groups with the open ones filled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from curator.domain.ledger import LedgerQuestion
from curator.domain.listing import Listing
from curator.gui.models.row_plan import RowPlan
from curator.workspace import ledger
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LedgerAnswer:
    """`shown` counts rows that answer the question, `total` those of its view."""

    question: LedgerQuestion
    by: str
    plan: RowPlan
    shown: int
    total: int


def answer_to(
    workspace: Workspace,
    question: LedgerQuestion,
    by: str,
    opened: Sequence[str] = (),
    stop: Stop | None = None,
) -> LedgerAnswer:
    """Ask the library; takes as long as sorting all rows, so it belongs into a background lane.

    `by` groups the rows (empty: not at all), and `opened` are the values of the open groups.
    """
    ids = ledger.row_ids(workspace, question, stop)
    plan = RowPlan(ids)
    if by:
        groups = ledger.groups(workspace, question, by, stop)
        there = {group.value for group in groups}
        filled = {
            value: ledger.group_ids(workspace, question, by, value, stop)
            for value in opened
            if value in there
        }
        plan = RowPlan(groups=groups, opened=filled, grouped=True)
    bare = Listing(question.listing.view)
    narrowed = question.listing != bare
    total = ledger.row_ids(workspace, replace(question, listing=bare), stop) if narrowed else ids
    return LedgerAnswer(question, by, plan, len(ids), len(total))
