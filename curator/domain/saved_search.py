"""A search that somebody keeps under a name, as a list that is always up to date."""

from dataclasses import dataclass

DIGESTS, SIGNALS = "digests", "signals"
"""What a search lists: digests, or the rows of all of them."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """`text` is the question as a person types it, `page` what it lists (DIGESTS or SIGNALS);
    `position` orders the searches of the sidebar."""

    id: int = 0
    position: int = 0
    name: str = ""
    text: str = ""
    page: str = DIGESTS
