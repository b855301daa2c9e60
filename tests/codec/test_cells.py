"""Cells of tables."""

import pytest
from hypothesis import given

from curator.codec.cells import decoded, encoded, split_row
from tests.codec.texts import hostile_text


@given(hostile_text)
def test_any_value_reads_back_from_one_line_without_bare_pipes(value) -> None:
    assert decoded(encoded(value)) == value
    assert "\n" not in encoded(value)
    assert split_row(f"| {encoded(value)} | b |") == [encoded(value), "b"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a|b", "a\\|b"),
        ("a\nb", "a<br>b"),
        ("<br>", "&lt;br>"),
        ("&lt;br>", "&amp;lt;br>"),
        ("&lt; <brown>", "&lt; <brown>"),
        ("C:\\temp", "C:\\temp"),
    ],
)
def test_values_are_written_so(value, cell) -> None:
    assert encoded(value) == cell
    assert decoded(cell) == value


@pytest.mark.parametrize("cell", ["a<br>b", "a<br/>b", "a<BR />b"])
def test_every_spelling_of_a_line_break_is_read(cell) -> None:
    assert decoded(cell) == "a\nb"


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("|a||\r\n", ["a", ""]),
        ("| a \\| b |", ["a \\| b"]),
        ("|", [""]),
        ("| a | b", ["a", "b"]),
    ],
)
def test_rows_are_split_at_bare_pipes(line, cells) -> None:
    assert split_row(line) == cells
