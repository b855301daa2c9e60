"""Lists: the views, and what a line of a list tells."""

from curator.domain.listing import ALL, TRASH, VIEWS, DigestCard, Listing, SearchHit
from curator.domain.review import REVIEWS


def test_there_is_a_view_for_each_state_of_review() -> None:
    assert list(VIEWS) == [ALL, *REVIEWS, TRASH]


def test_a_list_begins_with_all_digests() -> None:
    assert Listing() == Listing(view=ALL, search="")


def test_an_ordinary_card_is_neither_in_the_trash_nor_in_conflict() -> None:
    card = DigestCard(1, "6860a1", "Ferries", "2025-05-11", "to do", 3, ("harbours",))
    assert not card.trashed
    assert not card.conflict


def test_hits_are_compared_by_what_they_show() -> None:
    hit = SearchHit(1, "6860a1", "Ferries", "summary", "[ferries] go electric")
    assert hit == SearchHit(1, "6860a1", "Ferries", "summary", "[ferries] go electric")
