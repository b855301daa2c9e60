"""The trail of places that somebody came from, with the habits of a browser."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from curator.domain.listing import Listing
from curator.domain.saved_search import DIGESTS
from curator.gui.pages.digest_page.spot import Spot

LONGEST = 100
"""How many places are kept in each direction, and of how many lists the last place is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person worked: in which list on which page, on which digest, in which cell.

    `row` is the row of the digest in its list and `offset` its distance from the top edge there,
    in pixels. Places are equal wherever list and page were scrolled to.
    """

    page: str = DIGESTS
    listing: Listing = field(default_factory=Listing)
    digest_id: int = 0
    spot: Spot = field(default_factory=Spot)
    row: int = field(default=-1, compare=False)
    offset: int = field(default=0, compare=False)


class Stage(Protocol):
    """A page of the window that has places to go back to."""

    def is_shown(self) -> bool:
        """Whether the person works there now."""

    def place(self) -> Place:
        """Where the person works there."""

    def has(self, place: Place) -> bool:
        """Whether a place of this page is still there."""

    def go_to(self, place: Place) -> None:
        """Show a place, with its list; maybe only when that list has been looked up."""


class Trail:
    """Places to go back to, and those to go forward to again; a new jump cuts the latter."""

    def __init__(self) -> None:
        self._before: list[Place] = []
        self._after: list[Place] = []

    def has_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._before)

    def has_forward(self) -> bool:
        """Whether somebody went back, and can go forward again."""
        return bool(self._after)

    def leave(self, here: Place) -> None:
        """Remember a place before a jump away from it."""
        self._after.clear()
        _put(self._before, here)

    def back(self, here: Place, is_there: Callable[[Place], bool]) -> Place | None:
        """The place to go back to; `here` can be gone forward to then.

        Places that are gone are passed over, and forgotten.
        """
        return _travel(self._before, self._after, here, is_there)

    def forward(self, here: Place, is_there: Callable[[Place], bool]) -> Place | None:
        """The same in the other direction."""
        return _travel(self._after, self._before, here, is_there)


class LastPlaces:
    """The place that was last worked at in each list."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, Listing], Place] = {}

    def keep(self, place: Place) -> None:
        """Remember a place as the last of its list."""
        key = (place.page, place.listing)
        self._places.pop(key, None)
        self._places[key] = place
        if len(self._places) > LONGEST:
            del self._places[next(iter(self._places))]

    def of(self, page: str, listing: Listing) -> Place | None:
        """The last place of a list, or None where nobody has been there."""
        return self._places.get((page, listing))


def _travel(
    source: list[Place], target: list[Place], here: Place, is_there: Callable[[Place], bool]
) -> Place | None:
    while source:
        place = source.pop()
        if place != here and is_there(place):
            _put(target, here)
            return place
    return None


def _put(places: list[Place], place: Place) -> None:
    if places and places[-1] == place:
        places.pop()  # the same, but scrolled elsewhere
    places.append(place)
    del places[:-LONGEST]
