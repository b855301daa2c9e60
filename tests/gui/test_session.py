"""Edits of a window: one step each, typing merged, errors told and never lost."""

from functools import partial

from curator.domain.listing import Listing
from curator.gui.messages import Crash
from curator.gui.session import Session, field_of
from curator.library.write import Write
from curator.workspace import history, reading, reviewing, rows
from curator.workspace.editing import set_digest_field, set_signal_field


def test_typing_into_one_field_is_one_step(session: Session) -> None:
    digest_id = reading.digest_ids(session.workspace, Listing())[0]
    before = len(history.steps(session.workspace))
    for text in ("Fer", "Ferries", "Ferries by wire"):
        session.do(partial(set_digest_field, digest_id=digest_id, name="title", text=text))
    assert len(history.steps(session.workspace)) == before + 1
    session.workspace.undo()
    assert reading.whole(session.workspace, digest_id).digest.title == "Ferries on Batteries"


def test_two_fields_are_two_steps(session: Session) -> None:
    digest_id = reading.digest_ids(session.workspace, Listing())[0]
    before = len(history.steps(session.workspace))
    session.do(partial(set_digest_field, digest_id=digest_id, name="title", text="Ferries"))
    session.do(partial(set_digest_field, digest_id=digest_id, name="summary", text="Short."))
    assert len(history.steps(session.workspace)) == before + 2


def test_a_known_error_is_told_and_changes_nothing(session: Session) -> None:
    told: list[str] = []
    session.messages.save_failed.connect(told.append)
    digest_id = reading.digest_ids(session.workspace, Listing())[0]
    changes = session.do(partial(set_digest_field, digest_id=digest_id, name="date", text="soon"))
    assert changes.is_empty
    assert told == ["“soon” is no day."]


def test_a_bug_ends_in_the_crash_window_and_not_in_qt(session: Session) -> None:
    crashes: list[Crash] = []
    session.messages.crashed.connect(crashes.append)

    def deed(_write: Write) -> str:
        raise ZeroDivisionError("a bug")

    before = len(history.steps(session.workspace))
    assert session.do(deed).is_empty
    assert [crash.summary for crash in crashes] == ["ZeroDivisionError: a bug"]
    assert len(history.steps(session.workspace)) == before


def test_only_deeds_that_type_text_are_merged() -> None:
    cell = partial(set_signal_field, signal_id=3, name="change", text="Faster")
    assert field_of(cell) == "set_signal_field(signal_id=3).change"
    assert field_of(partial(rows.rename_term, term_id=4, name="Energy")).startswith("rename_term")
    assert field_of(partial(reviewing.set_tags, link_id=5, tags="sea")) == "set_tags(link_id=5)."
    assert field_of(partial(reviewing.set_relation, link_ids=[5], relation="supports")) == ""
    assert field_of(partial(rows.delete_signals, ids=[3])) == ""
    assert field_of(rows.delete_signals) == ""  # type: ignore[arg-type]  # no partial, no field
