"""JSON in one spelling."""

from curator.library.json_text import compact_json


def test_letters_are_kept_as_they_are() -> None:
    assert compact_json({"a": ["ü", 1]}) == '{"a":["ü",1]}'
