"""A question cut into pieces: brackets, joining words, and values with the field before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPEN, CLOSE, MINUS, AND, OR, NOT, VALUE = "open", "close", "minus", "and", "or", "not", "value"

_PIECE = re.compile(
    r"""\s+
      | (?P<open>\()
      | (?P<close>\))
      | (?P<minus>-(?=[^\s)-]))
      | (?:(?P<field>[^\W\d_]\w*):)?
        (?P<exact>=(?=[^\s)]))?
        (?: ["“”„](?P<phrase>[^"“”„]*)(?P<quote>["“”„]?) | (?P<word>[^\s()"“”„]*) )""",
    re.VERBOSE,
)
_SIGNS = (OPEN, CLOSE, MINUS)
_JOINS = (AND, OR, NOT)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece from `start` to behind its end; the rest tells what stands in a value."""

    kind: str
    start: int
    end: int
    text: str = ""
    field: str = ""
    exact: bool = False
    quoted: bool = False
    closed: bool = True


def tokens_of(text: str) -> Iterator[Token]:
    """The pieces of a text, from left to right."""
    return (_token(found) for found in _PIECE.finditer(text) if found[0].strip())


def _token(found: re.Match[str]) -> Token:
    start, end = found.span()
    sign = next((kind for kind in _SIGNS if found[kind]), "")
    if sign:
        return Token(sign, start, end)
    if found[0].lower() in _JOINS:
        return Token(found[0].lower(), start, end)
    quoted = found["phrase"] is not None
    return Token(
        VALUE,
        start,
        end,
        text=found["phrase"] if quoted else found["word"],
        field=found["field"] or "",
        exact=bool(found["exact"]),
        quoted=quoted,
        closed=found["quote"] != "",
    )
