"""The journal's JSON gives each record back, also one of a newer program."""

import json

import pytest

from curator.domain.changes import KIND_OF, Record
from curator.domain.conflict import Conflict
from curator.library.json_text import compact_json
from curator.library.record_json import packed, unpacked
from tests.builders import a_digest, a_link, a_signal, a_theme


@pytest.mark.parametrize(
    "record",
    [
        a_digest(),
        a_signal(extra=(("src", "ü\n"),)),
        a_theme("“”"),
        a_link(tags=("a", "b")),
        Conflict(path="x"),
    ],
)
def test_a_record_comes_back_equal(record: Record) -> None:
    text = compact_json(packed(record))
    assert unpacked(KIND_OF[type(record)], json.loads(text)) == record


def test_nothing_is_nothing() -> None:
    assert packed(None) is None
    assert unpacked("signal", None) is None


def test_fields_of_a_newer_program_are_passed_over() -> None:
    assert unpacked("term", {"name": "ai", "heat": 3}) == a_theme("ai")
