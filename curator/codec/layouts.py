"""The layouts that digests were made in, oldest first, and what a new block takes from each."""

from collections.abc import Sequence

from curator.codec.headings import FROM, KEY, PAGE, TitleLine
from curator.domain.signal import BEHAVIOUR, CONCERN, ISSUE, SIGNAL, TECHNOLOGY, Signal

A0 = "A0"
A = "A"
B = "B"
OTHER = "other"
"""Written by hand: all that none of the scripts wrote."""

KIND_OF_SECTION = {
    "Signals": SIGNAL,
    "Concerns": CONCERN,
    "Behaviors": BEHAVIOUR,
    "Technologies": TECHNOLOGY,
    "Issues": ISSUE,
}
"""The sections that hold a table, and the kind of its rows."""

_ROWS = tuple(KIND_OF_SECTION)
_ORDER_A = ("Summary", "Keywords", "Themes", "Other", *_ROWS, "Closest")
_ORDER_B = ("Keywords", "Themes", "Other", "Summary", *_ROWS, "Closest")
_EXPECTED_A = ("Summary", "Keywords", "Themes", "Signals", "Closest")
_EXPECTED_B = ("Summary", "Keywords", "Themes", "Other", "Signals")

_FIELD_OF_HEADING = {
    "signal": "name",
    "name": "name",
    "description": "description",
    "change": "change",
    "10 year": "horizon",
    "10y horizon": "horizon",
    "horizon": "horizon",
    "driving force": "driving_force",
    "relevancy": "relevancy",
}
_HEADINGS_A = {
    "name": "Signal",
    "description": "Description",
    "change": "Change",
    "horizon": "10y horizon",
    "driving_force": "Driving force",
    "relevancy": "Relevancy",
}
_HEADINGS_B = {
    "name": "name",
    "description": "description",
    "change": "change",
    "horizon": "10-year",
    "driving_force": "driving-force",
    "relevancy": "relevancy",
}
_COLUMNS_A = ("name", "change", "horizon", "driving_force")
_COLUMNS_B_OTHERS = ("name", "description", "relevancy")


def layout_of(title: TitleLine | None, sections: Sequence[str], headings: Sequence[str]) -> str:
    """The name of a layout, from the heading, the sections, and the signals table's headings."""
    if title is None:
        return OTHER
    if title.form == PAGE:
        return B
    if title.form == KEY:
        return A0
    if title.form == FROM:
        is_later = "Other" in sections or "name" in {heading.casefold() for heading in headings}
        return B if is_later else A
    return OTHER


def order_of(layout: str) -> tuple[str, ...]:
    """All sections in the order in which a layout has them."""
    return _ORDER_B if layout == B else _ORDER_A


def expected_sections(layout: str) -> tuple[str, ...]:
    """The sections that every digest of a layout has."""
    if layout == OTHER:
        return _EXPECTED_A[:-1]
    return _EXPECTED_B if layout == B else _EXPECTED_A


def field_of(heading: str) -> str:
    """The field of a signal that a column holds, or nothing for one that Curator does not know."""
    folded = " ".join(heading.casefold().replace("-", " ").replace("_", " ").split())
    return _FIELD_OF_HEADING.get(folded, "")


def heading_for(field: str, layout: str, headings: Sequence[str]) -> str:
    """What a column for a field is called, in keeping with the headings beside it."""
    is_lower = all(heading == heading.lower() for heading in headings) if headings else layout == B
    return (_HEADINGS_B if is_lower else _HEADINGS_A)[field]


def columns_for(kind: str, layout: str) -> tuple[str, ...]:
    """The fields that a new table of a kind of rows starts with."""
    if kind != SIGNAL:
        return _COLUMNS_B_OTHERS
    return Signal.TEXT_FIELDS if layout == B else _COLUMNS_A
