"""A question comes back as the text that means it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curator.domain.facets import Pick, query_of
from curator.domain.query import Choice, Dates, Every, Exactly, Not, OneOf, Query, Words
from curator.domain.query_parsing import LONGEST, question_of
from curator.domain.query_writing import written

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Every(), ""),
        (A, "a"),
        (Every((A, B)), "a b"),
        (OneOf((A, Every((B, C)))), "a or (b c)"),
        (Every((OneOf((A, B)), Not(C))), "(a or b) -c"),
        (Not(Every((OneOf((A, B)),))), "-(a or b)"),
        (Not(Not(A)), "a"),
        (Words("land rob", goes_on=True), '"land rob"*'),
        (Words("rob", "theme", goes_on=True), "theme:rob*"),
        (Words("or"), '"or"'),
        (Words("-a"), '"-a"'),
        (Exactly("energy", "theme"), "theme:=energy"),
        (Exactly("oil price", "theme"), 'theme:="oil price"'),
        (Exactly('the "new" oil', "theme"), 'theme:="the ""new"" oil"'),
        (Exactly("", "category"), 'category:=""'),
        (Choice("review", "to do"), 'review:"to do"'),
        (Dates("2024-08-01", "2024-08-31"), "date:2024-08"),
        (Dates("2024-01-01", "2024-12-31"), "date:2024"),
        (Dates("2024-08-15", "2024-08-15"), "date:2024-08-15"),
        (Dates("2024-08-15", "2025-01-31"), "date:2024-08-15..2025-01-31"),
        (Dates("2024-08-01", ""), "date:2024-08-01.."),
        (Dates("", "2024-08-31"), "date:..2024-08-31"),
    ],
)
def test_a_question_is_written_as_a_person_would(query: Query, text: str) -> None:
    assert written(query) == text
    assert written(question_of(text).query) == text


_PIECES = ("robots", "land", "or", "and", "not", "-", "(", ")", '"', '""', "“", "„", "*", "a*", " ",
           "theme:", "title:=", "category:=", "x:", "=", '=""', "date:2024-02..", "review:done",
           "\\", "…", "relation:none", "é", "date:..2024", "category:C*", "12:30", ":")  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.booleans())
@example('“a ""b" or -c', False)
@example('theme:="a*"', False)
def test_what_was_read_is_written_and_read_the_same(text: str, typing: bool) -> None:
    once = written(question_of(text, typing=typing).query)
    again = question_of(once)
    assert again.mistakes == ()
    assert written(again.query) == once
    assert _plain(again.query) == _plain(question_of(text, typing=typing).query)


def _plain(query: Query) -> Query:
    """The same question without parts of one part, and lists of the same kind inside each other."""
    match query:
        case Not(Not(part)):
            return _plain(part)
        case Not(part):
            return Not(_plain(part))
        case Every((part,)) | OneOf((part,)):
            return _plain(part)
        case Every(parts) | OneOf(parts):
            return type(query)(tuple(map(_plain, parts)))
        case _:
            return query


_VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30),
    st.text('"“”„ -:\\()[]=*aorn', max_size=12),
)


@given(_VALUES, st.sampled_from(("theme", "keyword", "category", "type", "layout")), st.booleans())
def test_any_value_can_be_asked_for(value: str, facet: str, excluded: bool) -> None:
    query = query_of([Pick(facet, value, excluded)])
    text = written(query)
    assert len(text) < LONGEST
    assert question_of(text).mistakes == ()
    assert _plain(question_of(text).query) == _plain(query)
