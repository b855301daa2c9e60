"""Long paths and names that a label can break: Qt breaks lines at blank space alone."""

import re

LONGEST = 24
"""Letters that may follow each other without a place to break."""
_BREAK = "\u200b"
_LONG = re.compile(rf"\S{{{LONGEST + 1},}}")
_PART = re.compile(rf"[^/\\_.-]{{0,{LONGEST - 1}}}.")


def breakable(text: str) -> str:
    """Text with invisible places to break within its long words, after the joints of a path."""
    return _LONG.sub(_broken, text)


def _broken(word: re.Match[str]) -> str:
    return _BREAK.join(_PART.findall(word[0]))
