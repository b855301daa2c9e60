"""A search that is kept belongs to no digest, and comes and goes as a step of the history."""

from curator.domain.changes import Change, Changes, digest_of
from curator.domain.saved_search import SavedSearch

KEPT = SavedSearch(id=3, name="To read", text="review:todo")


def test_it_belongs_to_no_digest() -> None:
    assert digest_of(KEPT) == 0
    assert Changes("Save a search", (Change("saved_search", 3, 0, None, KEPT),)).digest_ids == set()


def test_a_report_counts_it_in_words() -> None:
    changes = Changes("Save a search", (Change("saved_search", 3, 0, None, KEPT),))
    assert changes.summary() == "1 saved search"
    two = Changes("Move 2 searches", (*changes.items, Change("saved_search", 4, 0, None, KEPT)))
    assert two.summary() == "2 saved searches"
