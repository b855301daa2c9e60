"""Moments, sizes and numbers in words, as a person reads them."""

from datetime import datetime, timedelta

_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def moment_words(moment: datetime, now: datetime) -> str:
    """A moment as seen from `now`, in the time zone of `now`: “today at 12:04”.

    Both are aware of their zones; the day is left out of none but today and yesterday.
    """
    there = moment.astimezone(now.tzinfo)
    days = (now.date() - there.date()).days
    if days in {0, 1}:
        return f"{'yesterday' if days else 'today'} at {there:%H:%M}"
    return f"{there.day} {there:%b %Y} at {there:%H:%M}"


def span_words(span: timedelta) -> str:
    """How long something took or is ago, in the largest unit that fits: “9 days”."""
    minutes = max(int(span.total_seconds() // 60), 0)
    for unit, length in (("day", 24 * 60), ("hour", 60)):
        if minutes >= 2 * length:
            return counted(minutes // length, unit)
    return counted(minutes, "minute")


def size_words(size: int) -> str:
    """A number of bytes in units of thousands: “28.1 MB”."""
    amount, unit = float(size), 0
    while amount >= 1_000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1_000, unit + 1
    return f"{size:,} {_UNITS[0]}" if unit == 0 else f"{amount:,.1f} {_UNITS[unit]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: “1 step”, “3,554 steps”, “2 copies”."""
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:] != "ay" else f"{noun}s"
    return f"{number:,} {plural}"


def number_words(number: int) -> str:
    """A small number as a word, a larger one in figures: “two”, “14”."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
