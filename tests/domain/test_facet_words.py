"""Facets in the words of a person."""

import pytest

from curator.domain.facet_words import facet_words, folded, in_order, pick_words, value_words
from curator.domain.facets import FACETS, FINDINGS, MONTH, NO, YES, Pick


def test_a_facet_has_a_heading() -> None:
    assert [facet_words(facet) for facet in FACETS[:2]] == ["Review", "Theme"]
    assert facet_words("kind") == "Kind of row"


@pytest.mark.parametrize(
    ("facet", "value", "words"),
    [
        (MONTH, "2024-08", "Aug 2024"),
        (MONTH, "", "no date"),
        ("theme", "energy", "energy"),
        ("theme", "", "no theme"),
        ("relation", "", "not judged"),
        ("layout", "", "none"),
        (FINDINGS, YES, "some to look at"),
        (FINDINGS, NO, "nothing to look at"),
    ],
)
def test_a_value_is_told_in_words(facet: str, value: str, words: str) -> None:
    assert value_words(facet, value) == words


def test_a_pick_is_told_with_its_facet() -> None:
    assert pick_words(Pick("theme", "energy")) == "theme: energy"
    assert pick_words(Pick("review", "done", excluded=True)) == "not review: done"


def test_letters_are_compared_without_case_and_accents() -> None:
    assert folded("Énergie SOLAIRE") == "energie solaire"
    assert folded("Straße") == folded("STRASSE")
    assert folded("ЁЛКА") == "елка"


def test_picks_stand_in_the_order_of_the_facets() -> None:
    out, theme = Pick("theme", "law", excluded=True), Pick("theme", "zeal")
    done = Pick("review", "done")
    assert in_order((out, theme, done)) == [done, theme, out]
