"""How columns stand, kept as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.gui.widgets.column_layout import NARROWEST, WIDEST, ColumnLayout, read, written

NAMES = ["name", "change", "date"]


def test_what_was_written_is_read() -> None:
    layout = ColumnLayout(("date", "name"), frozenset({"change"}), {"date": 96})
    assert read(written(layout)) == layout


@pytest.mark.parametrize("text", ["", "[", "[1]", "7", '{"order": 3, "widths": [], "hidden": {}}'])
def test_what_cannot_be_read_is_as_if_it_was_not_said(text: str) -> None:
    assert read(text) == ColumnLayout()


def test_no_width_is_beyond_use() -> None:
    told = read('{"widths": {"name": 1, "change": 99999, "date": "wide"}}')
    assert told.widths == {"name": NARROWEST, "change": WIDEST}


def test_columns_that_came_or_went_find_their_places() -> None:
    kept = ColumnLayout(("gone", "date", "name"), frozenset({"gone", "name"}), {"gone": 70})
    fitted = kept.fitted_to(NAMES)
    assert fitted == ColumnLayout(("date", "name", "change"), frozenset({"name"}), {})
    assert ColumnLayout(hidden=frozenset(NAMES)).fitted_to(NAMES).hidden == frozenset()


@given(st.text())
def test_any_text_at_all_can_be_read(text: str) -> None:
    assert set(read(text).fitted_to(NAMES).order) == set(NAMES)
