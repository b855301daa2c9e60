"""`curator search`."""

import pytest

from tests.cli.conftest import Curator
from tests.digests import KEY_A, KEY_B


def test_hits_say_where_the_words_stand(stocked: Curator) -> None:
    hits = stocked("search", "smoke", "--json").json
    assert isinstance(hits, list)
    assert list(hits[0]) == ["key", "title", "field", "snippet"]
    assert hits[0]["key"] == KEY_A
    assert "horizon" in stocked("search", "smo").out


def test_the_limit_is_kept(stocked: Curator) -> None:
    assert len(stocked("search", "ferries", "--limit", 1).out.splitlines()) == 2
    keys = {line.split()[0] for line in stocked("search", "ferries").out.splitlines()[::2]}
    assert keys == {KEY_A, KEY_B}


ODD = [
    '"',
    "(",
    "AND",
    "*",
    "title:",
    "",
    "a\0b",
    "NEAR(",
    "-x",
    "%",
    "x" * 100_000,
    "a b " * 9_000,
]


@pytest.mark.fault("F38")
@pytest.mark.parametrize("query", ODD, ids=lambda query: ascii(query[:12]))
def test_any_string_is_a_legal_search(stocked: Curator, query: str) -> None:
    assert stocked("search", "--json", "--", query).code == 0


def test_the_language_of_the_search_box_is_understood(stocked: Curator) -> None:
    hits = stocked("search", "(ferries or smoke) has:links -kind:issue", "--json").json
    assert isinstance(hits, list)
    assert [hit["key"] for hit in hits] == [KEY_A]
    assert stocked("search", f"key:{KEY_B}").out.startswith(f"{KEY_B}  ")


def test_mistakes_are_told_and_the_rest_is_found(stocked: Curator) -> None:
    said = stocked("search", "smoke reviw:todo (", "--json")
    assert isinstance(said.json, list)
    assert [hit["key"] for hit in said.json] == [KEY_A]
    assert said.err.splitlines() == [
        "curator: There is no field “reviw:”. Did you mean “review:”?",
        "curator: This bracket is never closed.",
    ]
    assert said.code == 0
