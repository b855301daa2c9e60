"""Days, months and years as a question names them: `2024`, `2024-08`, `2024-08..2025-01`."""

import calendar
import re

from curator.domain.query import Dates

_MOMENT = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def dates_named(text: str) -> Dates | None:
    """The span that a text means; an end that is left out is open. None where it means none."""
    first, dots, last = text.partition("..")
    if not dots:
        last = first
    ends = (_edge(first, is_last=False), _edge(last, is_last=True))
    if None in ends or not any(ends):
        return None
    return Dates(ends[0] or "", ends[1] or "")


def _edge(text: str, *, is_last: bool) -> str | None:
    """The first or the last day of a year, a month or a day; empty for an open end."""
    if not text:
        return ""
    found = _MOMENT.fullmatch(text)
    if not found:
        return None
    year = int(found[1])
    month = int(found[2] or (12 if is_last else 1))
    if not 1 <= month <= 12 or not year:
        return None
    length = calendar.monthrange(year, month)[1]
    day = int(found[3] or (length if is_last else 1))
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= length else None
