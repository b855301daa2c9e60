"""How a library stands: what was measured about its safety, without any judgement."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from curator.domain.conflict import Conflict
from curator.domain.errors import Damaged
from curator.domain.listing import TRASH
from curator.domain.place import Place
from curator.library import extent, queries
from curator.workspace import backups, drafts, whereabouts
from curator.workspace.backups import Copy
from curator.workspace.workspace import Workspace

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Journal:
    """The history: its steps, the bytes of their records, and those of the file `-wal`."""

    steps: int = 0
    bytes: int = 0
    wal_bytes: int = 0


_SAFE, _NO_JOURNAL = Place(), Journal()
_NO_COPY: tuple[Copy | None, int] = (None, 0)
_NO_CONFLICTS: list[Conflict] = []


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is known of one library at the moment `now`; times are aware of their zones.

    `steps_since` counts what is in no copy yet, and `waiting_since` is when the oldest of that may
    have been done. `problems` is None where the library was never checked. `others` are who else
    has it open; `only_reads` is why it can't be edited, or empty.
    """

    library: Path
    now: datetime
    place: Place = _SAFE
    copy: Copy | None = None
    copies: int = 0
    copies_bytes: int = 0
    steps_since: int = 0
    waiting_since: datetime | None = None
    checked_at: datetime | None = None
    problems: int | None = None
    conflicts: int = 0
    trash: int = 0
    drafts: int = 0
    schema: tuple[int, int] = (1, 0)
    newest_schema: tuple[int, int] = (1, 0)
    journal: Journal = _NO_JOURNAL
    others: tuple[str, ...] = ()
    only_reads: str = ""
    is_damaged: bool = False
    is_displaced: bool = False


def standing(workspace: Workspace, now: datetime | None = None) -> Standing:
    """Measure a library; reads its whole history, so a window asks in the background.

    What can't be read of a damaged library is left at its default.

    Raises:
        LibraryError: it can't be read for another reason.
    """
    asking = _Asking(workspace)
    kept = backups.copies(workspace.path)
    copy, since = asking.whole(backups.steps_since, _NO_COPY)
    first = asking.part(extent.first_step_at, "")
    steps, size = asking.part(extent.journal_extent, (0, 0))
    problems = asking.part(partial(queries.setting, name="checked_problems"), "")
    return Standing(
        library=workspace.path,
        now=now or datetime.now().astimezone(),
        place=workspace.place,
        copy=copy,
        copies=len(kept),
        copies_bytes=sum(one.bytes for one in kept),
        steps_since=since,
        waiting_since=(copy.at if copy else _moment(first)) if since else None,
        checked_at=_moment(asking.part(partial(queries.setting, name="checked_at"), "")),
        problems=int(problems) if problems.isdecimal() else None,
        conflicts=len(asking.part(queries.conflicts, _NO_CONFLICTS)),
        trash=asking.part(queries.counts, {TRASH: 0})[TRASH],
        drafts=asking.whole(drafts.count, 0),
        schema=asking.part(extent.schema, extent.newest_schema()),
        newest_schema=extent.newest_schema(),
        journal=Journal(steps, size, _wal_bytes(workspace.path)),
        others=tuple(holder.words for holder in whereabouts.others(workspace)),
        only_reads=workspace.only_reads,
        is_damaged=workspace.is_damaged or asking.has_met_damage,
        is_displaced=whereabouts.is_displaced(workspace),
    )


class _Asking:
    """Asks a library that may be damaged; the parts of it that can be read still answer."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.has_met_damage = False

    def part(self, question: Callable[[Any], Answer], otherwise: Answer) -> Answer:
        def ask(workspace: Workspace) -> Answer:
            with workspace.library.reading() as connection:
                return question(connection)

        return self.whole(ask, otherwise)

    def whole(self, question: Callable[[Workspace], Answer], otherwise: Answer) -> Answer:
        try:
            return question(self._workspace)
        except Damaged:
            self.has_met_damage = True
            return otherwise


def _moment(text: str) -> datetime | None:
    """A time as the library notes it; None where it holds none that can be understood."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _wal_bytes(library: Path) -> int:
    try:
        return Path(f"{library}-wal").stat().st_size
    except OSError:
        return 0
