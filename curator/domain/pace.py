"""How fast a long deed goes on, and how long it still takes, in words that do not jump about."""

from collections import deque
from collections.abc import Callable
from time import monotonic

from curator.domain.measures import counted

_WINDOW = 10.0
"""Seconds that the pace is taken from: what was before says little of what comes."""
_SOON = 1.5
"""Seconds before which nothing can be said of it."""


class Pace:
    """Told again and again how far a deed is; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def words(self, done: int, total: int) -> str:
        """ "12,400 of 100,000 · 820 a second · about 2 minutes left"; empty where the total is 0.

        The first call begins the measurement.
        """
        if not total:
            return ""
        parts = [f"{done:,} of {total:,}"]
        rate = self._rate(done)
        if rate > 0:
            parts += [_rate_words(rate), f"{_time_words((total - done) / rate)} left"]
        return " · ".join(parts)

    def _rate(self, done: int) -> float:
        """Pieces a second; 0 where that is not known yet."""
        now = self._clock()
        self._seen.append((now, done))
        while now - self._seen[0][0] > _WINDOW and len(self._seen) > 2:
            self._seen.popleft()
        began, before = self._seen[0]
        return (done - before) / (now - began) if now - began >= _SOON else 0.0


def _rate_words(rate: float) -> str:
    if rate >= 1:
        return f"{_two_digits(rate):,.0f} a second"
    return f"{max(round(rate * 60), 1)} a minute"


def _two_digits(rate: float) -> float:
    """A number of which only the first digits are told, as the others change all the time."""
    return round(rate, 2 - len(str(int(rate))))


def _time_words(seconds: float) -> str:
    if seconds < 10:
        return "a few seconds"
    if seconds < 55:
        return f"about {round(seconds / 10) * 10} seconds"
    minutes = round(seconds / 60)
    return f"about {counted(minutes if minutes < 90 else round(minutes / 60), _unit(minutes))}"


def _unit(minutes: int) -> str:
    return "minute" if minutes < 90 else "hour"
