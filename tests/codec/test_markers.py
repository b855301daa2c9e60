"""What begins the items of a list."""

import pytest

from curator.codec.markers import Marking, indentation, marking_of, split_marker


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("* a\n", ("* ", "a")),
        (" +\t b \r\n", (" +\t ", "b")),
        ("-\n", ("- ", "")),
        ("1. a", ("1. ", "a")),
        ("  12)  b", ("  12)  ", "b")),
        ("1.\n", ("1. ", "")),
    ],
)
def test_items_begin_with_bullets_and_numbers(line, marker) -> None:
    assert split_marker(line) == marker


@pytest.mark.parametrize(
    "line",
    ["**bold**", "    * code", "\t* tab", "1.5 volts", "1 . a", "1234567890. a", "٣. a", "a"],
)
def test_other_lines_begin_no_item(line) -> None:
    assert split_marker(line) is None


def test_tabs_indent_to_the_next_multiple_of_four() -> None:
    assert [indentation(line) for line in ("a", "  a", "\ta", "  \ta", " \t b")] == [0, 2, 4, 4, 5]


@pytest.mark.parametrize(
    ("leads", "marking"),
    [
        ([], Marking()),
        (["* ", " - "], Marking()),
        (["* ", "  - "], Marking(flush=True)),
        (["3. ", "4) "], Marking(first=3)),
        (["1. ", "1. "], Marking()),
        (["1. ", "* "], Marking()),
        (["01. ", "02. "], Marking()),
        (["999999999. "], Marking()),
    ],
)
def test_lists_that_count_go_on_counting(leads, marking) -> None:
    assert marking_of(leads) == marking


def test_first_lines_get_the_number_of_their_place() -> None:
    assert Marking(first=1).marked(" 1) 10 ports\n", 9) == " 10) 10 ports\n"
    assert Marking(flush=True).marked("  * a", 0) == "* a"
    assert Marking().marked("  1. a", 5) == "  1. a"
