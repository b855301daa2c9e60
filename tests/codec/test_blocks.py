"""Texts in blocks."""

import pytest

from curator.codec.blocks import (
    FRONT_MATTER,
    SOURCE,
    TEXT,
    TITLE,
    fenced,
    front_matter_size,
    outline,
    source_line_of,
)
from curator.codec.lines import split_lines
from tests.codec.texts import HANDWRITTEN


def test_a_text_written_by_hand_falls_into_its_blocks() -> None:
    lines = split_lines(HANDWRITTEN)
    blocks = outline(lines, front_matter_size(lines))
    assert [block.kind for block in blocks] == [
        FRONT_MATTER, TEXT, TITLE, TEXT, SOURCE, TEXT,
        "Summary", "Keywords", TEXT, "Signals", "Themes", "Closest", "Keywords",
    ]  # fmt: skip
    assert "".join("".join(block.lines) for block in blocks) == HANDWRITTEN
    for block in blocks:
        assert lines[block.start - 1] == block.lines[0]
    summary = next(block for block in blocks if block.kind == "Summary")
    assert [line for place, line in enumerate(summary.lines) if summary.is_code(place)] == [
        "```\n", "## Signals\n", "| not | a table |\n", "```\n",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "size"),
    [("---\na: b\n---\n", 3), ("---  \n...\nx", 2), ("---\nopen", 0), ("a\n---\n", 0), ("", 0)],
)
def test_front_matter_is_closed_and_comes_first(text, size) -> None:
    assert front_matter_size(split_lines(text)) == size


def test_fences_close_with_as_many_marks_or_never() -> None:
    assert fenced(["~~~~", "~~~", "x", "~~~~~ ", "after"]) == {0, 1, 2, 3}
    assert fenced(["a", "   ```py", "x"]) == {1, 2}
    assert fenced(["    ```", "``", "x"]) == frozenset()


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("__[External link](https://x.y/__a__)__\n", "https://x.y/__a__"),
        ("[external LINK](a_(b))", "a_(b)"),
        ("  **[External link]()**  ", ""),
        ("_[External link](x)_", "x"),
    ],
)
def test_the_link_to_the_article_is_read(line, url) -> None:
    link = source_line_of(line)
    assert link is not None
    assert link.url == url
    assert link.before + link.url + link.after == line


@pytest.mark.parametrize(
    "line", ["[Other](x)", "[External link](x) and more", "__", "[External link]("]
)
def test_other_lines_are_no_link_to_the_article(line) -> None:
    assert source_line_of(line) is None


def test_the_heading_in_a_generated_form_is_the_title() -> None:
    blocks = outline(["# Notes\n", "# __T__, from ([x](u).)\n", "## Keywords\n"], 0)
    assert [block.kind for block in blocks] == [TEXT, TITLE, "Keywords"]
