"""Which copies of a library have become too many, by the rule of Anki's backups.

All of the last two days stay; then the newest of each of 7 days, of 4 weeks and of 12 months.
Copies made by hand are the person's own and never taken into account. ("Backups" in Anki's
manual; rslib/src/collection/backup.rs in its source.)
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from curator.domain.backup_copy import Copy

FRESH = timedelta(days=2)
"""How long every copy stays."""


class _Rung(NamedTuple):
    """So many periods, named by `period`, of each of which the newest copy stays."""

    number: int
    period: Callable[[datetime], Hashable]


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return (at.year, at.month)


_LADDER = (_Rung(7, _day), _Rung(4, _week), _Rung(12, _month))


def surplus(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    """The copies to let go of, of however many libraries; never the newest of one.

    A copy from the future (the clock was wrong then, or is now) stays until its time has passed.
    Which is the newest is told by stamps and by writes, because a clock may have been set back.
    """
    copies = list(copies)
    return [
        copy
        for library_id in sorted({copy.library_id for copy in copies})
        for copy in _surplus([copy for copy in copies if copy.library_id == library_id], now)
    ]


def _surplus(copies: list[Copy], now: datetime) -> list[Copy]:
    farthest = max(copies, key=lambda copy: (copy.writes, copy.at))
    past = sorted((copy for copy in copies if copy.at <= now), key=lambda copy: copy.at)
    stay = {farthest.path, *(copy.path for copy in past[-1:])}
    old = [copy for copy in reversed(past) if copy.reason and now - copy.at > FRESH]
    return [copy for copy in _not_kept(old) if copy.path not in stay]


def _not_kept(newest_first: list[Copy]) -> list[Copy]:
    """Those that no rung of the ladder keeps."""
    rungs = iter(_LADDER)
    rung: _Rung | None = next(rungs)
    room, last, spare = _LADDER[0].number, None, []
    for copy in newest_first:
        if rung and not room:
            rung = next(rungs, None)
            room = rung.number if rung else 0
        if rung and (last is None or rung.period(copy.at) != rung.period(last)):
            last, room = copy.at, room - 1
        else:
            spare.append(copy)
    return spare
