"""Digests are found by what they are called, however little of it is typed."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from curator.library.library import Library
from curator.library.titles import titles_like
from tests.builders import a_digest, a_whole
from tests.library.deeds import arriving, setting, whole_of

TITLES = {
    "b": "zebra",
    "a": "Äpfel 100%",
    "c": "",
    "d": "about zebras",
    "0f3c5a": "Clean Ferries, on Batteries",
    "1a2b": "“Ferries” and Trains",
    "2b3c": "Old ferries",
    "3c4d": "The unferried",
}


@pytest.fixture
def connection(library: Library) -> Iterator[Connection]:
    """A library with these digests, the one about zebras in the trash."""
    wholes = [
        a_whole(key, digest=a_digest(key, title=title, origin="20240818"))
        for key, title in TITLES.items()
    ]
    library.write(arriving(*wholes))
    library.write(setting(whole_of(library, 4).digest, trashed="2026"))
    with library.reading() as connection:
        yield connection


def found(connection: Connection, text: str, limit: int = 20) -> list[str]:
    """The keys of what is found."""
    return [card.key for card in titles_like(connection, text, limit)]


@pytest.mark.fault("F39")
def test_titles_are_found_by_any_part(connection: Connection) -> None:
    assert found(connection, "ÄPF") == ["a"]
    assert found(connection, "apf") == ["a"]
    assert found(connection, "0%") == ["a"]
    assert found(connection, "_") == []
    assert found(connection, "about") == []  # only in the trash
    assert found(connection, "zebra") == ["b"]
    assert found(connection, "nothing like it") == []


def test_beginnings_come_first_then_words_then_what_is_inside_of_them(
    connection: Connection,
) -> None:
    assert found(connection, "ferri") == ["1a2b", "2b3c", "0f3c5a", "3c4d"]
    assert found(connection, "erri") == ["0f3c5a", "2b3c", "3c4d", "1a2b"]
    assert found(connection, "ferri", 2) == ["1a2b", "2b3c"]
    assert found(connection, "batt ferr") == ["0f3c5a"]


def test_a_key_is_found_by_its_beginning(connection: Connection) -> None:
    assert found(connection, "0f3c") == ["0f3c5a"]
    assert found(connection, "c") == ["c", "0f3c5a"]


def test_nothing_typed_finds_the_newest(connection: Connection) -> None:
    assert found(connection, " ", 3) == ["c", "0f3c5a", "2b3c"]


@given(st.text(max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_legal_question(connection: Connection, text: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    everybody = {key for key in TITLES if key != "d"}
    assert set(found(connection, text)) <= everybody
