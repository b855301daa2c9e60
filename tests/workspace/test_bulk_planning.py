"""A plan names every cell that would change, and nothing else."""

import pytest

from curator.domain.errors import Interrupted, InvalidRecord
from curator.domain.review import DONE
from curator.workspace import reading
from curator.workspace.bulk_edits import (
    APPEND,
    CLEAR,
    DOUBLE,
    SEARCHED_FIELDS,
    AddTerm,
    Chosen,
    Edit,
    Fill,
    PlannedChange,
    RemoveTerm,
    Replace,
    Review,
)
from curator.workspace.bulk_planning import plan_of
from curator.workspace.replacing import Replacement
from curator.workspace.reviewing import set_review, trash
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B


def digests(workspace: Workspace, *keys: str) -> Chosen:
    return Chosen([reading.digest_by_key(workspace, key).id for key in keys or (KEY_A, KEY_B)])


def rows(workspace: Workspace, key: str, *places: int) -> Chosen:
    signals = reading.whole(workspace, reading.digest_by_key(workspace, key).id).signals
    return Chosen([signals[place].id for place in places], of_rows=True)


def lines(workspace: Workspace, edit: Edit, chosen: Chosen) -> list[PlannedChange]:
    return list(plan_of(workspace, edit, chosen).lines)


def cells(workspace: Workspace, edit: Edit, chosen: Chosen) -> list[tuple[str, str, str]]:
    return [(line.field, line.old, line.new) for line in lines(workspace, edit, chosen)]


def replacing(find: str, by: str, *fields: str, regex: bool = False) -> Replace:
    return Replace(fields or SEARCHED_FIELDS, Replacement(find, by, regex=regex))


def test_every_field_is_looked_through(stocked: Workspace) -> None:
    assert cells(stocked, replacing("harbour", "PORT"), digests(stocked, KEY_A)) == [
        ("horizon", "Harbours without smoke", "PORTs without smoke"),
        ("horizon", "Harbours trade power", "PORTs trade power"),
        ("title", "Harbours Learn to Charge Ships", "PORTs Learn to Charge Ships"),
    ]
    (summary,) = cells(stocked, replacing("first", "early", "summary"), digests(stocked))
    assert summary[2].endswith("The early results are mixed.")
    assert cells(stocked, replacing("ferries", "boats", "keyword"), digests(stocked)) == [
        ("name", "ferries", "boats"),
        ("name", "ferries", "boats"),
    ]


def test_only_the_chosen_rows_and_their_digests_are_touched(stocked: Workspace) -> None:
    edit = Fill("driving_force", text="War")
    chosen = rows(stocked, KEY_A, 1)
    assert cells(stocked, edit, chosen) == [("driving_force", "Cheap storage", "War")]
    assert cells(stocked, AddTerm("theme", "Grid"), chosen) == [("name", "", "Grid")]
    both = rows(stocked, KEY_A, 1, 0)
    assert [old for _, old, _ in cells(stocked, edit, both)] == ["Cheap storage", "Air quality law"]
    titles = plan_of(stocked, edit, both).titles
    assert list(titles.values()) == ["Harbours Learn to Charge Ships"]


def test_fields_are_set_appended_to_and_cleared(stocked: Workspace) -> None:
    chosen = digests(stocked, KEY_B)
    assert cells(stocked, Fill("relevancy", APPEND, " !"), chosen) == [
        ("relevancy", "4", "4 !"),
        ("relevancy", "5", "5 !"),
    ]
    assert ("horizon", "", "Soon") in cells(stocked, Fill("horizon", APPEND, "Soon"), chosen)
    assert cells(stocked, Fill("category", CLEAR, "ignored"), chosen) == [
        ("category", "technology", "")
    ]
    assert cells(stocked, Fill("type", text="one\ntwo"), chosen) == [("type", "news", "one two")]
    assert cells(stocked, Fill("type", text="news"), chosen) == []
    assert cells(stocked, Fill("type", APPEND, "  "), chosen) == []


def test_a_theme_is_added_where_it_is_missing(stocked: Workspace) -> None:
    assert [
        line.digest_id for line in lines(stocked, AddTerm("theme", " Energy "), digests(stocked))
    ] == list(digests(stocked, KEY_B).ids)
    assert cells(stocked, RemoveTerm("theme", "ENERGY"), digests(stocked)) == [
        ("name", "Energy", ""),
        ("name", "energy", ""),
    ]
    for edit in (AddTerm("theme", "  "), RemoveTerm("keyword", "")):
        with pytest.raises(InvalidRecord, match="needs a name"):
            plan_of(stocked, edit, digests(stocked))


def test_a_renamed_theme_that_is_there_already_goes(stocked: Workspace) -> None:
    chosen = digests(stocked, KEY_A)
    found = lines(stocked, replacing("shipping", "Energy", "theme"), chosen)
    assert [(line.old, line.new, line.note) for line in found] == [("Shipping", "Energy", DOUBLE)]
    both = lines(stocked, replacing("energy|shipping", "AI", "theme", regex=True), chosen)
    assert [(line.old, line.new, line.note) for line in both] == [
        ("Energy", "AI", ""),
        ("Shipping", "AI", DOUBLE),
    ]
    cut = lines(stocked, replacing("energy|shipping", "", "theme", regex=True), chosen)
    assert [(line.old, line.new, line.note) for line in cut] == [
        ("Energy", "", ""),
        ("Shipping", "", ""),
    ]


def test_review_states_are_planned_where_they_differ(stocked: Workspace) -> None:
    stocked.do(set_review, digests(stocked, KEY_A).ids, DONE)
    assert cells(stocked, Review("done"), digests(stocked)) == [("review", "to do", "done")]
    with pytest.raises(InvalidRecord, match="no review state"):
        plan_of(stocked, Review("perhaps"), digests(stocked))


def test_what_lies_in_the_trash_is_left_alone(stocked: Workspace) -> None:
    stocked.do(trash, digests(stocked, KEY_A).ids)
    assert {
        line.digest_id for line in lines(stocked, Fill("name", CLEAR), digests(stocked))
    } == set(digests(stocked, KEY_B).ids)
    assert lines(stocked, AddTerm("theme", "new"), rows(stocked, KEY_A, 0)) == []


def test_nothing_is_found_by_an_empty_text(stocked: Workspace) -> None:
    assert lines(stocked, replacing("", "x"), digests(stocked)) == []
    assert lines(stocked, replacing("zebra", "x"), Chosen([])) == []


def test_a_plan_tells_how_far_it_is_and_can_be_given_up(stocked: Workspace) -> None:
    told: list[tuple[int, int, str]] = []

    def tell(done: int, total: int, words: str) -> None:
        told.append((done, total, words))

    plan_of(stocked, replacing("a", "b"), digests(stocked), progress=tell)
    assert told == [(0, 2, ""), (0, 2, "")]
    with pytest.raises(Interrupted):
        plan_of(stocked, replacing("a", "b"), digests(stocked), cancelled=lambda: len(told) > 1)


def test_a_mistake_in_the_pattern_is_told_at_once(stocked: Workspace) -> None:
    with pytest.raises(InvalidRecord, match="at character 4"):
        plan_of(stocked, replacing("(a+", "", regex=True), Chosen([]))
