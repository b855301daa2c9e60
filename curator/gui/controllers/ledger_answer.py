"""What the ledger is told when it asks: rows in order, or groups with the open ones filled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from curator.domain.ledger import (
    BY_DIGEST,
    BY_FORCE,
    BY_HORIZON,
    BY_MONTH,
    BY_THEME,
    Group,
    LedgerQuestion,
)
from curator.domain.listing import Listing
from curator.gui.models.row_plan import RowPlan
from curator.workspace import ledger
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace

_WITHOUT = {
    BY_THEME: "No theme",
    BY_FORCE: "No driving force",
    BY_HORIZON: "No 10y horizon",
    BY_DIGEST: "No title",
    BY_MONTH: "No date",
}
"""What the group of the rows without a value is called."""


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
        groups = [_called(group, by) for group in ledger.groups(workspace, question, by, stop)]
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


def _called(group: Group, by: str) -> Group:
    return group if group.name.strip() else replace(group, name=_WITHOUT[by])
