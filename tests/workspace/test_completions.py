"""Values of the library that a search could go on with."""

import pytest

from curator.domain.query_completion import typed_at
from curator.library.write import Write
from curator.workspace.completions import MOST, values
from curator.workspace.workspace import Workspace
from tests.builders import a_digest, a_keyword, a_theme, a_whole


def arrive(write: Write) -> str:
    write.arrive_many(
        (
            a_whole(
                f"k{number}",
                digest=a_digest(f"k{number}", origin=f"20240{number % 9 + 1}18", category="policy"),
                themes=(a_theme("Énergie"), a_theme("AI policy"))[: 1 + number % 2],
                keywords=tuple(a_keyword(f"word {number} {n}") for n in range(3)),
            ),
            "",
        )
        for number in range(30)
    )
    return "Import"


@pytest.fixture
def full(workspace: Workspace) -> Workspace:
    workspace.do(arrive)
    return workspace


def offered(workspace: Workspace, text: str) -> list[tuple[str, str, str]]:
    typing = typed_at(text, len(text))
    assert typing is not None
    return [(o.words, o.detail, o.written) for o in values(workspace, typing)]


def test_the_most_used_come_first(full: Workspace) -> None:
    assert offered(full, "theme:") == [
        ("Énergie", "30", "Énergie"),
        ("AI policy", "15", '"AI policy"'),
    ]
    assert offered(full, "category:pol") == [("policy", "30", "policy")]
    assert offered(full, "layout:") == [("A", "30", "A")]
    assert offered(full, "type:") == []


def test_case_and_accents_do_not_matter(full: Workspace) -> None:
    assert [words for words, *_ in offered(full, "theme:ENER")] == ["Énergie"]
    assert [words for words, *_ in offered(full, 'theme:="pol')] == ["AI policy"]


def test_months_are_offered_newest_first(full: Workspace) -> None:
    months = [words for words, *_ in offered(full, "date:2024-05..")]
    assert months[:2] == ["2024-09", "2024-08"]
    assert [words for words, *_ in offered(full, "date:2024-0")] == months


def test_no_more_are_offered_than_can_be_looked_through(full: Workspace) -> None:
    assert len(offered(full, "keyword:word")) == MOST
    assert offered(full, "keyword:nothing") == []


def test_nothing_is_offered_for_fields_of_free_text(full: Workspace) -> None:
    assert offered(full, "title:about") == []
