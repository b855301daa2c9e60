"""Parts that the front matter carries."""

import json

import pytest

from curator.codec.carried import carried_fields, with_carried
from curator.codec.content import curated_content
from curator.domain.digest import Digest
from curator.domain.whole import WholeDigest
from tests.builders import a_digest, a_link, a_signal, a_whole

FULL = a_whole(
    signals=(a_signal(extra=(("src", "x"),)),),
    closest=(a_link(relation="supports", tags=("a",)), a_link()),
)


def test_a_whole_digest_can_be_carried() -> None:
    bare = WholeDigest(digest=Digest(key=FULL.digest.key, file_name=FULL.digest.file_name))
    fields = json.loads(json.dumps(carried_fields(bare, FULL)))
    assert curated_content(with_carried(bare, fields)) == curated_content(FULL)


def test_nothing_is_carried_that_the_text_says() -> None:
    assert carried_fields(FULL, FULL) == {}
    assert with_carried(FULL, {}) == FULL


@pytest.mark.parametrize(
    "fields",
    [
        {"title": 4, "keywords": "x", "themes": None, "signals": {}, "closest": 1},
        {"unknown": "x"},
    ],
)
def test_values_of_the_wrong_shape_are_passed_over(fields) -> None:
    assert with_carried(FULL, fields) == FULL


def test_rows_of_the_wrong_shape_lose_only_what_is_wrong() -> None:
    fields = {
        "signals": [
            "x",
            {"kind": "rumour"},
            {"kind": "signal", "name": 4, "extra": [1, ["a", "b"]]},
        ],
        "closest": [
            4,
            {"title": "T", "relation": "enemy", "tags": "x"},
            {"key": "k", "tags": ["a", 1]},
        ],
        "themes": ["a", 1],
    }
    whole = with_carried(WholeDigest(digest=a_digest()), fields)
    assert [(row.name, row.extra) for row in whole.signals] == [("", (("a", "b"),))]
    assert [(link.title, link.relation, link.tags) for link in whole.closest] == [
        ("T", "", ()),
        ("", "", ("a",)),
    ]
    assert [term.name for term in whole.themes] == ["a"]
