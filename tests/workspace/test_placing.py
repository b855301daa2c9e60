"""Rows keep their order, and their ids, with as few changes as possible."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.changes import Changes
from curator.domain.order import GAP
from curator.domain.term import THEME, Term
from curator.library.write import Write
from curator.workspace.placing import index_after, insert, move, replace_rows
from curator.workspace.reading import digest_by_key, whole
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A


def themes(workspace: Workspace) -> list[Term]:
    return list(whole(workspace, digest_by_key(workspace, KEY_A).id).themes)


def names(workspace: Workspace) -> list[str]:
    return [theme.name for theme in themes(workspace)]


@pytest.fixture
def five(stocked: Workspace) -> Workspace:
    """The first digest with themes a to e."""
    digest_id = digest_by_key(stocked, KEY_A).id

    def deed(write: Write) -> str:
        new = [Term(digest_id=digest_id, kind=THEME, name=name) for name in "abcde"]
        replace_rows(write, write.whole(digest_id).themes, new, lambda term: term.name)
        return "Five themes"

    stocked.do(deed)
    return stocked


def moved(workspace: Workspace, moving: str, before: str) -> Changes:
    rows = themes(workspace)
    ids = {row.name: row.id for row in rows}

    def deed(write: Write) -> str:
        move(write, rows, [ids[name] for name in moving], ids.get(before, 0))
        return "Move"

    return workspace.do(deed)


@pytest.mark.parametrize(
    ("moving", "before", "expected"),
    [
        ("e", "a", "eabcd"),
        ("a", "", "bcdea"),
        ("bd", "a", "bdace"),
        ("ab", "c", "abcde"),
        ("b", "b", "abcde"),
        ("bc", "c", "abcde"),
        ("ae", "c", "baecd"),
    ],
)
def test_rows_move_together_before_another(
    five: Workspace, moving: str, before: str, expected: str
) -> None:
    changes = moved(five, moving, before)
    assert "".join(names(five)) == expected
    assert changes.is_empty == (expected == "abcde")
    if not changes.is_empty:
        five.undo()
        assert "".join(names(five)) == "abcde"


def test_one_move_changes_one_row(five: Workspace) -> None:
    assert len(moved(five, "e", "b").items) == 1


def test_rows_make_room_when_a_gap_is_used_up(five: Workspace) -> None:
    for _ in range(GAP.bit_length() + 3):
        _, second, *_, last = names(five)
        moved(five, last, second)
        assert names(five)[1] == last
    assert sorted(names(five)) == list("abcde")


@given(order=st.permutations(range(4)), index=st.integers(0, 4))
def test_a_new_row_comes_where_it_was_asked_for(order: list[int], index: int) -> None:
    rows = [Term(id=n + 1, position=(place + 1) * GAP) for place, n in enumerate(order)]
    expected = [*rows[:index], *rows[index:]][:index]
    behind = expected[-1].id if expected else -1
    assert index_after(rows, behind) == (index if expected else len(rows))


def test_rows_that_say_the_same_keep_their_id(five: Workspace) -> None:
    digest_id = digest_by_key(five, KEY_A).id
    ids = {row.name: row.id for row in themes(five)}

    def deed(write: Write) -> str:
        old = write.whole(digest_id).themes
        new = [Term(digest_id=digest_id, kind=THEME, name=name) for name in ("c", "x", "a")]
        replace_rows(write, old, new, lambda term: term.name)
        return "Three themes"

    five.do(deed)
    assert names(five) == ["c", "x", "a"]
    after = {row.name: row.id for row in themes(five)}
    assert after["c"] == ids["c"]
    assert after["a"] == ids["a"]
    assert after["x"] in ids.values()
    five.undo()
    assert {row.name: row.id for row in themes(five)} == ids


def test_an_insert_at_the_front_goes_before_the_first(five: Workspace) -> None:
    rows = themes(five)

    def deed(write: Write) -> str:
        insert(write, rows, replace(rows[0], id=0, name="new"), 0)
        return "Insert"

    five.do(deed)
    assert names(five)[0] == "new"
