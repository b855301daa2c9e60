"""What the ledger is told when it asks."""

from curator.domain.ledger import LedgerQuestion
from curator.domain.listing import Listing
from curator.gui.controllers.ledger_answer import answer_to
from curator.gui.session import Session


def test_rows_are_counted_beside_all_rows_of_the_view(session: Session) -> None:
    all_rows = answer_to(session.workspace, LedgerQuestion(), "")
    assert (all_rows.shown, all_rows.total, len(all_rows.plan)) == (4, 4, 4)
    found = answer_to(session.workspace, LedgerQuestion(Listing(search="force:law")), "")
    assert (found.shown, found.total, len(found.plan)) == (1, 4, 1)


def test_open_groups_are_filled_and_others_are_not(session: Session) -> None:
    question = LedgerQuestion()
    answer = answer_to(session.workspace, question, "month", ["2025-05", "1999-01"])
    assert [group.value for group in answer.plan.groups] == ["2025-05", "2024-08"]
    assert set(answer.plan.opened()) == {"2025-05"}
    assert len(answer.plan) == 4
    assert answer.shown == 4
