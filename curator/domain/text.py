"""Text as a digest can hold it: what a person types is cleaned here, once."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_QUOTES = '“”„"«»'
_INNER = {ord(opening): "‘" for opening in "“„«"} | {ord(closing): "’" for closing in "”»"}
_LINE_SPACE = re.compile(r"\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")


def many_lines(text: str) -> str:
    """Text with LF line breaks, without control characters and outer blank space."""
    kept = _CONTROLS.sub("", _BREAKS.sub("\n", text))
    return kept.encode("utf-8", "replace").decode("utf-8").strip()


def one_line(text: str) -> str:
    """Text for a field that is one line of a digest: line breaks become single spaces."""
    return many_lines(_LINE_SPACE.sub(" ", text.strip()))


def shortened(text: str, length: int = 60) -> str:
    """Text cut at `length` characters for a label, on one line, with an ellipsis."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str, length: int = 40) -> str:
    """Text as a label names it: shortened, in one pair of curly quotes, inner ones single."""
    words = text.strip()
    if len(words) > 2 and words[0] in _QUOTES and words[-1] in _QUOTES:
        words = words[1:-1]
    return f"“{shortened(words.translate(_INNER), length)}”"
