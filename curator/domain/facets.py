"""Facets: what a list can be narrowed by with a click, as parts of a question.

Several values of one facet widen each other, facets narrow each other, and what is excluded is
out whatever else it has, as in OpenRefine and Calibre. A pick is nothing but a part of a question,
so a list that was narrowed by clicks can be typed, saved and searched like any other.
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass

from curator.domain.query import Choice, Dates, Every, Exactly, Not, OneOf, Query
from curator.domain.query_fields import NONE

REVIEW, THEME, KEYWORD, CATEGORY, TYPE = "review", "theme", "keyword", "category", "type"
MONTH, KIND, LAYOUT, RELATION, FINDINGS = "month", "kind", "layout", "relation", "findings"
FACETS = (REVIEW, THEME, KEYWORD, CATEGORY, TYPE, MONTH, KIND, LAYOUT, RELATION, FINDINGS)
"""All facets, in the order in which the window lists them."""

YES, NO = "yes", "no"
"""The values of FINDINGS: there is something to notice in the digest, or nothing."""
_EXACT = frozenset({THEME, KEYWORD, CATEGORY, TYPE, LAYOUT})


@dataclass(frozen=True, slots=True)
class Pick:
    """One value of one facet that was chosen, or excluded; an empty value means that the digest
    has none, such as no category or no day. A month is written 2024-08."""

    facet: str
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, and how many digests (or rows) of the result have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """Values of a facet with their counts, and how many values the result has in all."""

    values: tuple[FacetValue, ...] = ()
    distinct: int = 0


def query_of(picks: Iterable[Pick]) -> Query:
    """The question that picks come to."""
    wanted: dict[str, list[Query]] = {}
    unwanted: list[Query] = []
    for pick in picks:
        if pick.excluded:
            unwanted.append(Not(part_of(pick)))
        else:
            wanted.setdefault(pick.facet, []).append(part_of(pick))
    parts = [OneOf(tuple(ways)) if len(ways) > 1 else ways[0] for ways in wanted.values()]
    return Every((*parts, *unwanted))


def part_of(pick: Pick) -> Query:
    """The question for the value of one pick, whether or not it is excluded.

    Raises:
        ValueError: there is no such facet, or no such month.
    """
    facet, value = pick.facet, pick.value
    if facet in (REVIEW, KIND):
        return Choice(facet, value)
    if facet == RELATION:
        return Choice(facet, value or NONE)
    if facet == FINDINGS:
        found = Choice("has", "findings")
        return found if value == YES else Not(found)
    if facet == MONTH:
        return _month(value)
    if facet in _EXACT:
        return _none_of(facet) if not value and facet in (THEME, KEYWORD) else Exactly(value, facet)
    raise ValueError(f"there is no facet {facet!r}")


def toggled(picks: Iterable[Pick], pick: Pick, *, adds: bool = False) -> tuple[Pick, ...]:
    """Picks after a click on a value: taken back where that was its state before.

    A value that is chosen takes the place of the other chosen ones of its facet, unless it `adds`
    itself to them; what is excluded stays so, but for the value itself.
    """
    kept = tuple(picks)
    others = tuple(p for p in kept if (p.facet, p.value) != (pick.facet, pick.value))
    if pick in kept:
        return others
    if not (adds or pick.excluded):
        others = tuple(p for p in others if p.facet != pick.facet or p.excluded)
    return (*others, pick)


def _none_of(facet: str) -> Query:
    return Not(Choice("has", f"{facet}s"))


def _month(value: str) -> Query:
    if not value:
        return Not(Choice("has", "date"))
    year, month = map(int, value.split("-"))
    return Dates(f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02}")
