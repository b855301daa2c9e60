"""What the reader notices."""

from datetime import date

import pytest

from curator.codec.findings import findings_of, refusal_of
from curator.codec.limits import limited
from curator.codec.parsing import parse
from curator.domain.field_path import parse_field

TODAY = date(2026, 1, 1)
COMPLETE = """\
# __T__, from ([20240818](https://x.y/p).)

__[External link](https://x.y/2024/07/a)__

## Summary

Words.

## Keywords

* drones

## Themes

* war

## Signals

| Signal | Change |
|:-------|:-------|
| a      | b      |

## Closest

* [Other](other)"""


def _findings(text, key="self"):
    return limited(findings_of(parse(text, key), TODAY))[0]


def test_a_digest_without_fault_has_no_findings() -> None:
    assert _findings(COMPLETE) == ()
    assert refusal_of(parse(COMPLETE)) is None


@pytest.mark.parametrize(
    ("old", "new", "line", "words", "field"),
    [
        ("[20240818]", "[20290911]", 1, "lies in the future", "origin"),
        ("[20240818]", "[20040714]", 1, "older than the article", "origin"),
        ("[20240818]", "[20240231]", 1, "no day", "origin"),
        ("(other)", "(self)", 25, "itself", "closest.0.key"),
        ("(other)", "(other)\n* [Same](other)", 26, "same as that in line 25", "closest.1.key"),
        ("* drones", "* d", 11, "One of the keywords is", "keywords.0"),
        ("* war", "* war\n* w\n* x", 16, "2 of the themes are a single", "themes.1"),
        ("* war", "* w\n*\n*  ", 15, "One of the themes is a single character", "themes.0"),
        ("* war", "* w\n*\n*  ", 16, "2 of the themes are empty", "themes.1"),
        ("* war", "war", 15, "not read as a row", ""),
        ("* war", "* war\n\nSignals\n---", 17, "“Signals” is underlined", ""),
        ("| b      |", "| N/A |", 21, "N/A", "signals.0.change"),
        ("| b      |", "| b | N/A |", 21, "N/A", ""),
        ("| b      |", "| b | c |", 21, "3 cells where the table has 2", "signals.0.name"),
        ("| a      | b      |", "| a |", 21, "1 cell where", "signals.0.name"),
        ("## Themes", "## Topics", 1, "Themes is missing", ""),
        ("## Themes", "## Topics", 13, "“Topics” is unknown", ""),
        ("## Themes", "## Keywords\n\n## Themes", 13, "Keywords comes again", ""),
        ("# __T__", "__T__", 1, "no heading", "title"),
    ],
)
def test_each_fault_is_found_at_its_line_and_field(old, new, line, words, field) -> None:
    found = [
        finding for finding in _findings(COMPLETE.replace(old, new)) if words in finding.message
    ]
    assert [(finding.line, finding.field) for finding in found] == [(line, field)]
    if field:
        parse_field(field)


def test_a_row_of_unknown_columns_is_found_without_a_field() -> None:
    text = COMPLETE.replace("| Signal | Change |", "| src | seen |").replace("| b      |", "|")
    (finding,) = _findings(text)
    assert finding.field == ""


def test_curated_texts_tell_what_is_wrong_in_them() -> None:
    text = "---\ncurator: 1\nreview: nearly\n---\n" + COMPLETE + " [relation:: enemy]"
    messages = [finding.message for finding in _findings(text)]
    assert messages == ["“nearly” is no review state.", "“enemy” is no relation."]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Title\n=====\n\nSummary\n---\n\nKeywords\n---\n* a\n", 7, "its heading “Keywords” is"),
        ("Shopping\n========\n\nMilk.\n", 1, "none of the sections"),
        ("Words.\n\nShopping\n---\n\n# Milk\n", 3, "none of the sections"),
        ("- - -\n\n---\n\nWords.\n", 1, "no heading"),
    ],
)
def test_underlined_headings_are_refused_as_what_they_are(text, line, words) -> None:
    refusal = refusal_of(parse(text))
    assert refusal is not None
    assert refusal.line == line
    assert words in refusal.message


def test_headings_in_code_are_no_sections() -> None:
    text = COMPLETE.replace("Words.", "```\n## Summary\n```")
    assert _findings(text) == ()
    assert _findings("```\nx\n```\n\n" + COMPLETE) == ()


def test_the_corpus_shows_the_faults_that_were_seen(corpus) -> None:
    words = [
        "future",
        "itself",
        "same as",
        "of the keywords are",
        "of the themes are",
        "N/A",
        "older",
    ]
    messages = " ".join(
        finding.message
        for path in sorted((corpus / "digests").glob("*.md"))
        for finding in _findings(path.read_bytes().decode(), path.stem)
    )
    assert [word for word in words if word not in messages] == []
