"""Headings of digests and of their sections."""

import pytest
from hypothesis import given

from curator.codec.headings import (
    FROM,
    KEY,
    PAGE,
    PLAIN,
    WRAPPED,
    escaped,
    heading_of,
    read_title,
    title_words,
    unescaped,
    with_words,
)
from tests.codec.texts import hostile_line


@pytest.mark.parametrize(
    ("line", "section", "level"),
    [
        ("## Summary", "Summary", 2),
        ("# Keywords\r\n", "Keywords", 1),
        ("   ###### themes: ######  \n", "Themes", 6),
        ("## **Behaviours**", "Behaviors", 2),
        ("##\tOther", "Other", 2),
        ("# Seeds", "", 1),
        ("# C#", "", 1),
        ("#", "", 1),
    ],
)
def test_headings_begin_sections_at_any_level(line, section, level) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert (heading.section, heading.level) == (section, level)
    assert heading.lead + heading.words + heading.closing == line.rstrip("\r\n")


@pytest.mark.parametrize(
    "line", ["#Summary", "####### Summary", "    # Summary", "Summary", "\\# S"]
)
def test_other_lines_are_no_headings(line) -> None:
    assert heading_of(line) is None


@pytest.mark.parametrize(
    ("words", "form", "title", "origin", "url"),
    [
        ("__T, t__, from ([20240818](u).)", FROM, "T, t", "20240818", "u"),
        ("__T__, (from page [2025d](a_(b)).)", PAGE, "T", "2025d", "a_(b)"),
        ("0f3c5a8e9b7d4c6fa1e2d3b4c5f60718 from ([x](u).)", KEY, "", "x", "u"),
        ("Mine from ([x](u).)", KEY, "Mine", "x", "u"),
        ("__T__", WRAPPED, "T", "", ""),
        ("T", PLAIN, "T", "", ""),
        ("____", PLAIN, "____", "", ""),
        ("Ends oddly ).)", PLAIN, "Ends oddly ).)", "", ""),
        ("__T__, from ([x).)", PLAIN, "__T__, from ([x).)", "", ""),
    ],
)
def test_each_form_of_heading_is_read(words, form, title, origin, url) -> None:
    found = read_title(words)
    assert (found.form, *found.values) == (form, title, origin, url)


def test_a_heading_that_is_the_key_is_no_title() -> None:
    assert read_title("my-key from ([x](u).)", "my-key").title == ""


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("__T__, from ([x](u).)", ("N", "x", "u"), "__N__, from ([x](u).)"),
        ("__T__, (from page [x](u).)", ("", "y", "v"), "____, (from page [y](v).)"),
        ("k from ([x](u).)", ("N", "x", "u"), "__N__, from ([x](u).)"),
        ("Mine from ([x](u).)", ("Yours", "x", "u"), "Yours from ([x](u).)"),
        ("T", ("N", "", ""), "N"),
        ("T", ("__N__", "", ""), "____N____"),
        ("T", ("Signals", "", ""), "__Signals__"),
        ("T", ("N", "x", ""), "__N__, from ([x]().)"),
        ("__T__", ("N", "", ""), "__N__"),
        ("__T__, from ([x](u).)", ("a\nb", "](", "u"), "__a b__, from ([]\\(](u).)"),
    ],
)
def test_titles_are_written_in_the_form_they_had_if_it_can_say_them(before, values, after) -> None:
    assert title_words(read_title(before, "k"), values, "k") == after


@given(hostile_line, hostile_line)
def test_hostile_titles_read_back(title, origin) -> None:
    found = read_title("__T__, from ([x](u).)")
    words = title_words(found, (title, origin, "https://x.y"))
    if "([" not in origin:
        assert read_title(words).values == (title, origin, "https://x.y")


@given(hostile_line)
def test_text_for_brackets_can_be_undone(text) -> None:
    assert "](" not in escaped(text)
    assert unescaped(escaped(text)) == text


def test_words_change_and_all_else_of_the_line_stays() -> None:
    assert with_words("  ##  Old ##  \r\n", "New") == "  ##  New ##  \r\n"
    assert with_words("#\n", "New") == "# New\n"
    assert with_words("\n", "New") == "# New\n"
