"""Rows of a digest's tables: signals, and the later kinds beside them."""

from dataclasses import dataclass
from typing import ClassVar

SIGNAL = "signal"
CONCERN = "concern"
BEHAVIOUR = "behaviour"
TECHNOLOGY = "technology"
ISSUE = "issue"
KINDS = (SIGNAL, CONCERN, BEHAVIOUR, TECHNOLOGY, ISSUE)
"""The kinds of rows in the order in which digests list them."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One row of one table; fields that its table has no column for stay empty.

    `horizon` is the column "10y horizon" or "10-year". `extra` keeps columns that Curator does
    not know, as (heading, cell) in the order of the table.
    """

    TEXT_FIELDS: ClassVar[tuple[str, ...]] = (
        "name",
        "description",
        "change",
        "horizon",
        "driving_force",
        "relevancy",
    )

    id: int = 0
    digest_id: int = 0
    position: int = 0
    kind: str = SIGNAL
    name: str = ""
    description: str = ""
    change: str = ""
    horizon: str = ""
    driving_force: str = ""
    relevancy: str = ""
    extra: tuple[tuple[str, str], ...] = ()
