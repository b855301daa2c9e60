"""Counting findings afterwards: in chunks, outside the history, and right whatever is edited."""

from pathlib import Path

import pytest

from curator.codec.reader import read
from curator.domain.listing import Listing
from curator.domain.query_parsing import question_of
from curator.library import queries
from curator.library.library import Library
from curator.library.write import Write
from curator.workspace import reading
from curator.workspace.editing import set_digest_field
from curator.workspace.findings import (
    CHUNK,
    NO_MORE,
    count_some,
    is_settled,
    keep,
    settle,
    settle_for,
    settle_some,
)
from curator.workspace.history import steps
from curator.workspace.workspace import Workspace
from tests.digests import LAYOUT_A

NUMBER = 2 * CHUNK + 3
"""Digests of the library, of which every second one has something to notice."""


def arrive(write: Write) -> str:
    texts = (
        LAYOUT_A.replace("20240818", "99990818") if number % 2 else LAYOUT_A
        for number in range(NUMBER)
    )
    write.arrive_many((read(text, key=f"k{n}").whole, text) for n, text in enumerate(texts))
    return "Import"


@pytest.fixture
def waiting(workspace: Workspace) -> Workspace:
    """A library in which nothing is counted."""
    workspace.do(arrive)
    return workspace


def found(workspace: Workspace, text: str = "has:findings") -> int:
    return len(reading.digest_ids(workspace, Listing(search=text)))


def test_all_is_counted_without_a_step(waiting: Workspace) -> None:
    assert not is_settled(waiting)
    assert (found(waiting), found(waiting, "-has:findings")) == (0, NUMBER)
    told: list[tuple[int, int, str]] = []
    before = len(steps(waiting))
    assert settle(waiting, progress=lambda *words: told.append(words)) == NUMBER
    assert told[0] == (CHUNK, NUMBER, "Counting findings")
    assert told[-1][0] == NUMBER
    assert is_settled(waiting)
    assert (found(waiting), found(waiting, "-has:findings")) == (NUMBER // 2, NUMBER // 2 + 1)
    assert len(steps(waiting)) == before
    assert settle(waiting) == 0


def test_it_stops_when_asked(waiting: Workspace) -> None:
    answers = iter((False, True))
    assert settle(waiting, cancelled=lambda: next(answers)) == CHUNK
    assert not is_settled(waiting)


def test_what_was_counted_before_an_edit_is_not_kept(waiting: Workspace) -> None:
    counted = count_some(waiting)
    waiting.do(set_digest_field, digest_id=2, name="date", text="2024-08-18")
    assert not keep(waiting, counted)
    assert settle(waiting) == NUMBER - 1
    assert found(waiting) == NUMBER // 2 - 1
    assert count_some(waiting).numbers == {}


def test_an_edit_while_it_is_counted_is_counted_again(waiting: Workspace) -> None:
    edits = iter(range(2, 2 + 2 * 2, 2))

    def edit() -> bool:
        for digest_id in edits:
            waiting.do(set_digest_field, digest_id=digest_id, name="date", text="2024-08-18")
            break
        return False

    settle(waiting, cancelled=edit)
    assert found(waiting) == NUMBER // 2 - 2


def test_who_keeps_answers_hears_of_it_and_of_no_digest(waiting: Workspace) -> None:
    with waiting.library.reading() as connection:
        before = queries.writes(connection)
    settle(waiting)
    with waiting.library.reading() as connection:
        assert queries.writes(connection) == before + 1
    assert waiting.library.touched.between(before, before + 1) == frozenset()


def test_some_are_counted_at_a_time(waiting: Workspace) -> None:
    counted = count_some(waiting)
    waiting.do(set_digest_field, digest_id=2, name="title", text="Other")
    assert not keep(waiting, counted)
    after_id, rounds = 0, 0
    while (after_id := settle_some(waiting, after_id)) != NO_MORE:
        rounds += 1
    assert rounds == 3
    assert is_settled(waiting)
    assert settle_some(waiting) == NO_MORE


def test_it_is_settled_for_a_question_about_findings_alone(waiting: Workspace) -> None:
    settle_for(waiting, question_of("robots -has:date").query)
    assert not is_settled(waiting)
    settle_for(waiting, question_of("robots or (-has:findings title:x)").query)
    assert is_settled(waiting)
    settle_for(waiting, question_of("has:findings").query)


def test_a_library_that_is_only_read_answers_with_what_was_counted(
    waiting: Workspace, tmp_path: Path
) -> None:
    waiting.close()
    viewer = Workspace(Library.view(waiting.path, "It is only read."))
    settle_for(viewer, question_of("has:findings").query)
    assert found(viewer) == 0
    viewer.close()
