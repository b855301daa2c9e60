"""A question as a person would type it: the way back from a tree to a text.

Read again, the text of a question means the same as the question, which a test proves. So what was
narrowed by clicks can stand in the search box, and be kept as a search.
"""

import calendar
import re

from curator.domain.query import Choice, Dates, Every, Exactly, Not, OneOf, Query, Words
from curator.domain.query_fields import DATE
from curator.domain.query_tokens import AND, NOT, OR

_PLAIN = re.compile(r"\w+([.-]\w+)*")
"""What means the same with and without quotation marks, unless it joins."""
_JOINS = (AND, OR, NOT)
_MARK = re.compile('(["“”„])')


def written(query: Query) -> str:
    """The text of a question that was read or picked; empty for one that asks for everything."""
    match query:
        case Every((part,)) | OneOf((part,)) | Not(Not(part)):
            return written(part)
        case Every(parts):
            return " ".join(map(written_among, parts))
        case OneOf(parts):
            return f" {OR} ".join(map(written_among, parts))
        case Not(part):
            return f"-{written_among(part)}"
        case _:
            return _leaf(query)


def written_among(query: Query) -> str:
    """The text of a question beside others, in brackets where it is made of several."""
    match query:
        case Every((part,)) | OneOf((part,)):
            return written_among(part)
        case Every() | OneOf():
            return f"({written(query)})"
        case _:
            return written(query)


def _leaf(query: Words | Exactly | Choice | Dates) -> str:
    match query:
        case Words(text, field, goes_on):
            before = f"{field}:" if field else ""
            return f"{before}{value_written(text)}{'*' if goes_on else ''}"
        case Exactly(text, field):
            return f"{field}:={value_written(text)}"
        case Choice(field, value):
            return f"{field}:{value_written(value)}"
    return f"{DATE}:{_span(query.first, query.last)}"


def value_written(text: str) -> str:
    """A value as it stands behind the name of its field: in quotation marks where it needs them."""
    if _PLAIN.fullmatch(text) and text.lower() not in _JOINS:
        return text
    return '"{}"'.format(_MARK.sub(r"\1\1", text))


def _span(first: str, last: str) -> str:
    """A span of days in as few letters as it takes."""
    year, month = first[:4], first[:7]
    if (first, last) == (f"{year}-01-01", f"{year}-12-31"):
        return year
    if month and first == f"{month}-01" and last == _last_day(month):
        return month
    return first if first == last else f"{first}..{last}"


def _last_day(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{month}-{calendar.monthrange(year, number)[1]:02}"
