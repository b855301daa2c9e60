"""`Changes`: the one value that every write to a library returns.

It is the undo step (`reversed`), the journal row (written in the same transaction), the notice
to the views (they already hold the new record) and the report of a command.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.saved_search import SavedSearch
from curator.domain.signal import Signal
from curator.domain.term import Term

Record = Digest | Signal | Term | Link | Conflict | SavedSearch

RECORD_TYPES: dict[str, type[Record]] = {
    "digest": Digest,
    "signal": Signal,
    "term": Term,
    "link": Link,
    "conflict": Conflict,
    "saved_search": SavedSearch,
}

KIND_OF: dict[type[object], str] = {type_: kind for kind, type_ in RECORD_TYPES.items()}
"""The name under which the journal files each type of record."""


def digest_of(record: Record) -> int:
    """The id of the digest that a record belongs to: its own for a digest, 0 for a saved search."""
    if isinstance(record, SavedSearch):
        return 0
    return record.id if isinstance(record, Digest) else record.digest_id


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before: created, None after: deleted.

    Both are None in a wholesale change: the whole digest `id` came or went with all its rows,
    and who shows it has to ask again.
    """

    kind: str
    id: int
    digest_id: int
    before: Record | None = None
    after: Record | None = None

    def reversed(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.kind, self.id, self.digest_id, self.after, self.before)

    @property
    def wholesale(self) -> bool:
        """Whether it names a digest without its records."""
        return self.before is None and self.after is None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that one deed changed, in order, under a name in words.

    `step_id` is the row of the journal; 0 means that nothing changed and nothing was written.
    """

    label: str = ""
    items: tuple[Change, ...] = ()
    step_id: int = 0

    def reversed(self) -> "Changes":
        """The changes that take these back, last first."""
        return replace(self, items=tuple(item.reversed() for item in reversed(self.items)))

    def of_kind(self, kind: str) -> tuple[Change, ...]:
        """The changes of one kind of record."""
        return tuple(item for item in self.items if item.kind == kind)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not self.items

    @property
    def wholesale(self) -> bool:
        """Whether views have to ask again, because records are missing."""
        return any(item.wholesale for item in self.items)

    @property
    def digest_ids(self) -> frozenset[int]:
        """The digests that were touched."""
        return frozenset(item.digest_id for item in self.items if item.digest_id)

    def summary(self) -> str:
        """What changed in numbers: "3 signals, 1 theme"; "nothing" where nothing did."""
        counts = Counter(_noun(item) for item in self.items)
        words = (f"{n:,} {noun if n == 1 else _plural(noun)}" for noun, n in counts.items())
        return ", ".join(words) or "nothing"


def _noun(change: Change) -> str:
    record = change.after or change.before
    return record.kind if isinstance(record, Term) else change.kind.replace("_", " ")


def _plural(noun: str) -> str:
    return f"{noun}es" if noun.endswith("ch") else f"{noun}s"


def net(items: Iterable[Change]) -> tuple[Change, ...]:
    """Changes of the same record joined: first before, last after; what came to nothing is gone."""
    joined: dict[tuple[str, int], Change] = {}
    wholesale: set[tuple[str, int]] = set()
    for item in items:
        key = (item.kind, item.id)
        earlier = joined.get(key)
        joined[key] = replace(item, before=earlier.before) if earlier else item
        if item.wholesale:
            wholesale.add(key)
    # A record that was made and deleted again has no before and no after either.
    return tuple(
        item for key, item in joined.items() if key in wholesale or item.before != item.after
    )
