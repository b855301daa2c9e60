"""The rows of the ledger in groups."""

import pytest

from curator.domain.ledger import (
    BY_DIGEST,
    BY_FORCE,
    BY_HORIZON,
    BY_MONTH,
    BY_THEME,
    GROUPINGS,
    Group,
    LedgerQuestion,
    Sorting,
)
from curator.domain.listing import Listing
from curator.library.ledger_groups import MOST_GROUPS, group_ids, groups
from curator.library.library import Library
from curator.library.snapshot import snapshot
from tests.builders import a_digest, a_signal, a_theme, a_whole
from tests.library.deeds import arriving
from tests.library.known import Known


@pytest.fixture
def three(library: Library) -> Library:
    prices = a_signal("Kites", driving_force="Falling prices", horizon="")
    laws = a_signal("Solar roofs", driving_force="New laws")
    same = a_signal("Drones", driving_force="falling PRICES", kind="concern")
    library.write(
        arriving(
            a_whole("a", signals=(prices, laws), themes=(a_theme("ai"), a_theme("law"))),
            a_whole("b", digest=a_digest("b", origin="20240101"), signals=(same,), themes=()),
            a_whole(
                "c", digest=a_digest("c", origin="?"), signals=(laws,), themes=(a_theme("ai"),)
            ),
        )
    )
    return library


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (BY_THEME, [("ai", "ai", 3), ("law", "law", 2), ("", "", 1)]),
        (
            BY_FORCE,
            [("falling prices", "Falling prices", 2), ("new laws", "New laws", 2)],
        ),
        (BY_HORIZON, [("everybody has one", "Everybody has one", 3), ("", "", 1)]),
        (BY_DIGEST, [("1", "About a", 2), ("2", "About b", 1), ("3", "About c", 1)]),
        (BY_MONTH, [("2024-08", "2024-08", 2), ("2024-01", "2024-01", 1), ("", "", 1)]),
    ],
)
def test_the_largest_group_comes_first(
    three: Library, by: str, found: list[tuple[str, str, int]]
) -> None:
    with snapshot(three) as now:
        assert groups(now, Listing(), by) == [Group(*said) for said in found]


def test_groups_follow_the_question(three: Library) -> None:
    with snapshot(three) as now:
        assert groups(now, Listing(search="kites"), BY_THEME) == [
            Group("ai", "ai", 1),
            Group("law", "law", 1),
        ]
        assert groups(now, Listing(search="nothing"), BY_FORCE) == []
        assert groups(now, Listing("trash"), BY_MONTH) == []
        question = LedgerQuestion(Listing(search="-kites"), Sorting("name"))
        assert group_ids(now, question, BY_FORCE, "falling prices").tolist() == [3]


@pytest.mark.parametrize("by", GROUPINGS)
def test_a_group_has_as_many_rows_as_it_says(known: Known, by: str) -> None:
    question = LedgerQuestion(sorting=Sorting("change"))
    with snapshot(known.library) as now:
        for group in groups(now, Listing(), by):
            ids = group_ids(now, question, by, group.value).tolist()
            assert len(ids) == group.count


def test_nobody_looks_through_more_groups_than_are_told(library: Library) -> None:
    signals = tuple(a_signal(driving_force=f"force {n}") for n in range(MOST_GROUPS + 1))
    library.write(arriving(a_whole("a", signals=signals)))
    with snapshot(library) as now:
        assert len(groups(now, Listing(), BY_FORCE)) == MOST_GROUPS


def test_what_nothing_is_grouped_by_is_refused(library: Library) -> None:
    with snapshot(library) as now:
        with pytest.raises(ValueError, match="not grouped by 'colour'"):
            groups(now, Listing(), "colour")
        with pytest.raises(ValueError, match="not grouped by 'colour'"):
            group_ids(now, LedgerQuestion(), "colour", "red")
