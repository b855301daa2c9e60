"""Sets find what plain Python finds, and each part of a question is put once."""

import pytest
from hypothesis import HealthCheck, given, settings

from curator.domain.facets import Pick, query_of
from curator.domain.query import Choice, Every, Exactly, Not, OneOf, Query, Words
from curator.domain.query_parsing import DEEPEST, question_of
from curator.library.digest_orders import digests
from curator.library.library import Library
from curator.library.query_sets import digest_mask, row_mask
from curator.library.row_table import rows
from curator.library.snapshot import Snapshot, snapshot
from tests.builders import a_whole
from tests.library import random_queries
from tests.library.deeds import arriving
from tests.library.known import Known
from tests.library.plans import plans_of

SEARCHING = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def digests_found(now: Snapshot, query: Query) -> set[int]:
    return set(digests(now).ids[digest_mask(now, query)].tolist())


def rows_found(now: Snapshot, query: Query) -> set[int]:
    return set(rows(now).slots.ids[row_mask(now, query)].tolist())


@SEARCHING
@given(query=random_queries.queries())
def test_sets_and_plain_python_find_the_same(known: Known, query: Query) -> None:
    with snapshot(known.library) as now:
        assert digests_found(now, query) == known.digests(query)
        assert rows_found(now, query) == known.rows(query)


@SEARCHING
@given(query=random_queries.queries(), picks=random_queries.picks())
def test_facets_mean_the_same_to_sets_as_in_memory(
    known: Known, query: Query, picks: tuple[Pick, ...]
) -> None:
    narrowed = Every((query, query_of(picks)))
    with snapshot(known.library) as now:
        assert digests_found(now, narrowed) == known.digests(narrowed)
        assert rows_found(now, narrowed) == known.rows(narrowed)


@pytest.fixture
def two(library: Library) -> Library:
    library.write(arriving(a_whole("one"), a_whole("two", signals=())))
    return library


def test_the_deepest_question_can_be_asked(two: Library) -> None:
    text = "a"
    for depth in range(DEEPEST // 3):
        text = f"(-(kind:signal {text} or has:links w{depth}) or date:2024 title:x)"
    query = question_of(text).query
    with snapshot(two) as now:
        assert digests_found(now, query) <= {1, 2}
        assert rows_found(now, query) <= {1, 2}


def test_a_question_as_long_as_can_be_is_answered(two: Library) -> None:
    words = tuple(Words(f"w{number}") for number in range(600))
    with snapshot(two) as now:
        assert digests_found(now, OneOf(words)) == set()
        assert digests_found(now, Every(words)) == set()
        assert rows_found(now, Not(OneOf(words))) == {1, 2}


def test_words_are_put_as_one_and_what_was_asked_is_known(two: Library) -> None:
    done = Choice("review", "done")
    first = Every((Words("drones"), done, Words("cheap"), Exactly("ai", "theme")))
    with snapshot(two) as now:
        digests(now)
        with plans_of(now.connection) as plans:
            digest_mask(now, first)
        assert len([plan for plan in plans if "VIRTUAL TABLE" in plan]) == 1
        with plans_of(now.connection) as plans:
            digest_mask(now, OneOf((done, Not(Exactly("ai", "theme")))))
    assert plans == []
