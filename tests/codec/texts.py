"""Texts for the tests of the codec: hostile, handwritten and generated ones."""

from dataclasses import replace

from hypothesis import strategies as st

from curator.codec.reader import read
from curator.domain.whole import WholeDigest
from tests.builders import a_keyword, a_link, a_signal, a_theme

HANDWRITTEN = """\
---
aliases: [drones]
---
Some words before the heading.

# Drones over Harbours

[External link](https://example.org/a_(b))

### Summary ###

First line.
Second line with | a pipe.

```
## Signals
| not | a table |
```

### Keywords
- drones
  and more of it
+ harbours

Text between the items.

- [ ] checked?

### My notes

Anything at all.

### Signals

Before the table.

Signal | Change | Mood
--- | :-: | ---
Cheap \\| small | up | good
Short
Long | down | bad | surplus | more

After the table.

### Themes

### Closest

* [About harbours](harbours.md) because of the port
* no link at all
* [Far (away)](far_(away)) [seen:: twice]

### Keywords

* again
"""

hostile_lines = st.sampled_from(
    [
        "# __T__, from ([20240818](https://x.y/p).)",
        "# __T__, (from page [20251301](u).)",
        "# 0f3c5a8e9b7d4c6fa1e2d3b4c5f60718 from ([x](y).)",
        "__[External link](https://x.y/a_(b))__",
        "## Summary",
        "## Keywords",
        "### Themes ###",
        "## Signals",
        "# Closest:",
        "## Behaviours",
        "## Other",
        "* Category: technology",
        "* Type: news",
        "* A",
        "*  ",
        "- item",
        "  goes on",
        "  * nested",
        "\t- by a tab",
        "1. first",
        " 2) second",
        "* [T](<k (1)>) and more",
        "* [Title](key)",
        "* [T](k) [relation:: supports] [tags:: a, b]",
        "| Signal | Change | src | src |",
        "| name | description | relevancy |",
        "|:---|---:|:-:|---|",
        "| a | b | | c |",
        "| a \\| b | N/A |",
        "| x <br> y | &lt;br> | 3 | 4 | 5 |",
        "|",
        "```",
        "~~~",
        "\\## escaped",
        "---",
        "===",
        "Themes",
        "...",
        "curator: 1",
        "key: mine",
        "review: done",
        "fields:",
        '  title: "x"',
        "  closest: []",
        "aliases: y",
        "",
        "   ",
        "\ufeff",
        "plain text\0",
    ]
)
line_ends = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])


@st.composite
def digest_like_texts(draw: st.DrawFn) -> str:
    """Markdown that has all the parts of a digest, in any order and disorder."""
    lines = draw(st.lists(st.tuples(hostile_lines, line_ends), max_size=30))
    start = draw(st.sampled_from(["", "", "\ufeff"]))
    last = draw(st.sampled_from(["", "* z", "| a | b |", "## Summary", "words"]))
    return start + "".join(line + end for line, end in lines) + last


any_texts = st.one_of(st.text(), digest_like_texts())

_pieces = st.sampled_from(
    [
        "|", "\\", "\\|", "](", ")", "(", "[", "]", "#", "## Signals", "<br>", "&lt;br>",
        "&amp;lt;br>", "`", "```", "__", "**", "*", ", ", ",", '"', "'", ":", "---", ").)",
        "__, from ([", "🛰️", "שלום", "\u202e", "é", "a", "word", " ", " ", "relation:: x",
        "[tags:: y]", ".md", "N/A", "null", "\u2028", "<", ">", "1.",
    ]
)  # fmt: skip
hostile_line = st.lists(_pieces, max_size=8).map(lambda pieces: " ".join("".join(pieces).split()))
"""What a person may have typed into a field of one line, as `domain.text.one_line` leaves it."""
hostile_text = st.lists(hostile_line, max_size=4).map(lambda lines: "\n".join(lines).strip())
"""What a person may have typed into a cell or the summary."""

HEADING = "# __T__, from ([20240818](https://x.y/p).)\n\n"
HOSTILE = {
    "brackets in a link": HEADING + "## Closest\n\n* [{}".format("[](" * 20_000),
    "fields behind a link": HEADING + "## Closest\n\n* [a](b){}".format(" [tags:: \\" * 8_000),
    "pipes in a table": HEADING + "## Signals\n\n|a|b|\n|-|-|\n{}".format("|x" * 30_000),
    "breaks in a cell": HEADING + "## Signals\n\n|name|b|\n|-|-|\n|{}|".format("<br &amp;" * 8_000),
    "short rows": HEADING + "## Signals\n\n|{}\n|-|-|\n{}".format("name|" * 40, "|a\n" * 4_000),
    "titles in a title": "# __{}\n\n## Keywords\n".format("__, from ([a](b" * 5_000),
    "spaces in a heading": "# a{}b\n\n## Keywords\n".format(" " * 70_000),
    "headings": "# x\n" * 4_000 + "## Keywords\n",
    "fences": HEADING + "## Summary\n\n" + "```\n" * 15_000,
    "backslashes": HEADING + "## Summary\n\n{}\n\n## Keywords\n* a".format("\\" * 60_000),
    "bullets": HEADING + "## Keywords\n\n" + "* \n" * 5_000,
    "nested bullets": HEADING + "## Keywords\n\n* a\n\n" + "\n  * a\n\n" * 3_000,
    "numbers": HEADING + "## Keywords\n\n" + "".join(f"{n}. a\n" for n in range(4_000)),
    "brackets of a target": HEADING + "## Closest\n\n" + "* [a](<{}\n".format("\\<" * 20_000),
    "tables": HEADING + "## Signals\n\n" + "|a|\n|-|\n\n" * 4_000,
    "underlines": HEADING + "## Keywords\n\n" + "x\n-\n" * 8_000,
    "line ends": HEADING + "## Keywords\n" + "\r\n\n\r" * 8_000,
    "front matter": "---\ncurator: 1\nfields:\n  title: {}\n---\n".format("[" * 60_000),
    "rows of a table": HEADING
    + "## Signals\n\n| Signal | Change |\n|:--|:--|\n"
    + "| a drone | from far to near |\n" * 2_000,
}
"""Texts on which careless readers take quadratic time or worse."""


def four_times(text: str) -> str:
    """The same text with its middle repeated, four times as long in all."""
    middle = len(text) // 2
    return text[:middle] + text[middle : middle + len(text) // 4] * 12 + text[middle:]


def touched(text: str) -> WholeDigest:
    """The digest of a text with an edit in each of its parts."""
    whole = read(text).whole
    return WholeDigest(
        digest=replace(whole.digest, title="New", summary=whole.digest.summary + "!"),
        themes=(*whole.themes, a_theme()),
        keywords=(*whole.keywords[1:], a_keyword()),
        signals=(*whole.signals[1:], a_signal()),
        closest=(*whole.closest[1:], a_link()),
    )
