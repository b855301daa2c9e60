"""What a list shows: the view, the words searched for, the facets, and the cards."""

from dataclasses import dataclass

from curator.domain.facets import Pick
from curator.domain.review import DONE, IN_WORK, SECOND_LOOK, TO_DO

ALL = "all"
TRASH = "trash"
VIEWS = (ALL, TO_DO, IN_WORK, DONE, SECOND_LOOK, TRASH)
"""The views of the sidebar, in their order; all but TRASH leave out what is in the trash."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A choice of digests: one view, narrowed by a search (empty: not narrowed) and by facets."""

    view: str = ALL
    search: str = ""
    picks: tuple[Pick, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestCard:
    """One line of a list: enough to recognise a digest without reading all its rows.

    `date` is YYYY-MM-DD, or the bare origin where that names no day.
    """

    id: int
    key: str
    title: str
    date: str
    review: str
    signals: int
    themes: tuple[str, ...]
    trashed: bool = False
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One digest that a search found: the best field, and a snippet with [marked] words."""

    id: int
    key: str
    title: str
    field: str
    snippet: str
