"""Where one can go in a library by a few letters: digests, themes, saved searches."""

from collections.abc import Sequence

from curator.domain import destination
from curator.domain.destination import DIGEST, SEARCH, THEME, Destination
from curator.domain.fitting import fit
from curator.domain.listing import DigestCard
from curator.domain.measures import counted
from curator.workspace import reading
from curator.workspace.saved_searches import all_searches
from curator.workspace.workspace import Workspace


def destinations(workspace: Workspace, text: str, recent: Sequence[int]) -> list[Destination]:
    """What the library has of that name, in no order that tells how well it fits.

    Where nothing is typed, the digests are those of `recent`, and no themes are offered.
    """
    most = destination.MOST[DIGEST]
    if not text.strip():
        cards, themes = reading.cards(workspace, recent[:most]), []
    else:
        cards, themes = reading.titles_like(workspace, text, most), _themes(workspace, text)
    searches = [
        Destination(SEARCH, search.name, search.id, search.text)
        for search in all_searches(workspace)
    ]
    return [*map(_digest, cards), *searches, *themes]


def _digest(card: DigestCard) -> Destination:
    return Destination(DIGEST, card.title, card.id, card.date)


def _themes(workspace: Workspace, text: str) -> list[Destination]:
    graded = [(fit(text, name), name) for name in reading.all_terms(workspace, THEME)]
    fitting = sorted((grade, name) for grade, name in graded if grade is not None)
    names = [name for _, name in fitting[: destination.MOST[THEME]]]
    numbers = reading.term_counts(workspace, THEME, names)
    return [Destination(THEME, name, name, counted(numbers[name], "digest")) for name in names]
