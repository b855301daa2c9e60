"""Names of fields and values, as people spell them."""

import pytest

from curator.domain.query_fields import (
    CHOICE_FIELDS,
    NAMES,
    TEXT_FIELDS,
    named,
    nearest,
    value_named,
)


@pytest.mark.parametrize(
    ("name", "field"),
    [("theme", "theme"), ("Themes", "theme"), ("driving_force", "force"), ("http", "")],
)
def test_a_field_has_more_than_one_name(name: str, field: str) -> None:
    assert named(name) == field


@pytest.mark.parametrize(
    ("slip", "field"), [("thme", "theme"), ("sumary", "summary"), ("keywrds", "keyword"), ("x", "")]
)
def test_a_slip_is_near_what_was_meant(slip: str, field: str) -> None:
    assert nearest(slip) == field


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("review", "todo", "to do"),
        ("review", "Second-Look", "second look"),
        ("relation", "same_story", "same story"),
        ("relation", "none", "none"),
        ("kind", "robot", ""),
    ],
)
def test_a_value_is_known_however_its_words_are_joined(field: str, text: str, value: str) -> None:
    assert value_named(field, text) == value


def test_each_name_stands_for_one_field() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(named(name) == name for name in NAMES)
    assert not TEXT_FIELDS.keys() & CHOICE_FIELDS.keys()
