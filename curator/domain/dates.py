"""The day a digest comes from, as far as its origin tells.

The origin is the name of the newsletter page (`20240818`, `20250511d`, `20251231-a-yearly-review`,
`1535.0`). Many begin with a day; some days can't be right.
"""

import re
from datetime import date

_DAY = re.compile(r"^(\d{4})(\d{2})(\d{2})(?!\d)|^(\d{4})-(\d{2})-(\d{2})(?!\d)")
_YEAR_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](?:0[1-9]|1[0-2])\b")


def day_of(origin: str) -> date | None:
    """The calendar day that an origin begins with, or None where it names no such day."""
    found = _DAY.match(origin.strip())
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def impossible_day(origin: str, source_url: str, today: date) -> str:
    """Why the day in `origin` can't be right, as a sentence; empty where it may be.

    A day is impossible when the calendar has no such day, when it lies after `today`, or when the
    address of the article names a later year.
    """
    if not _DAY.match(origin.strip()):
        return ""
    day = day_of(origin)
    if day is None:
        return f"The calendar has no day {origin}."
    if day > today:
        return f"The date {day.isoformat()} lies in the future."
    year = _YEAR_IN_ADDRESS.search(source_url)
    if year and int(year[1]) > day.year:
        return (
            f"The date {day.isoformat()} is older than the article, whose address says {year[1]}."
        )
    return ""
