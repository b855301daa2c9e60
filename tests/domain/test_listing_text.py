"""All that narrows a list can be said in one text, and means the same there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.facets import (
    FINDINGS,
    KIND,
    LAYOUT,
    MONTH,
    NO,
    RELATION,
    REVIEW,
    YES,
    Pick,
    query_of,
)
from curator.domain.link import RELATIONS
from curator.domain.listing import ALL, TRASH, VIEWS, Listing
from curator.domain.listing_text import text_of, text_of_listing
from curator.domain.query_matching import matches
from curator.domain.query_parsing import question_of
from curator.domain.review import REVIEWS
from curator.domain.signal import KINDS
from curator.domain.whole import WholeDigest
from tests.builders import a_digest, a_keyword, a_link, a_signal, a_theme

NAMES = (
    "",
    "energy",
    "oil  price",
    'a "new" law',
    "C:\\",
    "-x",
    "(draft)",
    "a:b",
    "[1]",
    "or",
    "“",
)
MONTHS = ("", "2024-02", "2024-08")
_VALUES = {
    REVIEW: REVIEWS,
    "theme": NAMES,
    "keyword": NAMES,
    "category": NAMES,
    "type": NAMES,
    LAYOUT: ("A", "B"),
    MONTH: MONTHS,
    KIND: KINDS,
    RELATION: ("", *RELATIONS),
    FINDINGS: (YES, NO),
}


def some_picks() -> st.SearchStrategy[tuple[Pick, ...]]:
    def of_facet(facet: str) -> st.SearchStrategy[Pick]:
        return st.builds(Pick, st.just(facet), st.sampled_from(_VALUES[facet]), st.booleans())

    facets = st.sets(st.sampled_from(sorted(_VALUES)), min_size=1, max_size=3).map(sorted)
    return facets.flatmap(
        lambda chosen: st.lists(st.one_of(*map(of_facet, chosen)), max_size=4).map(tuple)
    )


def wholes() -> st.SearchStrategy[WholeDigest]:
    names = st.sampled_from(NAMES)
    days = st.sampled_from(("20240229", "20240815", "no day"))
    return st.builds(
        lambda texts, days, review, trashed, name, kind, relation: WholeDigest(
            a_digest(
                title=name, category=texts[0], type=texts[1], origin=days, review=review,
                trashed=trashed, layout="A" if trashed else "B",
            ),
            themes=tuple(map(a_theme, filter(None, texts[2:4]))),
            keywords=tuple(map(a_keyword, filter(None, texts[4:5]))),
            signals=(a_signal(kind=kind),),
            closest=(a_link(relation=relation),),
        ),
        st.lists(names, min_size=5, max_size=5), days, st.sampled_from(REVIEWS),
        st.sampled_from(("", "2026")), names, st.sampled_from(KINDS),
        st.sampled_from(("", "extends")),
    )  # fmt: skip


@given(some_picks(), wholes())
def test_picks_mean_the_same_as_their_text(picks: tuple[Pick, ...], whole: WholeDigest) -> None:
    question = question_of(text_of(picks))
    assert question.mistakes == ()
    assert matches(question.query, whole) == matches(query_of(picks), whole)


SEARCHES = ("", "energ", "energy or price", "(energy", 'a "ne', "-energy", "law)  or oil", "oil or",
            "is:trashed", "title:=energy", "theme:", "or", "e", "en or la")  # fmt: skip


@given(st.sampled_from(VIEWS), st.sampled_from(SEARCHES), some_picks(), wholes())
def test_a_listing_means_the_same_as_its_text(
    view: str, search: str, picks: tuple[Pick, ...], whole: WholeDigest
) -> None:
    text = text_of_listing(Listing(view, search, picks))
    shown = whole.digest.review == view if view in REVIEWS else view == ALL or whole.digest.trashed
    asked = question_of(search, typing=True).query
    wanted = bool(shown) and matches(asked, whole) and matches(query_of(picks), whole)
    assert matches(question_of(text, typing=True).query, whole) == wanted


@pytest.mark.parametrize(
    ("listing", "text"),
    [
        (Listing(), ""),
        (Listing(search="land rob"), "land rob"),
        (Listing("to do"), 'review:"to do"'),
        (Listing("done", "land"), "land* review:done"),
        (Listing(TRASH), "is:trashed"),
        (
            Listing(search="a or b", picks=(Pick("theme", "oil price"),)),
            '(a or b*) theme:="oil price"',
        ),
        (Listing("done", '"land rob'), '"land rob"* review:done'),
        (Listing(picks=(Pick("theme", "a"), Pick("theme", "b"))), "theme:=a or theme:=b"),
        (
            Listing(search="c ", picks=(Pick("theme", "a"), Pick("theme", "b"))),
            "c (theme:=a or theme:=b)",
        ),
        (Listing(picks=(Pick("theme", ""), Pick(MONTH, "2024-08"))), "-has:themes date:2024-08"),
    ],
)
def test_a_listing_is_said_as_a_person_would(listing: Listing, text: str) -> None:
    assert text_of_listing(listing) == text


def test_a_facet_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no facet"):
        text_of([Pick("colour", "red")])
