"""What is copied here pastes into a spreadsheet, and the other way round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.gui.widgets.cell_clipboard import as_tsv, rows_of
from curator.gui.widgets.growing_text import MOST_PASTED

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=8)
BLOCKS = (
    st.integers(2, 4)
    .flatmap(
        lambda width: st.lists(
            st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4
        )
    )
    .filter(lambda rows: any(cell.strip() for row in rows for cell in row))
)


def test_a_block_is_tab_separated() -> None:
    assert as_tsv([["a", "b"], ["c", ""]]) == "a\tb\nc\t"
    assert as_tsv([["two\nlines", 'a "quote"']]) == '"two\nlines"\t"a ""quote"""'


def test_a_single_cell_is_its_bare_text() -> None:
    assert as_tsv([['two\nlines with a "quote"']]) == 'two\nlines with a "quote"'


@given(BLOCKS)
def test_a_block_comes_back_as_it_was(rows: list[list[str]]) -> None:
    assert rows_of(as_tsv(rows)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("one\n\nthree", [["one"], [""], ["three"]]),
        ("", []),
        (" \n", []),
    ],
    ids=["excel", "lines", "nothing", "blank"],
)
def test_what_other_programs_copy_is_read(text: str, rows: list[list[str]]) -> None:
    assert rows_of(text) == rows


def test_a_field_of_half_a_megabyte_is_taken() -> None:
    assert rows_of("x" * 500_000) == [["x" * 500_000]]


@pytest.mark.fault("F22")
def test_a_clipboard_that_is_too_large_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="5,000,001 characters"):
        rows_of("x" * (MOST_PASTED + 1))
