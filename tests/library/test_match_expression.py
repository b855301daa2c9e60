"""Many words of a question are one question to the index."""

import pytest

from curator.domain.query import Every, Not, OneOf, Words
from curator.domain.query_parsing import question_of
from curator.library.match_expression import DIGEST_WORDS, ROW_WORDS
from curator.library.text_index import SEPARATOR


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("robots", '"robots"'),
        ('theme:"land robots"', '"themes" : "land robots"'),
        ("a title:b", '("a" AND "title" : "b")'),
        ("a (b or c)", '("a" AND ("b" OR "c"))'),
        ("a a", '"a"'),
        ("it’s=“x”", '("it’s=" AND "x")'),
        ("a -b", ""),
        ("a review:done", ""),
        ("", ""),
    ],
)
def test_words_are_joined_where_all_are_words(text: str, expression: str) -> None:
    assert DIGEST_WORDS.expression(question_of(text).query) == expression


def test_rows_have_columns_of_their_own() -> None:
    assert ROW_WORDS.expression(Words("arms", "signal")) == '"name" : "arms"'
    assert ROW_WORDS.expression(Words("arms", "theme")) == ""


def test_quotation_marks_and_separators_end_no_phrase() -> None:
    assert DIGEST_WORDS.expression(Words('a"b', goes_on=True)) == '"a""b" *'
    assert DIGEST_WORDS.expression(Words(f"a{SEPARATOR}b")) == '"a b"'


def test_what_is_nested_too_deeply_is_left_to_sql() -> None:
    query: OneOf | Every = Every((Words("a"), Words("b")))
    for _ in range(4):
        query = OneOf((query, Words("c")))
    assert DIGEST_WORDS.expression(query) == ""


def test_only_words_that_are_wanted_are_marked() -> None:
    query = Every((Words("a"), Not(Words("b")), OneOf((Words("c"), Words("a"), Words("—")))))
    assert DIGEST_WORDS.wanted(query) == '"a" OR "c"'
