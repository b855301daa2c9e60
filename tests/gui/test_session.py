"""Edits of a window: one step each, typing merged, errors told and never lost."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from curator.domain.errors import Busy
from curator.domain.listing import Listing
from curator.gui.access import READ_ONLY
from curator.gui.messages import Crash, Notice
from curator.gui.session import Session, field_of
from curator.library.write import Write
from curator.workspace import history, reading, reviewing, rows
from curator.workspace.editing import set_digest_field, set_signal_field
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.gui.screen import Screen


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
    assert [crash.summary.partition(" ")[0] for crash in crashes] == ["ZeroDivisionError"]
    assert len(history.steps(session.workspace)) == before


def test_only_deeds_that_type_text_are_merged() -> None:
    cell = partial(set_signal_field, signal_id=3, name="change", text="Faster")
    assert field_of(cell) == "set_signal_field(signal_id=3).change"
    assert field_of(partial(rows.rename_term, term_id=4, name="Energy")).startswith("rename_term")
    assert field_of(partial(reviewing.set_tags, link_id=5, tags="sea")) == "set_tags(link_id=5)."
    assert field_of(partial(reviewing.set_relation, link_ids=[5], relation="supports")) == ""
    assert field_of(partial(rows.delete_signals, ids=[3])) == ""
    assert field_of(rows.delete_signals) == ""  # type: ignore[arg-type]  # no partial, no field


# --- a library that another program holds, or that can't be written ------------------------------


@pytest.mark.fault("F8")
def test_an_edit_that_finds_the_library_busy_says_who_and_can_be_done_again(
    screen: Screen, library: Path
) -> None:
    screen.choose(1)
    title = screen.type_title("Ferries by wire")
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        screen.qtbot.keyClick(title, Qt.Key.Key_Return)
        assert "is writing to library.curator" in screen.notice()
        assert screen.title() == "Ferries by wire"
        assert screen.label("saveState").startswith("Not saved")
    again = screen.part(QPushButton, "noticeVerb")
    assert again.text() == "Try again"
    again.click()
    assert screen.label("saveState").startswith("Saved")
    screen.window.close()
    workspace = Workspace.open(library, create=False)
    assert reading.digest_by_key(workspace, KEY_A).title == "Ferries by wire"
    workspace.close()


def test_a_part_that_can_not_be_read_is_told_and_the_rest_goes_on(session: Session) -> None:
    told: list[Notice] = []
    session.messages.notice_raised.connect(told.append)
    session.messages.listen()

    def question() -> str:
        raise Busy("Another program is writing.")

    assert session.ask(question, "nothing") == "nothing"
    assert [notice.text for notice in told] == ["Another program is writing."]


def test_a_question_to_a_closed_library_is_no_trouble(session: Session) -> None:
    session.workspace.close()
    question = partial(reading.counts, session.workspace)
    assert session.ask(question, "nothing") == "nothing"
    assert not session.access.reason


def test_what_was_typed_into_a_library_that_only_reads_can_be_copied(session: Session) -> None:
    told: list[Notice] = []
    session.messages.notice_raised.connect(told.append)
    session.messages.listen()
    session.access.fall(READ_ONLY, "It can’t be written.")
    deed = partial(set_digest_field, digest_id=1, name="title", text="Ferries")
    assert session.attempt(deed) is None
    assert not session.may_edit()
    assert [(notice.text, notice.details) for notice in told] == [
        ("It can’t be written.", "Ferries"),
        ("It can’t be written.", ""),
    ]
    assert session.access.take_held() == (deed,)
