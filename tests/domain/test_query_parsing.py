"""The language of the search box: what it says, what it forgives, and what it points at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.query import (
    EVERYTHING,
    Choice,
    Dates,
    Every,
    Exactly,
    Mistake,
    Not,
    OneOf,
    Query,
    Question,
    Words,
)
from curator.domain.query_fields import NAMES, TEXT_FIELDS
from curator.domain.query_parsing import DEEPEST, LONGEST, question_of

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", EVERYTHING),
        ("robots", Words("robots")),
        ("a b", Every((A, B))),
        ('"land robots"', Words("land robots")),
        ("“land robots”", Words("land robots")),
        ("date:2024-08..2025-01", Dates("2024-08-01", "2025-01-31")),
        ("kind:concern", Choice("kind", "concern")),
        ("review:done", Choice("review", "done")),
        ('review:"to do"', Choice("review", "to do")),
        ("relation:supports", Choice("relation", "supports")),
        ("has:conflict", Choice("has", "conflict")),
        ("links:dangling", Choice("links", "dangling")),
        ("is:trashed", Choice("is", "trashed")),
        ("category:Energy", Exactly("Energy", "category")),
        ("type:news", Exactly("news", "type")),
        ("layout:A", Exactly("A", "layout")),
        ("key:ca77", Exactly("ca77", "key")),
        ('theme:="land robots"', Exactly("land robots", "theme")),
        ("title:=Robots", Exactly("Robots", "title")),
        ("=a", A),
        ("a and b", Every((A, B))),
        ("a AND b Or c", OneOf((Every((A, B)), C))),
        ("a (b or c)", Every((A, OneOf((B, C))))),
        ("not a", Not(A)),
        ("a -b", Every((A, Not(B)))),
        ("-(a or b)", Not(OneOf((A, B)))),
        ("not not a", A),
        ("-…", EVERYTHING),
        ("((a))", A),
        ("() a", A),
        ("a-b", Words("a-b")),
        ("- — …", EVERYTHING),
        ("12:30", Words("12:30")),
        ("http://robots.example/a", Words("http://robots.example/a")),
        ('note:"a b"', Words('note:"a b"')),
        ("a\x00b", Every((A, B))),
        ("\ud800", EVERYTHING),
    ],
)
def test_a_question_reads_as_it_is_meant(text: str, query: Query) -> None:
    assert question_of(text) == Question(query)


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_a_field_narrows_words(field: str) -> None:
    assert question_of(f"{field}:price").query == Words("price", field)
    assert question_of(f'{field.upper()}:"oil price"').query == Words("oil price", field)


@pytest.mark.parametrize(
    ("text", "place", "sentence", "guess"),
    [
        (
            "a thme:b",
            "thme:b",
            "There is no field “thme:”. Did you mean “theme:”?",
            Words("b", "theme"),
        ),
        ("a theme:", "theme:", "What “theme:” has to say is missing.", None),
        ('a theme:""', 'theme:""', "What “theme:” has to say is missing.", None),
        ("a is:new", "is:new", "“is:” can’t be “new”, but one of “trashed”.", None),
        ("a date:May", "date:May", "A date looks like 2024, 2024-08, 2024-08-31", None),
        ("(a", "(", "This bracket is never closed.", None),
        ("a )", ")", "This bracket was never opened.", None),
        ("a or", "or", "“or” stands between two things to look for.", None),
        ("or a", "or", "“or” stands between two things to look for.", None),
        ("and a", "and", "“and” stands between two things to look for.", None),
        ("a and", "and", "“and” stands between two things to look for.", None),
        ("a not", "not", "Something to leave out has to follow.", None),
    ],
)
def test_a_mistake_has_a_place_and_a_sentence_and_the_rest_is_asked(
    text: str, place: str, sentence: str, guess: Query | None
) -> None:
    question = question_of(text)
    (mistake,) = question.mistakes
    assert text[mistake.start : mistake.end] == place
    assert mistake.words.startswith(sentence)
    assert question.query == (Every((A, guess)) if guess else A)


def test_a_quotation_mark_that_is_open_is_a_mistake_but_a_phrase_already() -> None:
    question = question_of('"land rob')
    assert question.query == Words("land rob")
    assert question.mistakes == (Mistake("This quotation mark is never closed.", 0, 9),)


def test_while_typing_the_last_word_goes_on() -> None:
    assert question_of("a rob", typing=True).query == Every((A, Words("rob", goes_on=True)))
    assert question_of("theme:rob", typing=True).query == Words("rob", "theme", goes_on=True)
    assert question_of('"land rob', typing=True).query == Words("land rob", goes_on=True)
    assert question_of("force:r", typing=True).query == Words("r", "force", goes_on=True)
    for ended in ("rob ", '"rob"', "(rob)"):
        assert "goes_on=True" not in repr(question_of(ended, typing=True))
    assert question_of("中", typing=True).query == Words("中", goes_on=True)


@pytest.mark.fault("F38")
@pytest.mark.parametrize("piece", ["(", ")", "-", "not ", "-(", "a or (", '"', "theme:", "\n"])
def test_a_hundred_thousand_of_anything_are_read_at_once(piece: str) -> None:
    question = question_of(piece * 100_000)
    assert all(0 <= mistake.start < mistake.end <= LONGEST for mistake in question.mistakes)


def test_brackets_nest_only_so_deep() -> None:
    assert question_of("(" * DEEPEST + "a" + ")" * DEEPEST) == Question(A)
    assert "nested too deeply" in question_of("-(" * DEEPEST + "a").mistakes[0].words


_PIECES = [
    *(f"{name}:" for name in NAMES),
    "(",
    ")",
    '"',
    "-",
    "=",
    "and ",
    "or ",
    "not ",
    " ",
    "a",
]


@pytest.mark.fault("F38")
@given(
    text=st.text(st.characters())
    | st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=30).map("".join),
    typing=st.booleans(),
)
def test_any_string_is_a_legal_question(text: str, typing: bool) -> None:
    question = question_of(text, typing=typing)
    assert all(mistake.words.endswith((".", "?")) for mistake in question.mistakes)
    assert all(0 <= m.start < m.end <= len(text) for m in question.mistakes)
