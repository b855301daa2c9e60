"""The summary as text."""

import pytest
from hypothesis import given

from curator.codec.blocks import Block, outline
from curator.codec.paragraphs import read_text, rewritten_text
from tests.codec.texts import hostile_text

EMPTY = Block("Summary", 1, ("## Summary\n",))


@given(hostile_text)
def test_any_text_reads_back_and_stays_one_block(text) -> None:
    lines = rewritten_text(EMPTY, text, "\n")
    (block,) = outline(lines, 0)
    assert read_text(block) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# no heading", "\\# no heading"),
        ("\\## x", "\\\\## x"),
        ("a\n```\n# b\n```", "a\n```\n# b\n```"),
        ("a\n```\nopen", "a\n\\```\nopen"),
        ("#hashtag", "#hashtag"),
        ("C \\# and # D", "C \\# and # D"),
    ],
)
def test_lines_that_would_be_structure_are_disguised(text, written) -> None:
    assert "".join(rewritten_text(EMPTY, text, "\n")) == f"## Summary\n\n{written}\n\n"


def test_blank_lines_around_the_text_stay() -> None:
    block = Block("Summary", 1, ("## Summary\r\n", "\r\n", "old  \r\n", "\r\n", "\r\n"))
    assert read_text(block) == "old"
    assert rewritten_text(block, "new\nmore", "\r\n") == [
        "## Summary\r\n", "\r\n", "new\r\n", "more\r\n", "\r\n", "\r\n",
    ]  # fmt: skip
    assert rewritten_text(block, "", "\r\n") == ["## Summary\r\n", "\r\n", "\r\n", "\r\n"]
