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
        (?: ["“”„](?P<phrase>(?:[^"“”„]|(?P<mark>["“”„])(?P=mark))*)(?P<quote>["“”„]?)(?P<star>\*?)
          | (?P<word>[^\s()"“”„]*) )""",
    re.VERBOSE,
)
_DOUBLED = re.compile('(["“”„])\\1')
_SIGNS = (OPEN, CLOSE, MINUS)
_JOINS = (AND, OR, NOT)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece from `start` to behind its end; the rest tells what stands in a value.

    A quotation mark that stands twice in a phrase is one of its text. `starred`: a `*` behind the
    closing mark says that the last word may go on.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    field: str = ""
    exact: bool = False
    quoted: bool = False
    closed: bool = True
    starred: bool = False


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
        text=_DOUBLED.sub(r"\1", found["phrase"]) if quoted else found["word"],
        field=found["field"] or "",
        exact=bool(found["exact"]),
        quoted=quoted,
        closed=found["quote"] != "",
        starred=found["star"] == "*",
    )
