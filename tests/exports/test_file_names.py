"""Names of exported files: kept where harmless, made safe where not, never twice."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.exports.file_names import safe_names


def test_names_that_digests_came_with_are_kept() -> None:
    names = ["6860a1a22c22dc8bdb8a95d66320925b.md", "notes of May.markdown", "Überblick.txt"]
    assert safe_names(names) == names


@pytest.mark.fault("F27")
def test_a_name_can_never_leave_the_folder() -> None:
    hostile = ["../../etc/passwd.md", "..", "/root/x.md", "a\\..\\b.md", "C:\\x.md"]
    for name in safe_names(hostile):
        assert "/" not in name
        assert "\\" not in name
        assert ":" not in name
        assert not name.startswith(".")


@pytest.mark.fault("F27")
def test_names_that_windows_reserves_are_marked() -> None:
    assert safe_names(["CON.md", "nul.txt", "com1.md"]) == ["_CON.md", "_nul.txt", "_com1.md"]


@pytest.mark.fault("F27")
def test_twins_in_case_or_accents_are_numbered_in_order() -> None:
    composed, decomposed = "é.md", unicodedata.normalize("NFD", "é.md")
    assert safe_names(["A.md", "a.md", "a.MD"]) == ["A.md", "a (2).md", "a (3).MD"]
    assert safe_names([composed, decomposed]) == [composed, "é (2).md"]


@pytest.mark.fault("F27")
def test_long_names_fit_255_bytes_and_keep_their_ending() -> None:
    first, second = safe_names(["ü" * 300 + ".md"] * 2)
    assert len(first.encode()) <= 255
    assert len(second.encode()) <= 255
    assert first.endswith(".md")
    assert second.endswith(" (2).md")


def test_a_name_of_nothing_gets_one() -> None:
    assert safe_names(["", ".md", " . "]) == ["digest.md", "digest (2).md", "digest (3).md"]


@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_names_become_plain_distinct_ones(wanted: list[str]) -> None:
    names = safe_names(wanted)
    folded = {unicodedata.normalize("NFC", name).casefold() for name in names}
    assert len(folded) == len(wanted)
    for name in names:
        assert 0 < len(name.encode()) <= 255
        assert not set(name) & set('<>:"/\\|?*\x00')
        assert not name.startswith((".", " "))
