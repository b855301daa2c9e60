"""The layouts of the scripts that made digests."""

import pytest

from curator.codec.headings import read_title
from curator.codec.layouts import (
    columns_for,
    expected_sections,
    field_of,
    heading_for,
    layout_of,
    order_of,
)
from curator.domain.signal import CONCERN, SIGNAL


@pytest.mark.parametrize(
    ("words", "sections", "headings", "layout"),
    [
        ("0f3c5a8e9b7d4c6fa1e2d3b4c5f60718 from ([x](u).)", (), (), "A0"),
        ("__T__, from ([x](u).)", ("Summary",), ("Signal",), "A"),
        ("__T__, from ([x](u).)", ("Keywords", "Other"), (), "B"),
        ("__T__, from ([x](u).)", (), ("name", "change"), "B"),
        ("__T__, (from page [x](u).)", (), (), "B"),
        ("T", (), (), "other"),
    ],
)
def test_layouts_are_told_apart(words, sections, headings, layout) -> None:
    assert layout_of(read_title(words), sections, headings) == layout


def test_a_text_without_a_heading_is_of_no_script() -> None:
    assert layout_of(None, (), ()) == "other"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Signal", "name"),
        ("10-Year", "horizon"),
        ("10y  Horizon", "horizon"),
        ("driving_force", "driving_force"),
        ("src", ""),
    ],
)
def test_columns_are_known_by_their_heading(heading, field) -> None:
    assert field_of(heading) == field


def test_new_columns_are_called_as_their_neighbours() -> None:
    assert heading_for("horizon", "B", ()) == "10-year"
    assert heading_for("horizon", "A", ()) == "10y horizon"
    assert heading_for("driving_force", "A", ("name",)) == "driving-force"
    assert heading_for("driving_force", "B", ("Signal",)) == "Driving force"


def test_each_layout_has_its_sections_and_columns() -> None:
    assert order_of("B")[0] == "Keywords"
    assert order_of("other")[0] == "Summary"
    assert "Closest" not in expected_sections("B")
    assert "Closest" not in expected_sections("other")
    assert "Closest" in expected_sections("A0")
    assert columns_for(CONCERN, "B") == ("name", "description", "relevancy")
    assert columns_for(SIGNAL, "A") == ("name", "change", "horizon", "driving_force")
