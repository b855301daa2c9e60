"""A question means the same to SQLite as to plain Python, and an index answers it."""

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Connection, select
from sqlalchemy.dialects import sqlite

from curator.domain.query import EVERYTHING, Every, Exactly, Not, OneOf, Query, Words
from curator.domain.query_parsing import DEEPEST, question_of
from curator.library import integrity, tables
from curator.library.library import Library
from curator.library.query_sql import digest_condition, row_condition
from tests.builders import a_digest, a_keyword, a_link, a_signal, a_theme, a_whole
from tests.library import random_queries
from tests.library.deeds import arriving
from tests.library.known import Known


def digests_found(connection: Connection, query: Query) -> set[int]:
    return set(connection.scalars(select(tables.digest.c.id).where(digest_condition(query))))


def rows_found(connection: Connection, query: Query) -> set[int]:
    return set(connection.scalars(select(tables.signal.c.id).where(row_condition(query))))


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=random_queries.queries())
def test_sql_and_plain_python_find_the_same(known: Known, query: Query) -> None:
    with known.library.reading() as connection:
        assert digests_found(connection, query) == known.digests(query)
        assert rows_found(connection, query) == known.rows(query)


def test_both_indexes_followed_every_edit(known: Known) -> None:
    with known.library.reading() as connection:
        assert integrity.check(connection) == []


@pytest.fixture
def two(library: Library) -> Library:
    one = a_whole(
        "one",
        digest=a_digest("one", category="energy"),
        themes=(a_theme("arable land"), a_theme("robots")),
        keywords=(a_keyword("price"),),
        signals=(
            a_signal("Charging arms", kind="concern", change="from hands to robots"),
            a_signal("Quiet ports", change="less noise", extra=(("Cost", 'a "high" price'),)),
        ),
        closest=(a_link("gone", relation="supports", tags=("ai policy", "heat")),),
    )
    library.write(arriving(one, a_whole("two", themes=(a_theme("land robots"),), signals=())))
    return library


@pytest.mark.parametrize(
    ("text", "digests", "rows"),
    [
        ('theme:"land robots"', {2}, set()),
        ('"land robots"', {2}, set()),
        ("signal:arms", {1}, {1}),
        ("robots noise", {1}, set()),
        ("noise or hands", {1}, {1, 2}),
        ("-noise theme:robots", {2}, {1}),
        ("kind:concern", {1}, {1}),
        ("extra:high category:energy", {1}, {2}),
        ('extra:="a ""', set(), set()),
        ("tag:=heat links:dangling", {1}, {1, 2}),
        ("tag:policy theme:=robots", {1}, {1, 2}),
        ("signal:=arms", set(), set()),
        ("", {1, 2}, {1, 2}),
    ],
)
def test_a_question_finds_digests_and_rows(
    two: Library, text: str, digests: set[int], rows: set[int]
) -> None:
    query = question_of(text).query
    with two.reading() as connection:
        assert digests_found(connection, query) == digests
        assert rows_found(connection, query) == rows


def test_the_deepest_question_can_be_asked(two: Library) -> None:
    text = "a"
    for depth in range(DEEPEST // 3):
        text = f"(-(kind:signal {text} or has:links w{depth}) or date:2024 title:x)"
    query = question_of(text)
    assert query.mistakes == ()
    with two.reading() as connection:
        assert digests_found(connection, query.query) <= {1, 2}
        assert rows_found(connection, query.query) <= {1, 2}


def test_a_question_as_long_as_can_be_is_answered(two: Library) -> None:
    words = tuple(Words(f"w{number}") for number in range(600))
    with two.reading() as connection:
        assert digests_found(connection, OneOf(words)) == set()
        assert digests_found(connection, Every(words)) == set()
        assert rows_found(connection, Not(OneOf(words))) == {1, 2}


@pytest.mark.parametrize(
    "text",
    [
        "robots",
        '"land robots" -noise',
        "theme:land or keyword:price",
        "force:price date:2024-08..2025-01",
        "kind:concern",
        "review:done",
        "relation:supports",
        "relation:none",
        "has:tags",
        "has:themes",
        "has:conflict",
        "has:findings",
        "links:dangling",
        "links:judged",
        "links:unjudged",
        "is:trashed",
        "category:energy",
        "type:news",
        "layout:A",
        "key:one",
        "theme:=robots",
        "title:=robots",
        "signal:=arms",
        "tag:=heat",
        "closest:=two",
    ],
)
def test_no_table_is_read_from_end_to_end(library: Library, text: str) -> None:
    query = question_of(text).query
    present = tables.digest.c.trashed == ("2026" if text == "is:trashed" else "")
    statement = select(tables.digest.c.id).where(present, digest_condition(query))
    compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with library.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}".replace("%", "%%"))
        steps = [step for *_, step in plan]
    whole = {"SCAN digest", "SCAN signal", "SCAN term", "SCAN link"}
    assert [step for step in steps if step in whole] == []


def test_letters_that_are_in_no_index_are_compared(two: Library) -> None:
    with two.reading() as connection:
        assert digests_found(connection, Exactly("…", "title")) == set()
        assert rows_found(connection, EVERYTHING) == {1, 2}


def test_signs_alone_narrow_nothing_in_a_tree_either(two: Library) -> None:
    for query in (Words("…"), Words("+", "title"), Words("+", "force")):
        with two.reading() as connection:
            assert digests_found(connection, query) == {1, 2}
            assert rows_found(connection, query) == {1, 2}
