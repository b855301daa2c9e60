"""Facets and their values as a person reads them, and searches for one."""

import calendar
import unicodedata

from curator.domain.facets import FACETS, FINDINGS, KIND, MONTH, RELATION, YES, Pick

_NOTHING = {
    "theme": "no theme",
    "keyword": "no keyword",
    "category": "no category",
    "type": "no type",
    MONTH: "no date",
    RELATION: "not judged",
}


def facet_words(facet: str) -> str:
    """What a person calls a facet: the heading of its values."""
    return "Kind of row" if facet == KIND else facet.capitalize()


def value_words(facet: str, value: str) -> str:
    """What a person calls a value of a facet: `2024-08` is “Aug 2024”."""
    if facet == FINDINGS:
        return "some to look at" if value == YES else "nothing to look at"
    if not value:
        return _NOTHING.get(facet, "none")
    if facet == MONTH:
        year, _, month = value.partition("-")
        return f"{calendar.month_abbr[int(month)]} {year}"
    return value


def pick_words(pick: Pick) -> str:
    """A pick in a few words: “theme: energy”, “not review: done”."""
    told = f"{pick.facet}: {value_words(pick.facet, pick.value)}"
    return f"not {told}" if pick.excluded else told


def folded(text: str) -> str:
    """A text whose letters are compared without case and accents."""
    plain = text.casefold()
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def in_order(picks: tuple[Pick, ...]) -> list[Pick]:
    """Picks in the order of the facets, what is chosen before what is excluded."""
    return sorted(picks, key=lambda pick: (FACETS.index(pick.facet), pick.excluded))
