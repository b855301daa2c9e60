"""The summary: plain text of any number of lines.

A line of it that would read as a heading or a code fence is written with a backslash before, and
read without. A code block that opens and closes within the summary stays as it is.
"""

import re
from collections.abc import Sequence

from curator.codec.blocks import Block, fenced, placed, solid_span
from curator.codec.lines import bare

_STRUCTURE = r"(\\*(?:#{1,6}(?:[ \t]|\Z)|`{3}|~{3}))"
_NEEDS_ESCAPE = re.compile(r"\A( {0,3})" + _STRUCTURE)
_ESCAPED = re.compile(r"\A( {0,3})\\" + _STRUCTURE)


def read_text(block: Block) -> str:
    """The text of a section without blank lines around it, line breaks as LF."""
    lines = [bare(line) for line in block.lines]
    first, last = solid_span(lines, 1)
    return _decoded(lines[first:last], {place - first for place in block.code})


def rewritten_text(block: Block, text: str, end: str) -> list[str]:
    """The lines of the section with other text in it."""
    core = [line + end for line in _encoded(text)] if text else []
    first, last = solid_span(block.lines, 1)
    return placed(block, (first, last) if first < last else None, core, end)


def _decoded(lines: Sequence[str], code: set[int]) -> str:
    read = (
        line if place in code else _ESCAPED.sub(r"\1\2", line) for place, line in enumerate(lines)
    )
    return "\n".join(read).strip()


def _encoded(text: str) -> list[str]:
    lines = text.split("\n")
    # A fence that is open at the end would swallow the probe.
    inside = fenced([*lines, "probe"])
    structured = any(
        place not in inside and _NEEDS_ESCAPE.match(line) for place, line in enumerate(lines)
    )
    if structured or len(lines) in inside:
        return [_NEEDS_ESCAPE.sub(r"\1\\\2", line) for line in lines]
    return lines
