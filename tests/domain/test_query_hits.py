"""The words of a question are found in texts as the index finds them, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.query import Every, Not, OneOf, Words
from curator.domain.query_hits import LONGEST, NO_HITS, Hits, hits_of
from curator.domain.query_parsing import question_of
from curator.domain.query_words import stand_in, words_of

TEXT = "Batteries and a Größe of ports; battery prices, e\u0301lan — “land robots”"


def shown(question: str, field: str = "force", text: str = TEXT, *, typing: bool = False):
    """What of a text is shown as found."""
    hits = hits_of(question_of(question, typing=typing).query)
    return [text[start:end] for start, end in hits.spans(field, text)]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("battery", ["battery"]),
        ("BATTERY groesse GRÖSSE größe", ["Größe", "battery"]),
        ("elan", ["e\u0301lan"]),
        ('"battery prices"', ["battery prices"]),
        ('"land robots" robots', ["land robots"]),
        ("and ports", ["ports"]),
        ("force:battery", ["battery"]),
        ("theme:battery", []),
        ("-battery ports", ["ports"]),
        ("not (battery or ports)", []),
        ("ports or (prices -land)", ["ports", "prices"]),
        ("bat*", ["Batteries", "battery"]),
        ("review:done date:2024 has:findings category:battery", []),
        ("…", []),
        ("", []),
        ('force:="battery prices"', []),
    ],
)
def test_what_is_looked_for_is_shown(question: str, found: list[str]) -> None:
    assert shown(question) == found


def test_a_field_that_says_just_that_is_shown_as_a_whole() -> None:
    assert shown('theme:="AI policy"', "theme", "AI policy") == ["AI policy"]
    assert shown('theme:="AI policy"', "theme", "ai policy") == []
    assert shown('theme:="AI policy"', "keyword", "AI policy") == []
    assert shown('theme:="…"', "theme", "…") == []


def test_the_last_word_goes_on_while_it_is_typed() -> None:
    assert shown("batt", typing=True) == ["Batteries", "battery"]
    assert shown("batt") == []


def test_what_is_left_out_twice_is_wanted() -> None:
    assert hits_of(Not(Not(Words("land")))) == hits_of(Words("land"))


def test_nothing_is_shown_where_nothing_is_asked() -> None:
    assert not NO_HITS
    assert hits_of(Every()) == NO_HITS
    assert NO_HITS.spans("title", TEXT) == ()
    assert hits_of(Words("land")).spans("title", "") == ()


def test_the_end_of_a_text_without_end_is_not_looked_through() -> None:
    assert hits_of(Words("land")).spans("title", "x " * LONGEST + "land") == ()


WORDS = ("land", "Robots", "robot", "GRÖSSE", "größe", "ei\u0301s", "ёлка", "中", "7", "r2d2", "ro")
SIGNS = (" ", ", ", "-", "’s ", "\n", " \u0301", "\U0001f916")
texts = st.lists(st.sampled_from((*WORDS, *SIGNS)), max_size=12).map("".join)
leaves = st.builds(
    Words, st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join),
    st.sampled_from(("", "title", "force")), st.booleans(),
)  # fmt: skip


@given(text=texts | st.text(max_size=30), leaf=leaves)
def test_a_word_is_shown_where_the_index_finds_it(text: str, leaf: Words) -> None:
    wanted = words_of(leaf.text)
    spans = hits_of(leaf).spans("force", text)
    found = stand_in(wanted, words_of(text), goes_on=leaf.goes_on)
    assert bool(spans) == (found and leaf.field in ("", "force"))
    for start, end in spans:
        inside = words_of(text[start:end])
        assert stand_in(wanted, inside, goes_on=leaf.goes_on)
        assert words_of(text[:start]) + inside + words_of(text[end:]) == words_of(text)


@given(text=texts, wanted=st.lists(leaves, max_size=4).map(tuple))
def test_what_is_shown_lies_side_by_side(text: str, wanted: tuple[Words, ...]) -> None:
    hits = hits_of(OneOf(wanted))
    assert hits == Hits(hits.sought)
    spans = hits.spans("force", text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] < two[0] for one, two in pairwise(spans))
    single = {span for leaf in wanted for span in hits_of(leaf).spans("force", text)}
    covered = {place for start, end in spans for place in range(start, end)}
    assert covered == {place for start, end in single for place in range(start, end)}
