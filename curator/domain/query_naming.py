"""A question as a heading would say it: what is looked for, without fields and signs."""

from collections.abc import Iterator

from curator.domain.query import Choice, Dates, Exactly, Not, Query, Words, parts_of
from curator.domain.query_fields import NONE
from curator.domain.query_writing import written
from curator.domain.text import shortened

_LONGEST = 48


def name_of(query: Query) -> str:
    """A short name for a question; empty where it asks for everything."""
    return shortened(", ".join(dict.fromkeys(filter(None, _words(query)))), _LONGEST)


def _words(query: Query) -> Iterator[str]:
    match query:
        case Words(text):
            yield " ".join(text.split())
        case Exactly(text, field):
            yield text or f"no {field}"
        case Choice("has" | "links" | "relation" as field, value):
            yield f"{field} {value}" if value != NONE else f"no {field}"
        case Choice(_, value):
            yield value
        case Dates():
            yield written(query).partition(":")[2]
        case Not(part):
            yield from (f"not {words}" for words in _words(part))
        case _:
            for part in parts_of(query):
                yield from _words(part)
