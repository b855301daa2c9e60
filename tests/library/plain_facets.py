"""Facets counted one digest after the other, as anybody would, to hold the fast way against."""

from collections import Counter
from collections.abc import Container, Sequence

from curator.domain.facets import FINDINGS, KIND, MONTH, NO, RELATION, YES, FacetValue, query_of
from curator.domain.listing import ALL, TRASH, Listing
from curator.domain.query import Choice, Every, Query, mentions
from curator.domain.query_matching import Context, matches, row_matches
from curator.domain.query_parsing import question_of
from curator.domain.whole import WholeDigest


def plain_counts(
    wholes: Sequence[WholeDigest],
    listing: Listing,
    facet: str,
    *,
    of_rows: bool,
    asked_about: Container[int] = (),
    noticed: Container[int] = (),
) -> list[FacetValue]:
    """The counts of all values; `asked_about` are the digests of open questions of imports, and
    `noticed` those with findings."""
    others = tuple(pick for pick in listing.picks if pick.facet != facet)
    search = question_of(listing.search, typing=True).query
    query = Every((search, query_of(others)))
    keys = {whole.digest.key for whole in wholes if not whole.digest.trashed}
    found: Counter[str] = Counter()
    for whole in wholes:
        if _is_in_view(whole, listing, search):
            id_ = whole.digest.id
            context = Context(keys, id_ in asked_about, id_ in noticed)
            values = values_of(whole, facet, noticed)
            if of_rows:
                rows = [r for r in whole.signals if row_matches(query, r, whole, context=context)]
                for row in rows:
                    found.update({row.kind} if facet == KIND else values)
            elif matches(query, whole, context=context):
                found.update(values)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    if facet == MONTH:
        ordered.sort(reverse=True)
    return [FacetValue(value, count) for value, count in ordered]


def _is_in_view(whole: WholeDigest, listing: Listing, search: Query) -> bool:
    if listing.view == TRASH:
        return bool(whole.digest.trashed)
    with_trash = mentions(search, Choice("is", "trashed"))
    there = with_trash or not whole.digest.trashed
    return there and listing.view in (ALL, whole.digest.review)


def values_of(whole: WholeDigest, facet: str, noticed: Container[int] = ()) -> set[str]:
    """What a digest has of a facet."""
    if facet == FINDINGS:
        return {YES if whole.digest.id in noticed else NO}
    if facet in ("theme", "keyword"):
        terms = whole.terms(facet)
        return {term.name for term in terms if term.name} or ({""} if not terms else set())
    if facet == KIND:
        return {row.kind for row in whole.signals}
    if facet == RELATION:
        return {link.relation for link in whole.closest}
    if facet == MONTH:
        return {whole.digest.date[:7]}
    return {getattr(whole.digest, facet)}
