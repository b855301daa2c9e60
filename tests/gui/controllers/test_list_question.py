"""What the list asks for, and what it hears of a library that can't answer."""

from pathlib import Path

import pytest

from curator.domain.errors import Damaged, Interrupted
from curator.domain.listing import Listing
from curator.gui.controllers.list_question import is_answered_at_once, look_up
from curator.gui.session import Session
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace
from tests.library.deeds import break_page, rewritten


def test_ids_and_counts_come_together(session: Session) -> None:
    found = look_up(session.workspace, Listing(search="charging arms"), Stop())
    assert (found.ids is not None and len(found.ids), found.errors) == (1, ())
    assert found.counts is not None
    assert found.counts["all"] == 2


def test_a_question_that_nobody_waits_for_is_no_trouble(session: Session) -> None:
    stop = Stop()
    stop.now()
    with pytest.raises(Interrupted):
        look_up(session.workspace, Listing(), stop)


def test_a_broken_index_of_words_leaves_the_counts(library: Path) -> None:
    break_page(library, "search_data")
    workspace = Workspace.open_or_view(library)
    found = look_up(workspace, Listing(search="charging"), Stop())
    workspace.close()
    assert (found.ids, found.counts and found.counts["all"]) == (None, 2)
    assert [type(error) for error in found.errors] == [Damaged]


def test_a_small_library_is_asked_at_once_and_a_large_one_is_not(library: Path) -> None:
    assert _is_asked_at_once(library)
    rewritten(library, "UPDATE digest SET id = 5000 WHERE id = (SELECT max(id) FROM digest)")
    assert not _is_asked_at_once(library)


def test_a_library_that_can_not_tell_its_size_is_asked_at_once(session: Session) -> None:
    break_page(session.workspace.path, "digest")
    assert is_answered_at_once(session.workspace)


def _is_asked_at_once(library: Path) -> bool:
    workspace = Workspace.open_or_view(library)
    try:
        return is_answered_at_once(workspace)
    finally:
        workspace.close()
