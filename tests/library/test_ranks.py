"""The rank of each digest or row in a column."""

from collections.abc import Callable

import pytest

from curator.domain.signal import Signal
from curator.library import ranks
from curator.library.library import Library
from curator.library.row_table import rows
from curator.library.slots import Places
from curator.library.snapshot import Snapshot, snapshot
from tests.builders import a_digest, a_signal, a_theme, a_whole
from tests.library.deeds import arriving, setting, whole_of
from tests.library.plans import full_scans, plans_of, sorts


@pytest.fixture
def four(library: Library) -> Library:
    library.write(
        arriving(
            a_whole("d", digest=a_digest("d", title="Delta"), themes=(a_theme("solar"),)),
            a_whole("b", digest=a_digest("b", title="beta", origin="x"), themes=()),
            a_whole(
                "c",
                digest=a_digest("c", title="delta", origin="20230101", review="done"),
                themes=(a_theme("Äther"), a_theme("ai")),
            ),
            a_whole("a", digest=a_digest("a"), themes=(a_theme("Solar"), a_theme("ai"))),
        )
    )
    library.write(setting(whole_of(library, 4).digest, trashed="2026"))
    return library


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (ranks.by_title, [1, 0, 1, 2]),
        (ranks.by_day, [20240818, -1, 20230101, 20240818]),
        (ranks.by_review, [0, 0, 2, 0]),
        (ranks.standing, [0, 2, 1, 3]),
    ],
)
def test_digests_that_agree_have_the_same_rank(
    four: Library, column: Callable[[Snapshot], Places], expected: list[int]
) -> None:
    with snapshot(four) as now:
        assert column(now).tolist() == expected


def test_digests_go_by_their_first_theme_whatever_its_capitals(four: Library) -> None:
    with snapshot(four) as now:
        solar, none, aether, also_solar = ranks.by_theme(now).tolist()
    assert (none, solar) == (-1, also_solar)
    assert solar < aether


def test_rows_are_compared_by_their_first_letters_whatever_their_capitals(library: Library) -> None:
    names = ("beta", "", "ALPHA", "alpha", "b" * 40, "b" * 39 + "a")
    library.write(arriving(a_whole("one", signals=tuple(a_signal(name) for name in names))))
    with snapshot(library) as now:
        assert ranks.by_text(now, "name").tolist() == [2, -1, 0, 0, 1, 1]
        assert ranks.by_text(now, "driving_force").tolist() == [0] * 6


@pytest.mark.parametrize("name", Signal.TEXT_FIELDS)
def test_an_index_has_each_column_in_order(four: Library, name: str) -> None:
    with snapshot(four) as now:
        rows(now)
        with plans_of(now.connection) as plans:
            ranks.by_text(now, name)
    assert full_scans(plans) == []
    assert sorts(plans) == []


@pytest.mark.parametrize("column", [ranks.by_day, ranks.by_review, ranks.by_theme, ranks.by_title])
def test_no_table_is_read_for_a_column_of_digests(
    four: Library, column: Callable[[Snapshot], Places]
) -> None:
    with snapshot(four) as now, plans_of(now.connection) as plans:
        column(now)
    assert full_scans(plans) == []


def test_an_empty_library_has_no_ranks(library: Library) -> None:
    with snapshot(library) as now:
        columns = (ranks.by_title, ranks.by_day, ranks.by_review, ranks.by_theme, ranks.standing)
        assert [len(column(now)) for column in columns] == [0] * 5
        assert len(ranks.by_text(now, "change")) == 0
