"""Lines and their ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.codec.lines import (
    bare,
    end_of,
    flat,
    is_blank,
    joined,
    split_lines,
    split_mark,
    usual_end,
)


@given(st.text(alphabet="a\r\n\x0b\x0c\x85\u2028\ufeff\0 "))
def test_lines_joined_again_are_the_text(text) -> None:
    mark, rest = split_mark(text)
    lines = split_lines(rest)
    assert mark + "".join(lines) == text
    assert all(bare(line) + end_of(line) == line for line in lines)
    assert joined(lines, "\n", ended=rest[-1:] in {"\r", "\n"}) == rest


def test_only_carriage_return_and_line_feed_end_a_line() -> None:
    assert split_lines("a\r\nb\rc\n\nd\x0be\u2028f") == [
        "a\r\n",
        "b\r",
        "c\n",
        "\n",
        "d\x0be\u2028f",
    ]


@pytest.mark.parametrize(("lines", "end"), [([], "\n"), (["a"], "\n"), (["a\r\n", "b\n"], "\r\n")])
def test_new_lines_end_as_the_first_line_does(lines, end) -> None:
    assert usual_end(lines) == end


def test_a_last_line_that_is_last_no_more_gets_an_end() -> None:
    assert joined(["a", "b"], "\r\n", ended=False) == "a\r\nb"
    assert joined(["a\n", "b"], "\n", ended=True) == "a\nb\n"
    assert joined([], "\n", ended=True) == ""


def test_a_line_feed_behind_a_carriage_return_stays_a_line_of_its_own() -> None:
    assert split_lines(joined(["a\r", "\n", "b\n"], "\n", ended=True)) == ["a\r", "\r", "b\n"]


def test_a_flat_text_has_one_line() -> None:
    assert flat("a\r\nb\n\nc") == "a b c"
    assert is_blank(" \t\r\n")
    assert not is_blank("\0")
