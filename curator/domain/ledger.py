"""The signal ledger: all rows of all digests as one table, and how it is asked for."""

from dataclasses import dataclass, field

from curator.domain.listing import DigestCard, Listing
from curator.domain.signal import Signal

DATE, TITLE, REVIEW, THEMES = "date", "title", "review", "themes"
KIND, POSITION = "kind", "position"
OF_DIGESTS = (DATE, TITLE, REVIEW, THEMES)
"""Columns that belong to the digest of a row."""
COLUMNS = (*Signal.TEXT_FIELDS, KIND, TITLE, DATE, THEMES, REVIEW)
"""All columns by which the ledger is sorted; those of the row first."""

BY_THEME, BY_FORCE, BY_HORIZON, BY_DIGEST, BY_MONTH = "theme", "force", "horizon", "digest", "month"
GROUPINGS = (BY_THEME, BY_FORCE, BY_HORIZON, BY_DIGEST, BY_MONTH)
"""By what rows can be grouped; a row stands in the group of each theme of its digest."""


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column that orders the rows; rows that agree in it stand as their digests do."""

    column: str = DATE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row of the ledger: the record, and the card of its digest."""

    signal: Signal
    digest: DigestCard

    @property
    def id(self) -> int:
        """The id of the record."""
        return self.signal.id


@dataclass(frozen=True, slots=True)
class LedgerQuestion:
    """Which rows, in which order."""

    listing: Listing = field(default_factory=Listing)
    sorting: Sorting = field(default_factory=Sorting)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share a value: the value itself, what it is called, and how many they are.

    `value` is the theme, the text of the column, the id of the digest, or the month (2024-08).
    """

    value: str
    name: str
    count: int
