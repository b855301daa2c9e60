"""What find and replace means for one text, and how long it may take.

Patterns of a person can run for ages on a short text (`(a+)+$`), so they go through `regex`, which
gives up in time and lets other threads work meanwhile.
"""

import time
from dataclasses import dataclass

import regex

from curator.domain.errors import InvalidRecord
from curator.domain.text import quoted

CELL_LIMIT = 0.2
"""Seconds that a pattern may take for one text."""
TOTAL_LIMIT = 60.0
"""Seconds that a pattern may take for all texts."""
_SO_MANY = "so many texts"
_PLAINER = "Make it plainer, such as without a repeat inside a repeat."


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is looked for, and what comes in its place.

    `word`: only where it stands as a word of its own. `regex`: `find` is a regular expression, and
    `by` may name its groups (`\\1`, `\\g<name>`). `case`: capitals matter.
    """

    find: str
    by: str = ""
    word: bool = False
    regex: bool = False
    case: bool = False


class Replacer:
    """A replacement made ready for many texts.

    Raises:
        InvalidRecord: the pattern can't be read; the sentence names the place.
    """

    def __init__(self, replacement: Replacement) -> None:
        self._patterned = replacement.regex
        self._left = TOTAL_LIMIT
        self._pattern = _compiled(replacement)
        self._by = replacement.by if replacement.regex else replacement.by.replace("\\", r"\\")

    def __call__(self, text: str) -> str:
        """The text with all that was looked for replaced.

        Raises:
            InvalidRecord: the pattern takes too long, or the replacement can't be read.
        """
        if not self._patterned:
            return self._pattern.sub(self._by, text)
        if self._left <= 0:
            raise InvalidRecord(f"The pattern takes too long for {_SO_MANY}.", _PLAINER)
        begun, limit = time.monotonic(), min(CELL_LIMIT, self._left)
        try:
            done = self._pattern.sub(self._by, text, concurrent=True, timeout=limit)
        except TimeoutError as late:
            what = quoted(text) if limit == CELL_LIMIT else _SO_MANY
            raise InvalidRecord(f"The pattern takes too long for {what}.", _PLAINER) from late
        except (regex.error, IndexError) as error:
            raise InvalidRecord(f"The replacement can’t be read: {_reason(error)}.") from error
        self._left -= time.monotonic() - begun
        return done


def _compiled(replacement: Replacement) -> "regex.Pattern[str]":
    flags = 0 if replacement.case else regex.IGNORECASE
    find = replacement.find if replacement.regex else regex.escape(replacement.find)
    try:
        pattern = regex.compile(find, flags)  # alone, so that a mistake is told by its own place
        return regex.compile(rf"(?<!\w)(?:{find})(?!\w)", flags) if replacement.word else pattern
    except (regex.error, RecursionError) as error:
        raise InvalidRecord(f"The pattern can’t be read: {_reason(error)}.") from error


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, IndexError):
        return "it names a group that the pattern does not have"
    message, place = getattr(error, "msg", error), getattr(error, "pos", None)
    return f"{message}" if place is None else f"{message}, at character {place + 1}"
