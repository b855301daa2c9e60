"""Lists of bullets and of numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.codec.blocks import Block
from curator.codec.links import is_entry
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


def test_numbered_lists_are_read_as_rows_too() -> None:
    items = read_items(_block("## Themes\n1. A\n2) B\n10. C\n1.5 volts\n"))
    assert [(item.bullet, item.words) for item in items] == [
        ("1. ", "A"), ("2) ", "B"), ("10. ", "C"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "below",
    [
        ["  * sub\n", "    * subsub\n"],
        ["\t* by a tab\n"],
        ["   1. sub\n", "\n", "  after a blank line\n", "\t- sub\n"],
    ],
)
def test_nested_bullets_belong_to_the_row_above(below) -> None:
    items = read_items(_block("## T\n* a\n{}\n\n* b\n".format("".join(below))))
    assert [item.words for item in items] == ["a", "b"]
    assert items[0].lines == ("* a\n", *below)


def test_indented_bullets_below_other_text_are_rows() -> None:
    items = read_items(_block("## T\n* a\ntext\n  * b\n   * c\n"))
    assert [item.words for item in items] == ["a", "b", "c"]


def test_links_below_a_bullet_that_is_no_row_are_rows() -> None:
    block = _block("## Closest\n* Ports\n  * [T](k)\n")
    assert [item.words for item in read_items(block, is_entry)] == ["[T](k)"]


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
        ("## T\n1. a\n2. b", "abc", "## T\n1. a\n2. b\n3. c\n"),
        ("## T\n3) a\n4) b\n", "xa", "## T\n3) x\n4) a\n"),
        ("## T\n1. a\n2. b\n3. c\n", "bc", "## T\n1. b\n2. c\n"),
        ("## T\n1. a\n1. b\n", "bxa", "## T\n1. b\n1. x\n1. a\n"),
        ("## T\n* a\n  - sub\n\n    more\n* b\n", "ba", "## T\n* b\n* a\n  - sub\n\n    more\n"),
        ("## T\n* a\n\t- sub\n* b\n", "b", "## T\n* b\n"),
        ("## T\n* a\ntext\n  * b\n", "axb", "## T\n* a\ntext\n* x\n* b\n"),
        ("## T\n* a\nfirst\n* b\nsecond\n* c\n", "c", "## T\nfirst\nsecond\n* c\n"),
        ("## T\n* a\nfirst\n* b\nsecond\n* c\n", "ac", "## T\n* a\nfirst\nsecond\n* c\n"),
    ],
)
def test_lists_are_written_with_what_they_had(before, names, after) -> None:
    assert _rewritten(before, names) == after


def test_a_moved_last_item_without_an_end_gets_one() -> None:
    assert _rewritten("## T\n* a\n* b", "ba") == "## T\n* b\n* a\n"


listed_lines = st.sampled_from(
    [
        "* a\n", "  * b\n", "    * c\n", "1. d\n", "2. e\n", "   3. f\n", "\t- g\n", " - h\n",
        "* \n", "- no\n", "  - no\n", "9. k\n", "text\n", " text\n", "   text\n", "\n", "  \n",
    ]
)  # fmt: skip


@given(st.lists(listed_lines, max_size=10), st.lists(st.sampled_from("abcdefghkxyz"), max_size=6))
def test_any_list_reads_back_as_it_was_written(lines, names) -> None:
    def accepts(words):
        return words != "no"

    block = Block("Themes", 1, ("## Themes\n", *lines))
    items = read_items(block, accepts)
    rows = [Row(name, name) for name in names]
    written = rewritten_list(block, items, [item.words for item in items], rows, "\n")
    again = read_items(_block("".join(written)), accepts)
    assert [item.words for item in again] == names
