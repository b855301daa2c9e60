"""Where in a text the words of a question stand, so that whoever reads it sees why it was found.

A word that may stand anywhere is looked for in every field, one of a named field in that field
alone, and what a question leaves out is never shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from curator.domain.query import Exactly, Not, Query, Words, parts_of
from curator.domain.query_fields import TEXT_FIELDS
from curator.domain.query_words import placed_words, places_in, words_of

LONGEST = 20_000
"""Characters of a text that are looked through; nothing longer is seen at once."""

Span = tuple[int, int]
"""Where something begins in a text, and behind its end."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Folded words that stand next to each other, in one field or in any (empty).

    `whole` is the text itself where the field has to say just that.
    """

    words: tuple[str, ...]
    field: str = ""
    goes_on: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """All that a question looks for; equal ones show the same."""

    sought: tuple[Sought, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.sought)

    def spans(self, field: str, text: str) -> tuple[Span, ...]:
        """Where the words stand in the text of a field, from left to right, none over another."""
        asked = [one for one in self.sought if one.field in ("", field)]
        if not asked or not text:
            return ()
        placed = placed_words(text[:LONGEST])
        words = [word for word, _, _ in placed]
        return _joined(
            sorted(
                (placed[place][1], placed[place + len(one.words) - 1][2])
                for one in asked
                if not one.whole or one.whole == text
                for place in places_in(one.words, words, goes_on=one.goes_on)
            )
        )


NO_HITS = Hits()


def hits_of(query: Query) -> Hits:
    """What a question looks for in texts."""
    return Hits(tuple(dict.fromkeys(one for one in _sought(query) if one.words)))


def _sought(query: Query) -> Iterator[Sought]:
    if isinstance(query, Words):
        yield Sought(words_of(query.text), query.field, query.goes_on)
    elif isinstance(query, Exactly):
        if query.field in TEXT_FIELDS:
            yield Sought(words_of(query.text), query.field, whole=query.text)
    elif not isinstance(query, Not):
        for part in parts_of(query):
            yield from _sought(part)
    elif isinstance(query.part, Not):
        yield from _sought(query.part.part)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in their order, those that touch or lie over each other as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
