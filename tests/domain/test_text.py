"""What a person types or pastes becomes text that a digest can hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.text import (
    hidden_marks,
    many_lines,
    one_line,
    quoted,
    shortened,
    visible,
)

ANY_TEXT = st.text(st.characters(), max_size=40)
BREAKS = ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("break_", BREAKS)
def test_every_kind_of_line_break_is_one(break_: str) -> None:
    assert many_lines(f"one{break_}two") == "one\ntwo"
    assert one_line(f"one {break_}  two") == "one two"


def test_characters_that_nobody_sees_are_left_out() -> None:
    assert many_lines("fer\x00ry\x1b\x7f") == "ferry"


def test_tabs_are_kept() -> None:
    assert many_lines("a\tb") == "a\tb"
    assert one_line("a\tb") == "a\tb"


def test_outer_blank_space_goes() -> None:
    assert many_lines(" \n text \n ") == "text"
    assert one_line("\n text \n") == "text"


def test_empty_lines_within_are_kept_where_lines_are_allowed() -> None:
    assert many_lines("one\n\ntwo") == "one\n\ntwo"
    assert one_line("one\n\ntwo") == "one two"


def test_half_a_character_becomes_a_question_mark() -> None:
    assert many_lines("a\ud800b") == "a?b"


def test_a_label_is_cut_with_an_ellipsis() -> None:
    assert shortened("Electric ferries", 9) == "Electric…"
    assert shortened("Electric ferries", 10) == "Electric…"
    assert shortened("Electric ferries", 16) == "Electric ferries"
    assert shortened("Electric\nferries") == "Electric ferries"


@given(ANY_TEXT)
def test_text_for_many_lines_is_clean(text: str) -> None:
    clean = many_lines(text)
    assert many_lines(clean) == clean == clean.strip()
    assert clean.splitlines() == clean.split("\n") if clean else clean == ""
    assert clean.encode("utf-8").decode("utf-8") == clean


@given(ANY_TEXT)
def test_text_for_one_line_is_one_line(text: str) -> None:
    clean = one_line(text)
    assert one_line(clean) == clean
    assert len(clean.splitlines()) <= 1


@given(ANY_TEXT, st.integers(min_value=1, max_value=30))
def test_a_label_is_never_too_long(text: str, length: int) -> None:
    label = shortened(text, length)
    assert len(label) <= length
    assert label == one_line(text) or label.endswith("…")


def test_a_label_has_one_pair_of_quotes_whatever_the_text_brings() -> None:
    assert quoted("“Why Am I on Saturday?” they ask") == "“‘Why Am I on Saturday?’ they ask”"
    assert quoted(' "Bread When the Wind Blows" ') == "“Bread When the Wind Blows”"
    assert quoted("a long title", 6) == "“a lon…”"


@pytest.mark.fault("F36")
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pay\u202egnp.exe", "pay‹RLO›gnp.exe"),
        ("one\u200btwo", "one‹ZWSP›two"),
        ("\u2066a\u2069", "‹LRI›a‹PDI›"),
        ("a\u200cb", "a‹ZWNJ›b"),
        ("\u200da", "‹ZWJ›a"),
        ("a\u200d", "a‹ZWJ›"),
        ("in\ufeffside\u2060", "in‹BOM›side‹WJ›"),
        ("\x1b[2J\x00\x7f", "‹ESC›[2J‹NUL›‹DEL›"),
        ("half \ud83d", "half ‹U+D83D›"),
        ("one\u2028two", "one‹LS›two"),
    ],
)
def test_marks_that_nobody_sees_are_shown_by_name(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert [f"‹{name}›" for name in hidden_marks(text)] == re.findall("‹[^›]+›", shown)


@pytest.mark.fault("F36")
@pytest.mark.parametrize(
    "text",
    ["plain", "two\nlines\tand a tab\r\n", "Größe", "👨‍👩‍👧 family", "می‌خواهم", "क्‍ष", "שלום", ""],
)
def test_what_belongs_to_the_spelling_is_left_alone(text: str) -> None:
    assert visible(text) == text
    assert hidden_marks(text) == ()


@given(ANY_TEXT)
def test_a_text_that_is_shown_hides_nothing(text: str) -> None:
    assert hidden_marks(visible(text)) == ()
    assert visible(visible(text)) == visible(text)
