"""The ledger as window and command line ask for it."""

from functools import partial

import pytest

from curator.domain.errors import Interrupted
from curator.domain.ledger import BY_MONTH, LedgerQuestion, Sorting
from curator.domain.listing import Listing
from curator.workspace import ledger
from curator.workspace.editing import set_signal_field
from curator.workspace.reading import whole
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace


def names(workspace: Workspace, question: LedgerQuestion) -> list[str]:
    ids = ledger.row_ids(workspace, question)
    return [row.signal.name for row in ledger.rows(workspace, ids)]


def test_an_edit_is_seen_in_the_next_answer(stocked: Workspace) -> None:
    by_name = LedgerQuestion(sorting=Sorting("name", descending=False))
    before = names(stocked, by_name)
    last = ledger.row_ids(stocked, by_name)[-1]
    stocked.do(partial(set_signal_field, signal_id=last, name="name", text="AAA first"))
    assert names(stocked, by_name) == ["AAA first", *before[:-1]]
    stocked.undo()
    assert names(stocked, by_name) == before


def test_groups_hold_the_rows_that_they_count(stocked: Workspace) -> None:
    question = LedgerQuestion(Listing())
    months = ledger.groups(stocked, question, BY_MONTH)
    assert sum(month.count for month in months) == len(ledger.row_ids(stocked, question))
    for month in months:
        ids = ledger.group_ids(stocked, question, BY_MONTH, month.value)
        digests = {row.signal.digest_id for row in ledger.rows(stocked, ids)}
        assert {whole(stocked, id_).digest.date[:7] for id_ in digests} == {month.value}


def test_each_question_can_be_stopped(stocked: Workspace) -> None:
    stop, question = Stop(), LedgerQuestion()
    stop.now()
    with pytest.raises(Interrupted):
        ledger.row_ids(stocked, question, stop)
    with pytest.raises(Interrupted):
        ledger.groups(stocked, question, BY_MONTH, stop)
    with pytest.raises(Interrupted):
        ledger.group_ids(stocked, question, BY_MONTH, "2024-08", stop)
