"""Find and replace in one text, and what keeps it from running for ever."""

import pytest

from curator.domain.errors import InvalidRecord
from curator.workspace import replacing
from curator.workspace.replacing import Replacement, Replacer


@pytest.mark.parametrize(
    ("replacement", "text", "expected"),
    [
        (Replacement("teh", "the"), "Teh end of teh tehran", "the end of the theran"),
        (Replacement("teh", "the", case=True), "Teh end of teh", "Teh end of the"),
        (Replacement("teh", "the", word=True), "teh tehran, teh.", "the tehran, the."),
        (Replacement("C++", "Rust", word=True), "C++ and C", "Rust and C"),
        (Replacement("a.b", r"\1 $1"), "a.b axb", r"\1 $1 axb"),
        (Replacement("ÉTÉ", "summer"), "l’été", "l’summer"),
        (Replacement("price"), "low price", "low "),
        (Replacement(r"(\w+), (\w+)", r"\2 \1", regex=True), "Lovelace, Ada", "Ada Lovelace"),
        (Replacement(r"(?P<n>\d+) kW", r"\g<n> MW", regex=True), "5 kW", "5 MW"),
        (Replacement("colou?r", "hue", word=True, regex=True), "color colours", "hue colours"),
        (Replacement("a|b", "c", word=True, regex=True), "a ab b", "c ab c"),
    ],
)
def test_what_is_found_is_replaced(replacement: Replacement, text: str, expected: str) -> None:
    assert Replacer(replacement)(text) == expected


@pytest.mark.parametrize("word", [False, True])
@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(a+", "missing ), at character 4"),
        ("a)b", "unbalanced parenthesis, at character 2"),
        ("[z-a]", "bad character range, at character 5"),
        ("(" * 5000 + ")" * 5000, "nested too deeply"),
    ],
)
def test_a_pattern_that_can_not_be_read_is_told_with_its_place(
    pattern: str, words: str, word: bool
) -> None:
    with pytest.raises(InvalidRecord) as error:
        Replacer(Replacement(pattern, regex=True, word=word))
    assert "The pattern can’t be read: " in error.value.message
    assert words in error.value.message


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (r"\2", "invalid group reference"),
        (r"\g<name>", "names a group that the pattern does not have"),
        ("\\", "bad escape (end of pattern), at character"),
    ],
)
def test_a_replacement_that_can_not_be_read_is_told(by: str, words: str) -> None:
    replacer = Replacer(Replacement("(a)", by, regex=True))
    with pytest.raises(InvalidRecord) as error:
        replacer("a")
    assert "The replacement can’t be read: " in error.value.message
    assert words in error.value.message


@pytest.mark.fault("F37")
def test_a_pattern_that_takes_too_long_for_one_text_is_given_up() -> None:
    replacer = Replacer(Replacement("(a|aa)+$", "x", regex=True))
    with pytest.raises(InvalidRecord, match="takes too long for “aaa"):
        replacer("a" * 60 + "b")


@pytest.mark.parametrize("seconds", [0.0, 0.01])
def test_a_pattern_that_takes_too_long_for_all_texts_is_given_up(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(replacing, "TOTAL_LIMIT", seconds)
    replacer = Replacer(Replacement("(a|aa)+$", "x", regex=True))
    with pytest.raises(InvalidRecord, match="so many texts"):
        replacer("a" * 60 + "b")


def test_plain_words_may_take_as_long_as_they_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacing, "TOTAL_LIMIT", 0.0)
    assert Replacer(Replacement("a", "b"))("a" * 1000) == "b" * 1000
