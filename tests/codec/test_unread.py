"""What stands in the sections and is not read is said."""

import pytest

from curator.codec.parsing import parse
from curator.codec.unread import underlined, unread

TABLE = "| Signal |\n|:--|\n| a |\n"


def _said(text):
    return [(finding.line, finding.message) for finding in unread(parse(text))]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "## Themes\n\nwar\npeace\n\n---\n* trade\n",
            3,
            "2 lines of the section Themes are not read as rows.",
        ),
        (
            "## Keywords\n* drones\n\t* fast\n\nAnd more.\n",
            5,
            "One line of the section Keywords is not read as a row.",
        ),
        (
            "## Keywords\n\n\t* fast\n",
            3,
            "One line of the section Keywords is not read as a row.",
        ),
        (
            "## Keywords\n* drones\n  over harbours\n",
            3,
            "One line of the section Keywords is not read as a row.",
        ),
        (
            "## Closest\n* no link\n* [T](k)\n",
            2,
            "One line of the section Closest is not read as a row.",
        ),
        (
            "## Keywords\n## Other\n* Category: news\n* Mood: dark\n",
            4,
            "One line of the section Other is not read as a row.",
        ),
        (
            f"## Signals\n\nBefore.\n\n{TABLE}\nAfter.\n",
            3,
            "2 lines of the section Signals are not read as rows.",
        ),
        (
            "## Signals\n* a signal without a table\n",
            2,
            "One line of the section Signals is not read as a row.",
        ),
        (
            "## Themes\n```\n* war\n```\n",
            2,
            "3 lines of the section Themes are not read as rows.",
        ),
    ],
)
def test_other_text_of_a_section_gives_one_finding_at_its_first_line(text, line, message) -> None:
    assert (line, message) in _said(text)
    assert sum("not read" in said for _, said in _said(text)) == 1


def test_nested_bullets_are_told_as_part_of_the_row_above() -> None:
    assert _said("## Keywords\n* a\n  * sub\n    * subsub\n* b\n") == [
        (3, "2 bullets of the section Keywords are nested; they belong to the rows above them.")
    ]
    assert _said("## Themes\n1. a\n\n   - sub\n") == [
        (4, "One bullet of the section Themes is nested; it belongs to the row above it.")
    ]


def test_further_tables_of_a_section_are_told_once() -> None:
    assert _said(f"## Signals\n\n{TABLE}\n{TABLE}\n{TABLE}") == [
        (7, "The section Signals has 3 tables; only the first is read.")
    ]


def test_sections_that_are_read_wholly_give_nothing() -> None:
    rows = "* a\n\n1. b\n\n* * *\n\n***\n"
    text = f"## Keywords\n{rows}## Signals\n\n{TABLE}\n- - -\n\n## Closest\n\n* [T](k)\n"
    assert [line for line, _ in _said(text)] == []


def test_underlined_headings_are_told_where_they_would_begin_a_section() -> None:
    text = (
        "# T\n\n## Keywords\n* a\n\nThemes\n-------\n* b\n\nNobody\n----\n```\nIssues\n---\n```\n"
    )
    parsed = parse(text)
    assert list(underlined(parsed)) == [(6, "Themes"), (10, "Nobody")]
    assert (
        6,
        "The heading “Themes” is underlined; only headings that begin with # are read.",
    ) in _said(text)
    assert not any("Nobody" in message for _, message in _said(text))


@pytest.mark.parametrize(
    "text",
    [
        "# T\n---\n",
        "\n===\n",
        "---\na: b\n---\n\nx",
        "| a |\n|---|\n",
        "    x\n---\n",
        "* a\n---\n",
    ],
)
def test_other_rules_underline_nothing(text) -> None:
    assert list(underlined(parse(text))) == []
