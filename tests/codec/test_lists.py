"""Bullet lists."""

import pytest

from curator.codec.blocks import Block
from curator.codec.lists import Row, read_items, rewritten_list


def _block(text):
    return Block("Themes", 1, tuple(text.splitlines(keepends=True)))


def _rewritten(text, names):
    block = _block(text)
    items = read_items(block)
    rows = [Row(name, name) for name in names]
    return "".join(rewritten_list(block, items, [item.words for item in items], rows, "\n"))


def test_items_have_any_bullet_and_may_be_empty() -> None:
    items = read_items(_block("## Themes\n* A\n*  \n-\n + b \n**bold**\n    * code\n"))
    assert [(item.bullet, item.words) for item in items] == [
        ("* ", "A"), ("* ", ""), ("- ", ""), (" + ", "b"),
    ]  # fmt: skip


def test_a_list_in_a_code_fence_is_none() -> None:
    block = Block("Themes", 1, ("## Themes\n", "```\n", "* a\n", "```\n"), frozenset({1, 2, 3}))
    assert read_items(block) == []


LOOSE = "## Themes\n\n* a\n\n* b\n\n* c\n\nAfter.\n"


@pytest.mark.parametrize(
    ("before", "names", "after"),
    [
        ("## Themes\n\n* a\n* b", "ab", "## Themes\n\n* a\n* b\n"),
        ("## Themes\n\n- a\n- b", "xb", "## Themes\n\n- x\n- b\n"),
        ("## Themes\n\n* a\n  more\n* b\n", "xb", "## Themes\n\n* x\n  more\n* b\n"),
        ("## Themes\n* a\n* b\n* c\n", "cba", "## Themes\n* c\n* b\n* a\n"),
        ("## Themes\n* a\n* b\n* c\n", "ac", "## Themes\n* a\n* c\n"),
        ("## Themes\n* a\n* a\n", "aaa", "## Themes\n* a\n* a\n* a\n"),
        ("## Themes\n\n## Next\n", "a", "## Themes\n\n## Next\n\n* a\n\n"),
        (LOOSE, "abcd", "## Themes\n\n* a\n\n* b\n\n* c\n\n* d\n\nAfter.\n"),
        (LOOSE, "cx", "## Themes\n\n* c\n\n* x\n\nAfter.\n"),
        (LOOSE, "", "## Themes\n\n\nAfter.\n"),
        ("## T\n* a\nfirst\n* b\nsecond\n* c\n", "c", "## T\nfirst\nsecond\n* c\n"),
        ("## T\n* a\nfirst\n* b\nsecond\n* c\n", "ac", "## T\n* a\nfirst\nsecond\n* c\n"),
    ],
)
def test_lists_are_written_with_what_they_had(before, names, after) -> None:
    assert _rewritten(before, names) == after


def test_a_moved_last_item_without_an_end_gets_one() -> None:
    assert _rewritten("## T\n* a\n* b", "ba") == "## T\n* b\n* a\n"
