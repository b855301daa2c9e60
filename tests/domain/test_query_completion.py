"""What can be taken at the cursor of a search box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.facets import FacetValue
from curator.domain.query import Exactly, mentions
from curator.domain.query_completion import (
    Offer,
    Typing,
    choice_offers,
    name_offers,
    taken,
    typed_at,
    value_offers,
)
from curator.domain.query_fields import NAMES
from curator.domain.query_parsing import question_of


@pytest.mark.parametrize(
    ("text", "field", "typed", "replaced"),
    [
        ("th|", "", "th", "th"),
        ("robots th|", "", "th", "th"),
        ("(th|", "", "th", "th"),
        ("-th|eme land", "", "th", "theme"),
        ("theme:|", "theme", "", ""),
        ("theme:ener|", "theme", "ener", "ener"),
        ("theme:en|er land", "theme", "en", "ener"),
        ("Themes:=ener|", "theme", "ener", "ener"),
        ('theme:"war te|', "theme", "war te", '"war te'),
        ('theme:="war| te" land', "theme", "war", '"war te"'),
        ("review:|done", "review", "", "done"),
        ("date:2024|", "date", "2024", "2024"),
        ("date:2024-08..20|", "date", "20", "20"),
        ("date:..|", "date", "", ""),
        ("status:d|", "review", "d", "d"),
    ],
)
def test_what_is_typed_is_known(text: str, field: str, typed: str, replaced: str) -> None:
    plain, cursor = text.replace("|", ""), text.index("|")
    found = typed_at(plain, cursor)
    assert found is not None
    assert (found.field, found.text) == (field, typed)
    assert plain[found.start : found.end] == replaced


@pytest.mark.parametrize(
    "text",
    ["|", "robots |", "|robots", '"rob|', "7|", "th|eme:energy", "http:x|", "(|", "-|", "and|"],
)
def test_nothing_is_offered_where_nothing_can_be_meant(text: str) -> None:
    assert typed_at(text.replace("|", ""), text.index("|")) is None


def words(offers: list[Offer]) -> list[str]:
    return [offer.words for offer in offers]


def test_names_that_begin_so_are_offered() -> None:
    assert words(name_offers("th")) == ["theme:"]
    assert words(name_offers("RE")) == ["relevancy:", "review:", "relation:"]
    assert words(name_offers("ay")) == []
    assert {offer.words for offer in name_offers("")} == {f"{name}:" for name in NAMES}
    assert all(offer.detail for offer in name_offers(""))


def test_values_of_few_are_found_by_the_beginnings_of_their_words() -> None:
    assert words(choice_offers("review", "")) == ["to do", "in work", "done", "second look"]
    assert words(choice_offers("review", "lo")) == ["second look"]
    assert words(choice_offers("review", "DO")) == ["to do", "done"]
    assert words(choice_offers("has", "fin")) == ["findings"]
    assert [offer.written for offer in choice_offers("review", "wo")] == ['"in work"']


def test_values_of_a_library_say_how_often_they_are_used() -> None:
    values = [FacetValue("AI policy", 1041), FacetValue("", 5), FacetValue('a "b"', 1)]
    assert value_offers(values) == [
        Offer("AI policy", "1,041", '"AI policy"'),
        Offer('a "b"', "1", '"a ""b"""'),
    ]


@pytest.mark.parametrize(
    ("text", "offer", "after"),
    [
        ("th|", name_offers("theme")[0], "theme:|"),
        ("th| land", name_offers("theme")[0], "theme:| land"),
        ("theme:en| land", Offer("energy", "", "energy"), "theme:energy| land"),
        ("land theme:en|", Offer("AI", "", '"AI policy"'), 'land theme:"AI policy" |'),
        ('theme:="war| te"', Offer("War", "", '"War tech"'), 'theme:="War tech" |'),
        ("date:2024-08..|", Offer("2025-01", "", "2025-01"), "date:2024-08..2025-01|"),
    ],
)
def test_what_is_taken_stands_in_the_place_of_what_was_typed(
    text: str, offer: Offer, after: str
) -> None:
    plain, cursor = text.replace("|", ""), text.index("|")
    typing = typed_at(plain, cursor)
    assert typing is not None
    assert taken(plain, typing, offer) == (after.replace("|", ""), after.index("|"))


@given(
    value=st.text(alphabet='aé"“.-(:=ß*7 ', min_size=1, max_size=12).filter(str.strip),
    before=st.sampled_from(("", "land ", "(", "-")),
)
def test_a_value_that_was_taken_is_read_back(value: str, before: str) -> None:
    (offer,) = value_offers([FacetValue(value, 1)])
    place = len(before) + len("category:")
    text, _ = taken(f"{before}category:", Typing("category", "", place, place), offer)
    assert mentions(question_of(text).query, Exactly(value, "category"))


@given(text=st.text(alphabet='th:e"=( -.20éß', max_size=20), cursor=st.integers(0, 20))
def test_whatever_is_typed_its_place_lies_in_the_text(text: str, cursor: int) -> None:
    typing = typed_at(text, min(cursor, len(text)))
    if typing:
        assert 0 <= typing.start <= min(cursor, len(text)) <= typing.end <= len(text)
