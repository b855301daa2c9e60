"""Marks that nobody sees are told with their line and field, and the text stays as it is."""

import pytest

from curator.codec.hidden_marks import hidden_in
from curator.codec.parsing import parse
from curator.codec.reader import read
from curator.codec.writer import write
from curator.domain.field_path import parse_field

TEXT = """\
# __A title__, from ([20240818](https://x.y/p).)

## Summary

Some words.

## Keywords

* drones

## Themes

* war
* peace

## Signals

| Signal | Change | Mood |
|:-------|:-------|:-----|
| a      | b      | c    |
| d      | e      | f    |

## Concerns

| name | description |
|:-----|:------------|
| g    | h           |

## Closest

* [Other](other)
"""


@pytest.mark.fault("F34")
@pytest.mark.fault("F36")
@pytest.mark.parametrize(
    ("old", "new", "line", "names", "field"),
    [
        ("A title", "A \u202eeltit", 1, "‹RLO›", "title"),
        ("Some words", "Some \x1b[2Jwords", 3, "‹ESC›", "summary"),
        ("* drones", "* dro\u200bnes", 9, "‹ZWSP›", "keywords.0"),
        ("* peace", "* pe\x00ace\u2060", 14, "‹NUL›, ‹WJ›", "themes.1"),
        ("| e ", "| \u2066e\u2069 ", 21, "‹LRI›, ‹PDI›", "signals.1.change"),
        ("| f ", "| \ufefff ", 21, "‹BOM›", ""),
        ("| h ", "| \u200fh ", 27, "‹RLM›", "signals.2.description"),
        ("[Other]", "[Ot\u061cher]", 31, "‹ALM›", "closest.0.title"),
    ],
)
def test_each_mark_is_told_where_it_stands(old, new, line, names, field) -> None:
    text = TEXT.replace(old, new)
    (found,) = [f for f in read(text).findings if "nobody sees" in f.message]
    assert (found.line, found.field) == (line, field)
    assert found.message == f"The text holds marks that nobody sees: {names}."
    assert write(text, read(text).whole) == text
    if field:
        parse_field(field)


@pytest.mark.parametrize(
    "text", [TEXT, "\ufeff" + TEXT, TEXT.replace("words", "👨‍👩‍👧 می‌خواهم"), ""]
)
def test_what_is_seen_or_belongs_to_the_file_is_not_told(text) -> None:
    assert list(hidden_in(parse(text))) == []


def test_marks_outside_of_fields_are_not_told() -> None:
    text = "\u200b\n\n" + TEXT.partition("\n")[2]
    assert list(hidden_in(parse(text))) == []
    assert list(hidden_in(parse("a\u202e\n## Themes\n"))) == []
