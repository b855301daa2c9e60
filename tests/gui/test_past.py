"""Which steps of the history hold no longer, also those that were taken back in the middle."""

from functools import partial

from curator.domain.listing import Listing
from curator.domain.signal import SIGNAL
from curator.gui.past import past_of
from curator.gui.session import Session
from curator.workspace import history, reading, rows
from curator.workspace.editing import set_digest_field


def labels_taken_back(session: Session, digest_id: int) -> list[str]:
    """The names of the steps that were taken back, newest first."""
    past = past_of(session.workspace, digest_id)
    return [step.label for step in past.steps if step.id in past.taken_back]


def test_a_step_taken_back_in_the_middle_and_applied_again(session: Session) -> None:
    workspace = session.workspace
    digest_id = reading.digest_ids(workspace, Listing())[0]
    for name, text in (("title", "By wire"), ("summary", "Short.")):
        session.do(partial(set_digest_field, digest_id=digest_id, name=name, text=text))
    summary, title, _ = history.steps(workspace, digest_id=digest_id)
    assert labels_taken_back(session, digest_id) == []

    undo = workspace.revert(title.id)
    assert past_of(workspace, digest_id).taken_back == {title.id: undo.step_id}
    session.do(partial(set_digest_field, digest_id=digest_id, name="summary", text="Shorter."))
    again = workspace.revert(undo.step_id)
    assert again.label == f"Redo: {title.label}"
    assert past_of(workspace, digest_id).taken_back == {undo.step_id: again.step_id}
    assert reading.whole(workspace, digest_id).digest.title == "By wire"
    assert history.step(workspace, summary.id).state == "applied"


def test_steps_of_the_same_name_are_told_apart_by_what_they_touched(session: Session) -> None:
    workspace = session.workspace
    digest_id = reading.digest_ids(workspace, Listing())[0]
    add = partial(rows.add_signal, digest_id=digest_id, kind=SIGNAL, name="New")
    first, second = session.do(add), session.do(add)
    assert first.label == second.label
    undo = workspace.revert(first.step_id)
    assert past_of(workspace, digest_id).taken_back == {first.step_id: undo.step_id}
