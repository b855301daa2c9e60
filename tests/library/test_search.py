"""Any string is a legal question, and the best answers come first."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.library.library import Library
from curator.library.listing import RANKED
from curator.library.search import search
from curator.library.snapshot import snapshot
from tests.builders import a_digest, a_link, a_signal, a_theme, a_whole
from tests.library.deeds import arriving, setting, whole_of


@pytest.fixture
def filled(library: Library) -> Library:
    library.write(
        arriving(
            a_whole("one", digest=a_digest("one", title="Cheap [solar] roofs")),
            a_whole("two", signals=(a_signal("Kites", change="solar to wind"),)),
            a_whole("three", closest=(a_link("x", tags=("ai policy", 'a "quote"')),)),
            a_whole("four", digest=a_digest("four", title="", summary="Größe zählt")),
            a_whole("five", themes=(a_theme("solar"),)),
        )
    )
    library.write(setting(whole_of(library, 5).digest, trashed="2026"))
    return library


def found(library: Library, text: str, limit: int = 50) -> list[tuple[str, str, str]]:
    with snapshot(library) as now:
        return [(hit.key, hit.field, hit.snippet) for hit in search(now, text, limit)]


def test_the_title_counts_more_and_the_trash_is_left_out(filled: Library) -> None:
    assert found(filled, "solar") == [
        ("one", "title", "Cheap [[solar]] roofs"),
        ("two", "change", "[solar] to wind"),
    ]
    assert len(found(filled, "solar", limit=1)) == 1


def test_all_words_have_to_be_there_and_the_last_may_go_on(filled: Library) -> None:
    assert [key for key, _, _ in found(filled, "cheap roo")] == ["one"]
    assert found(filled, "roo cheap") == []
    assert [key for key, _, _ in found(filled, "solar roofs c")] == ["one"]


def test_accents_and_capitals_do_not_matter(filled: Library) -> None:
    assert found(filled, "GROSSE") == []
    assert found(filled, "größe zahlt") == [("four", "summary", "[Größe] [zählt]")]


def test_tags_are_found(filled: Library) -> None:
    assert [hit[:2] for hit in found(filled, "policy")] == [("three", "tags")]
    assert [hit[:2] for hit in found(filled, '"quote"')] == [("three", "tags")]


def test_a_digest_without_a_title_goes_by_its_key(filled: Library) -> None:
    with snapshot(filled) as now:
        assert [hit.title for hit in search(now, "zählt")] == ["four"]


@pytest.mark.parametrize("text", ["", "  ", "-", "…", '"', "\x00"])
def test_a_question_without_words_finds_nothing(filled: Library, text: str) -> None:
    assert found(filled, text) == []


def test_words_anywhere_in_the_question_are_marked_but_not_those_to_be_left_out(
    filled: Library,
) -> None:
    assert found(filled, "solar -roofs") == [("two", "change", "[solar] to wind")]
    assert [key for key, _, _ in found(filled, "solar or zählt")] == ["four", "one", "two"]
    assert found(filled, "theme:solar is:trashed") == [("five", "themes", "[solar]")]
    assert found(filled, "key:four") == [("four", "title", "four")]
    assert ("four", "summary", "Größe [zählt]") in found(filled, "zählt or key:one")
    assert [hit[:2] for hit in found(filled, "solar review:todo")] == [
        ("one", "title"),
        ("two", "change"),
    ]
    assert found(filled, "solar (key:two or key:x)") == [("two", "change", "[solar] to wind")]
    assert {hit[:2] for hit in found(filled, "key:one or key:two")} == {
        ("one", "title"),
        ("two", "title"),
    }


def test_values_of_a_list_stand_apart_in_a_snippet(library: Library) -> None:
    library.write(arriving(a_whole("one", themes=(a_theme("land"), a_theme("robots")))))
    assert found(library, "theme:robots") == [("one", "themes", "land\n[robots]")]


def test_more_than_a_person_looks_through_stays_newest_first(library: Library) -> None:
    old = [a_whole(f"k{n}", digest=a_digest(f"k{n}", origin="20240101")) for n in range(RANKED)]
    best = a_whole("best", digest=a_digest("best", origin="20230101", title="Drones, drones"))
    library.write(arriving(*old, best))
    assert found(library, "drones", 1)[0][0] == "k0"
    library.write(setting(whole_of(library, 1).digest, trashed="2026"))
    assert found(library, "drones", 1)[0][0] == "best"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(text=st.text(st.characters()) | st.text('"*^-:(){}+ANDORNEAT \x00\ud800', max_size=20))
@pytest.mark.fault("F38")
def test_any_string_is_legal(filled: Library, text: str) -> None:
    assert isinstance(found(filled, text), list)
    assert isinstance(found(filled, f"solar {text}"), list)
