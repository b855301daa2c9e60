"""Each value that a question can name is a condition of its own."""

import pytest
from sqlalchemy import select

from curator.domain.conflict import Conflict
from curator.domain.query_fields import CHOICES as FIELDS
from curator.library import tables
from curator.library.library import Library
from curator.library.query_choices import CHOICES
from tests.builders import a_digest, a_link, a_signal, a_whole
from tests.library.deeds import arriving, putting, setting, whole_of

CASES = {
    ("review", "done"): {1},
    ("kind", "concern"): {1},
    ("relation", "supports"): {1},
    ("relation", "none"): {2, 4},
    ("has", "conflict"): {2},
    ("has", "date"): {1, 2, 4},
    ("has", "findings"): {1},
    ("has", "keywords"): {1, 2, 4},
    ("has", "links"): {1, 2, 4},
    ("has", "signals"): {1, 2, 4},
    ("has", "source"): {1, 2, 4},
    ("has", "summary"): {1, 2, 4},
    ("has", "tags"): {2},
    ("has", "themes"): {1, 2, 4},
    ("links", "dangling"): {2, 4},
    ("links", "judged"): {1, 2},
    ("links", "unjudged"): {4},
    ("is", "trashed"): {4},
}


@pytest.fixture
def four(library: Library) -> Library:
    bare = {"themes": (), "keywords": (), "signals": (), "closest": ()}
    empty = a_digest("three", origin="", source_url="", summary="")
    library.write(
        arriving(
            a_whole(
                "one",
                digest=a_digest("one", review="done"),
                signals=(a_signal(kind="concern"),),
                closest=(a_link("two", relation="supports"),),
            ),
            a_whole("two", closest=(a_link("four", tags=("heat",)),)),
            a_whole("three", digest=empty, **bare),
            a_whole("four", closest=(a_link("gone"), a_link(""))),
        )
    )
    library.write(setting(whole_of(library, 4).digest, trashed="2026"))
    library.write(putting(Conflict(digest_id=2, path="two.md")))
    return library


@pytest.mark.parametrize(("field", "value"), CASES)
def test_a_value_finds_its_digests(four: Library, field: str, value: str) -> None:
    statement = select(tables.digest.c.id).where(CHOICES[field](value))
    with four.reading() as connection:
        assert set(connection.scalars(statement)) == CASES[field, value]


def test_each_field_that_a_question_can_name_has_a_meaning() -> None:
    assert CHOICES.keys() == {field.name for field in FIELDS}
    assert all(CHOICES[field.name](value) is not None for field in FIELDS for value in field.values)
