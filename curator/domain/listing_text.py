"""What a list shows as one text for the search box: its view, its search and its facets."""

from collections.abc import Iterable

from curator.domain.facets import Pick, query_of
from curator.domain.listing import ALL, TRASH, Listing
from curator.domain.query import EVERYTHING, Choice, Every, OneOf, Query, parts_of
from curator.domain.query_parsing import question_of
from curator.domain.query_writing import written, written_among


def text_of(picks: Iterable[Pick]) -> str:
    """Facets as they would be typed; empty where there are none."""
    return written(query_of(picks))


def text_of_listing(listing: Listing) -> str:
    """All that narrows a list, as it would be typed into the box above the list of all digests.

    A search that stands alone stays as it is. Else what the person typed is kept as far as it has
    no mistakes, in brackets where it says “or”; the last word goes on there as it did in the box.
    """
    others = Every((*_of_view(listing.view), *parts_of(query_of(listing.picks))))
    if others == EVERYTHING:
        return listing.search
    search = _among_others(listing.search)
    if not search:
        return written(others)
    return " ".join([search, *map(written_among, others.parts)])


def _of_view(view: str) -> tuple[Query, ...]:
    if view == TRASH:
        return (Choice("is", "trashed"),)
    return () if view == ALL else (Choice("review", view),)


def _among_others(search: str) -> str:
    typed, said = question_of(search, typing=True), question_of(search)
    text = search.strip()
    if typed.mistakes:
        text = written(typed.query)
    elif typed != said:
        text = f"{text}*"
    return f"({text})" if isinstance(typed.query, OneOf) else text
