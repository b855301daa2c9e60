"""Category and type."""

import pytest

from curator.codec.blocks import Block
from curator.codec.properties import is_property, read_properties, rewritten_properties

OTHER = Block(
    "Other", 1, ("## Other\n", "\n", "- category : tech\n", "- Mood: x\n", "- Type:news\n")
)


def test_properties_are_read_and_other_items_passed_over() -> None:
    assert read_properties(OTHER) == {"category": "tech", "type": "news"}
    assert not is_property("type")


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        (("art", "news"), ["- category : art\n", "- Mood: x\n", "- Type:news\n"]),
        (("tech", ""), ["- category : tech\n", "- Mood: x\n", "- Type:\n"]),
    ],
)
def test_only_the_changed_line_is_written(values, lines) -> None:
    written = rewritten_properties(
        OTHER, dict(zip(["category", "type"], values, strict=True)), "\n"
    )
    assert written == ["## Other\n", "\n", *lines]


def test_missing_properties_are_added() -> None:
    block = Block("Other", 1, ("## Other\n", "* Type: news\n", "* Type: again\n"))
    written = rewritten_properties(block, {"category": "art", "type": "report"}, "\n")
    assert written[1:] == ["* Type: report\n", "* Type: again\n", "* Category: art\n"]
    assert rewritten_properties(block, {"category": "", "type": "news"}, "\n") == list(block.lines)
