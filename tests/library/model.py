"""A library as plain Python sees it: dictionaries of records, whole copies, no cleverness."""

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta

from curator.domain.changes import Record, digest_of
from curator.domain.digest import Digest
from curator.domain.step import APPLIED, ASIDE, UNDONE

Key = tuple[str, int]
Rows = dict[Key, Record]


@dataclass
class ModelStep:
    """A step with all that the library held before it and after it."""

    id: int
    before: Rows
    after: Rows
    state: str = APPLIED
    arrived: set[int] = field(default_factory=set)
    typed: tuple[str, datetime] | None = None

    def touched(self) -> set[Key]:
        keys = self.before.keys() | self.after.keys()
        return {key for key in keys if self.before.get(key) != self.after.get(key)}


@dataclass
class Model:
    """What a library ought to hold, told step by step."""

    rows: Rows = field(default_factory=dict)
    steps: list[ModelStep] = field(default_factory=list)

    def applied(self) -> list[ModelStep]:
        return [step for step in self.steps if step.state == APPLIED]

    def next_redo(self) -> ModelStep | None:
        return next((step for step in self.steps if step.state == UNDONE), None)

    def write(self, step_id: int, after: Rows, arrived: set[int] = frozenset()) -> ModelStep:  # type: ignore[assignment]
        for step in self.steps:
            step.state = ASIDE if step.state == UNDONE else step.state
        step = ModelStep(step_id, self.rows, after, arrived=set(arrived))
        self.steps.append(step)
        self.rows = after
        return step

    def type_into(self, step_id: int, after: Rows, token: str, now: datetime) -> None:
        """Typing goes on in the newest step, or is a step of its own."""
        newest = self.applied()[-1] if self.applied() else None
        if newest and newest.typed and not self.next_redo():
            same = newest.typed[0] == token
            if same and now - newest.typed[1] <= timedelta(seconds=5):
                newest.after = self.rows = after
                newest.typed = (token, now)
                if not newest.touched():
                    self.steps.remove(newest)
                return
        self.write(step_id, after).typed = (token, now)

    def undo(self, now: str) -> None:
        step = self.applied()[-1]
        step.state = UNDONE
        self.rows = step.before
        if step.arrived:
            # They stay in the trash, and so in all that was before.
            trashed = in_trash(step.after, step.arrived, now)
            for earlier in self.applied():
                earlier.before = earlier.before | trashed
                earlier.after = earlier.after | trashed
            self.rows = step.before = step.before | trashed

    def redo(self) -> None:
        step = self.next_redo()
        assert step is not None
        step.state = APPLIED
        self.rows = step.after

    def reverted(self, step: ModelStep, now: str) -> Rows | None:
        """All rows when a step in the middle is taken back; None where that can't be."""
        if not step.arrived:
            return self._patched(step, step.after, step.before)
        later = {
            digest_of(record)
            for other in self.applied()
            if other.id > step.id
            for key in other.touched()
            if (record := other.after.get(key) or other.before.get(key))
        }
        if later & step.arrived:
            return None
        return self.rows | in_trash(self.rows, step.arrived, now, digests_only=True)

    def reapplied(self, step: ModelStep) -> Rows | None:
        """All rows when a step that is not applied is done again; None where that can't be."""
        if not step.arrived:
            return self._patched(step, step.before, step.after)
        digests = [self.rows.get(("digest", digest_id)) for digest_id in step.arrived]
        if not all(isinstance(digest, Digest) and digest.trashed for digest in digests):
            return None
        return self.rows | in_trash(self.rows, step.arrived, "", digests_only=True)

    def _patched(self, step: ModelStep, expected: Rows, wanted: Rows) -> Rows | None:
        rows = dict(self.rows)
        for key in step.touched():
            now = rows.pop(key, None)
            fitting = patched(now, expected.get(key), wanted.get(key))
            if fitting is None and now != expected.get(key):
                return None
            if fitting is not None:
                rows[key] = fitting
        return rows if is_sound(rows) else None


def patched(now: Record | None, expected: Record | None, wanted: Record | None) -> Record | None:
    """The row after a replay: as wanted, but fields that the step did not change stay as now."""
    if now is None or expected is None or wanted is None:
        return wanted if now == expected else None
    row = asdict(now)
    for name, value in asdict(expected).items():
        if value != asdict(wanted)[name]:
            if row[name] != value:
                return None
            row[name] = asdict(wanted)[name]
    return type(now)(**row)


def in_trash(rows: Rows, digest_ids: set[int], time: str, *, digests_only: bool = False) -> Rows:
    """The rows of digests, with the time at which they were put into the trash."""
    return {
        key: replace(record, trashed=time) if isinstance(record, Digest) else record
        for key, record in rows.items()
        if digest_of(record) in digest_ids and (isinstance(record, Digest) or not digests_only)
    }


def is_sound(rows: Rows) -> bool:
    """Whether each row has its digest and no key comes twice."""
    digests = [record for record in rows.values() if isinstance(record, Digest)]
    ids = {digest.id for digest in digests}
    owned = all(digest_of(record) in {0, *ids} for record in rows.values())
    return owned and len({digest.key for digest in digests}) == len(digests)
