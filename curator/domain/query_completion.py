"""What is being typed at the cursor of a search box, and what it could become.

The name of a field, or the value of one: names, the values of fields that have few, and for the
others which facet of a library knows their values.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from curator.domain import facets
from curator.domain.query_fields import (
    CHOICE_FIELDS,
    CHOICES,
    DATE,
    EXACTS,
    TEXTS,
    named,
)
from curator.domain.query_tokens import VALUE, Token, tokens_of
from curator.domain.query_words import words_of
from curator.domain.query_writing import value_written

FACET_OF = {
    "theme": facets.THEME,
    "keyword": facets.KEYWORD,
    "category": facets.CATEGORY,
    "type": facets.TYPE,
    "layout": facets.LAYOUT,
    DATE: facets.MONTH,
}
"""The facet whose values are those of a field in a library."""
_EXACT = "all that the field says, letter for letter"
HELP = {
    **{field.name: field.help for field in (*TEXTS, *CHOICES)},
    DATE: "days, months, years and spans of them",
    **dict.fromkeys(EXACTS, _EXACT),
}
"""What each field is about, by its name."""
_NAME = re.compile(r"[^\W\d_]\w*")
_QUOTES = '"“”„'


@dataclass(frozen=True, slots=True)
class Typing:
    """What is typed at the cursor: `text` up to there, of a value of `field`, or of the name of a
    field (empty). What is taken for it replaces the places from `start` to before `end`."""

    field: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be taken: what it says, what is to be known of it, and what is written
    into the box."""

    words: str
    detail: str
    written: str


def typed_at(text: str, cursor: int) -> Typing | None:
    """What is being typed at a place of a text; None where nothing can be completed there."""
    for token in tokens_of(text):
        if token.kind == VALUE and token.start < cursor <= token.end:
            return _typed_in(text, token, cursor)
    return None


def name_offers(text: str) -> list[Offer]:
    """The fields whose name begins with a text."""
    return [
        Offer(f"{name}:", help_, f"{name}:")
        for name, help_ in HELP.items()
        if name.startswith(text.casefold())
    ]


def choice_offers(field: str, text: str) -> list[Offer]:
    """The values of a field with few of them that have words beginning with those of a text."""
    wanted = words_of(text)
    return [
        Offer(value, "", value_written(value))
        for value in CHOICE_FIELDS[field].values
        if _begin(wanted, words_of(value))
    ]


def value_offers(values: Iterable[facets.FacetValue]) -> list[Offer]:
    """What a library has of a field, with how many digests have it."""
    return [
        Offer(one.value, f"{one.count:,}", value_written(one.value)) for one in values if one.value
    ]


def taken(text: str, typing: Typing, offer: Offer) -> tuple[str, int]:
    """The text with an offer in the place of what was typed, and where the cursor stands then."""
    before, behind = text[: typing.start], text[typing.end :]
    goes_on = " " if typing.field and not behind and ".." not in before[-2:] else ""
    written = offer.written + goes_on
    return before + written + behind, len(before) + len(written)


def _typed_in(text: str, token: Token, cursor: int) -> Typing | None:
    if not token.field:
        typed = text[token.start : cursor]
        is_name = not token.quoted and not token.exact and _NAME.fullmatch(typed)
        return Typing("", typed, token.start, token.end) if is_name else None
    field = named(token.field)
    start = token.start + len(token.field) + 1 + token.exact
    if not field or cursor < start:
        return None
    typed = text[start:cursor].lstrip(_QUOTES) if token.quoted else text[start:cursor]
    if field == DATE and ".." in typed:
        start += typed.index("..") + 2
        typed = text[start:cursor]
    return Typing(field, typed, start, token.end)


def _begin(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in wanted)
