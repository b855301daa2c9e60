"""The trail behaves as the two arrows of a browser do."""

from dataclasses import replace

from curator.domain.listing import TRASH, Listing
from curator.domain.saved_search import DIGESTS
from curator.gui.controllers.trail import LONGEST, LastPlaces, Place, Trail
from curator.gui.pages.digest_page.spot import Spot

A, B, C = (Place(digest_id=number) for number in (1, 2, 3))


def is_there(_place: Place) -> bool:
    """Nothing is ever gone."""
    return True


def test_back_and_forward_walk_the_same_way() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert (trail.has_back(), trail.has_forward()) == (True, False)
    assert trail.back(C, is_there) == B
    assert trail.back(B, is_there) == A
    assert (trail.has_back(), trail.has_forward()) == (False, True)
    assert trail.forward(A, is_there) == B
    assert trail.forward(B, is_there) == C
    assert trail.forward(C, is_there) is None


def test_a_new_jump_cuts_the_way_forward() -> None:
    trail = Trail()
    trail.leave(A)
    trail.back(B, is_there)
    trail.leave(A)
    assert not trail.has_forward()
    assert trail.back(C, is_there) == A


def test_what_is_gone_is_passed_over_and_forgotten() -> None:
    trail = Trail()
    for place in (A, B, C):
        trail.leave(place)
    assert trail.back(Place(digest_id=4), {A: True, B: False, C: False}.__getitem__) == A
    assert trail.forward(A, is_there) == Place(digest_id=4)
    assert trail.forward(A, is_there) is None


def test_where_all_is_gone_one_stays_and_nothing_is_left_to_go_to() -> None:
    trail = Trail()
    trail.leave(A)
    assert trail.back(B, {A: False}.__getitem__) is None
    assert (trail.has_back(), trail.has_forward()) == (False, False)


def test_the_place_where_one_stands_is_no_place_to_go_to() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.back(B, is_there) == A


def test_a_place_left_twice_is_kept_once_as_it_was_scrolled_last() -> None:
    trail = Trail()
    trail.leave(A)
    scrolled = replace(A, spot=Spot(scroll=300), offset=20)
    trail.leave(scrolled)
    found = trail.back(B, is_there)
    assert found is scrolled
    assert not trail.has_back()


def test_the_trail_is_bounded() -> None:
    trail = Trail()
    for number in range(3 * LONGEST):
        trail.leave(Place(digest_id=number + 1))
    here, steps = Place(digest_id=10_000), 0
    while (place := trail.back(here, is_there)) is not None:
        here, steps = place, steps + 1
    assert steps == LONGEST
    assert here.digest_id == 2 * LONGEST + 1


def test_each_list_has_its_last_place() -> None:
    last, trash = LastPlaces(), Listing(TRASH)
    last.keep(A)
    last.keep(B)
    last.keep(replace(C, listing=trash))
    assert last.of(DIGESTS, Listing()) == B
    assert last.of(DIGESTS, trash) == replace(C, listing=trash)
    assert last.of(DIGESTS, Listing(search="ships")) is None


def test_lists_that_nobody_went_back_to_are_forgotten() -> None:
    last = LastPlaces()
    last.keep(A)
    for number in range(LONGEST):
        last.keep(replace(B, listing=Listing(search=f"word{number}")))
    assert last.of(DIGESTS, Listing()) is None
    assert last.of(DIGESTS, Listing(search="word0")) is not None
