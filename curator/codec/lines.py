"""Lines that keep their ends: joined again they are the text, byte for byte."""

import re
from collections.abc import Sequence
from itertools import pairwise

BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]+(?:\r\n|\r|\n)?|\r\n|\r|\n")
_BREAKS = re.compile(r"[\r\n]+")


def split_mark(text: str) -> tuple[str, str]:
    """A leading byte order mark (or nothing), and the rest of the text."""
    return (text[:1], text[1:]) if text.startswith(BYTE_ORDER_MARK) else ("", text)


def split_lines(text: str) -> list[str]:
    """Lines with their ends; only CR, LF and CRLF end a line, as in Markdown."""
    return _LINE.findall(text)


def bare(line: str) -> str:
    """A line without its end."""
    return line.rstrip("\r\n")


def end_of(line: str) -> str:
    """The end of a line: CRLF, LF, CR, or nothing at the end of the text."""
    return line[len(bare(line)) :]


def is_blank(line: str) -> bool:
    """Whether a line shows nothing."""
    return not line.strip()


def usual_end(lines: Sequence[str]) -> str:
    """The end that new lines get: that of the first line, or LF where there is none."""
    return (end_of(lines[0]) if lines else "") or "\n"


def flat(text: str) -> str:
    """Text for one line of a file: a line break in it would begin another line."""
    return _BREAKS.sub(" ", text)


def joined(lines: list[str], end: str, *, ended: bool) -> str:
    """The text of lines of which some are new; `ended` says whether the last one has an end.

    A line that was last and is so no more gets `end`. A CR is kept apart from an LF that would
    follow it: together they would be one line end instead of two.
    """
    if not lines:
        return ""
    closed = [line if line[-1:] in {"\r", "\n"} else line + end for line in lines[:-1]]
    last = bare(lines[-1]) + (end_of(lines[-1]) or end if ended else "")
    closed.append(last)
    for index, (before, after) in enumerate(pairwise(closed), start=1):
        if after == "\n" and closed[index - 1].endswith("\r") and before:
            closed[index] = "\r"
    return "".join(closed)
