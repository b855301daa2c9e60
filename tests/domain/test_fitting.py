"""What is typed finds beginnings first, then words, then what is inside of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.fitting import BEGINS, WITHIN, WORDS, fit

NAME = "“Clean Ferries” on Batteries, für Häfen"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", BEGINS),
        ("  ", BEGINS),
        ("clean", BEGINS),
        ("Clean fer", BEGINS),
        ("ferries", WORDS),
        ("bat fer", WORDS),
        ("hafen", WORDS),
        ("erri", WITHIN),
        ("batteries,", WORDS),
        ("”", WITHIN),
        ("erri clean", WITHIN),
        ("clean trains", None),
        ("§", None),
    ],
)
def test_a_name_fits_as_well_as_its_words_do(asked: str, found: int | None) -> None:
    assert fit(asked, NAME) == found


@given(st.text(min_size=1), st.integers(0, 20), st.integers(1, 20))
def test_any_part_of_a_name_finds_it(name: str, start: int, length: int) -> None:
    part = name[start : start + length]
    assert fit(part.casefold(), name.casefold()) is not None
    assert fit(name, name) is not None
