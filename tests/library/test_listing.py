"""What a list shows: the digests of a view that a search and facets ask for, in their order."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from curator.domain.facets import Pick
from curator.domain.listing import VIEWS, Listing
from curator.domain.query import EVERYTHING, Every, Words
from curator.library.library import Library
from curator.library.listing import RANKED, asked
from tests.builders import a_digest, a_signal, a_theme, a_whole
from tests.library.deeds import arriving, fill_with_four, listed
from tests.library.plans import full_scans, plans_of, sorts


@pytest.fixture
def connection(library: Library) -> Iterator[Connection]:
    """A library with four digests: two of one day, one without a date, one in the trash."""
    fill_with_four(library)
    with library.reading() as connection:
        yield connection


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        ("all", [1, 2, 3]),
        ("to do", [1, 2]),
        ("in work", []),
        ("done", [3]),
        ("second look", []),
        ("trash", [4]),
    ],
)
def test_the_newest_come_first_then_by_name(
    connection: Connection, view: str, ids: list[int]
) -> None:
    assert listed(connection, Listing(view)) == ids


@pytest.mark.parametrize(
    ("view", "search", "ids"),
    [
        ("all", " ", [1, 2, 3]),
        ("all", "apf", [2]),
        ("done", "zebra", []),
        ("trash", "drones", [4]),
        ("all", "…", [1, 2, 3]),
        ("all", "is:trashed", [4]),
        ("to do", "is:trashed", [4]),
        ("all", "review:done or key:d", [3]),
        ("all", "is:trashed or zebra", [4, 1]),
    ],
)
def test_a_search_narrows_a_view(
    connection: Connection, view: str, search: str, ids: list[int]
) -> None:
    assert listed(connection, Listing(view, search)) == ids


def test_facets_narrow_what_a_search_found(connection: Connection) -> None:
    done, month = Pick("review", "done"), Pick("month", "2024-08")
    assert listed(connection, Listing(picks=(done,))) == [3]
    assert listed(connection, Listing(picks=(month,))) == [1, 2]
    assert listed(connection, Listing(picks=(Pick("month", "2024-08", excluded=True),))) == [3]
    assert listed(connection, Listing(search="zebra", picks=(month,))) == [1]
    assert listed(connection, Listing(search="zebra", picks=(done,))) == []


def test_the_best_come_first_whatever_narrows_them(library: Library) -> None:
    library.write(
        arriving(
            a_whole("one", signals=(a_signal("solar"),)),
            a_whole("two", digest=a_digest("two", title="Solar roofs")),
            a_whole("three", themes=(a_theme("solar"),), closest=()),
        )
    )
    with library.reading() as connection:
        assert listed(connection, Listing(search="solar"))[0] == 2
        assert listed(connection, Listing(search="solar links:dangling")) == [2, 1]
        narrowed = Listing(search="solar", picks=(Pick("theme", "autonomy"),))
        assert listed(connection, narrowed) == [2, 1]


def test_what_nobody_looks_through_stays_in_the_order_of_lists(library: Library) -> None:
    rare, common = a_digest("z", title="solar solar solar"), RANKED
    library.write(
        arriving(
            *(
                a_whole(f"k{n:05}", digest=a_digest(f"k{n:05}", summary="solar"))
                for n in range(common)
            ),
            a_whole("z", digest=rare),
        )
    )
    with library.reading() as connection:
        found = listed(connection, Listing(search="solar"))
    assert len(found) == RANKED + 1
    assert found == sorted(found, key=lambda id_: (id_ == RANKED + 1, id_))


def test_search_and_facets_are_one_question() -> None:
    assert asked(Listing()) == EVERYTHING
    assert asked(Listing(search="rob")) == Words("rob", goes_on=True)
    picked = asked(Listing(picks=(Pick("review", "done"),)))
    both = asked(Listing(search="rob", picks=(Pick("review", "done"),)))
    assert both == Every((Words("rob", goes_on=True), picked))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "search",
    ["", "z", "robots", "zebra -robots", "zebra or robots", "theme:=ai review:done", "is:trashed"],
)
def test_no_table_is_read_from_end_to_end(connection: Connection, view: str, search: str) -> None:
    with plans_of(connection) as plans:
        listed(connection, Listing(view, search))
    assert plans
    assert full_scans(plans) == []


@pytest.mark.parametrize(
    "pick",
    [
        Pick("review", "done"),
        Pick("theme", "ai"),
        Pick("theme", ""),
        Pick("keyword", "price", excluded=True),
        Pick("category", "energy"),
        Pick("type", ""),
        Pick("month", "2024-08"),
        Pick("month", ""),
        Pick("kind", "concern"),
        Pick("layout", "A"),
        Pick("relation", "supports"),
        Pick("relation", ""),
    ],
)
def test_an_index_serves_each_facet(connection: Connection, pick: Pick) -> None:
    with plans_of(connection) as plans:
        listed(connection, Listing(picks=(pick,)))
    assert full_scans(plans) == []
    assert sorts(plans) == []


@pytest.mark.parametrize("view", VIEWS[:-1])
@pytest.mark.parametrize("search", ["", "z", "zebra -robots or review:done"])
def test_lists_are_not_sorted_by_hand(connection: Connection, view: str, search: str) -> None:
    with plans_of(connection) as plans:
        listed(connection, Listing(view, search))
    assert sorts(plans) == []
