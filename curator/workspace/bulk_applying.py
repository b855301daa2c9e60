"""Carrying out what is ticked of a plan: one step, and never over a text that nobody saw."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from curator.domain.changes import Changes
from curator.domain.digest import Digest
from curator.domain.order import GAP
from curator.domain.signal import Signal
from curator.domain.term import TERM_KINDS, Term
from curator.library.cell_texts import CellTexts
from curator.library.write import Write
from curator.workspace.bulk_edits import (
    DIGEST,
    DOUBLE,
    SIGNAL,
    Numbers,
    Plan,
    PlannedChange,
    step_name,
)
from curator.workspace.importing import Cancelled, Progress
from curator.workspace.ticks import Ticks
from curator.workspace.workspace import Workspace

_PART = 1000
"""Records that are changed together."""
Row = TypeVar("Row", Signal, Digest)


@dataclass(frozen=True, slots=True)
class BulkReport:
    """What came of a plan: the step, in numbers, and what was left alone because it had changed
    since the plan was made."""

    changes: Changes = field(default_factory=Changes)
    done: Numbers = field(default_factory=Numbers)
    left_alone: tuple[PlannedChange, ...] = ()
    cancelled: bool = False


class _Stop(Exception):
    """Takes the transaction of a cancelled edit back."""


def apply_plan(
    workspace: Workspace,
    plan: Plan,
    lines: Iterable[PlannedChange],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> BulkReport:
    """Make those changes of a plan as one step; cells that say something else by now stay.

    A cancelled edit changes nothing.

    Raises:
        LibraryError: the library can't be written.
    """
    ticked = list(lines)
    outcome = _Outcome()

    def deed(write: Write) -> str:
        for part in _parts(ticked):
            if cancelled and cancelled():
                raise _Stop
            if progress:
                progress(outcome.count, len(ticked), "")
            _APPLY[part[0].kind](write, part, outcome)
        return step_name(plan.edit, outcome.numbers(plan))

    try:
        changes = workspace.do(deed)
    except _Stop:
        return BulkReport(cancelled=True)
    return BulkReport(changes, outcome.numbers(plan), tuple(outcome.left_alone))


@dataclass(slots=True)
class _Outcome:
    done: list[PlannedChange] = field(default_factory=list)
    left_alone: list[PlannedChange] = field(default_factory=list)

    def note(self, line: PlannedChange, *, done: bool) -> bool:
        (self.done if done else self.left_alone).append(line)
        return done

    @property
    def count(self) -> int:
        return len(self.done) + len(self.left_alone)

    def numbers(self, plan: Plan) -> Numbers:
        return Ticks(replace(plan, lines=self.done)).numbers()


def _parts(lines: Sequence[PlannedChange]) -> Iterator[list[PlannedChange]]:
    """Lines of one kind, by their digests, so that each index is written in its order."""
    by_kind: defaultdict[str, list[PlannedChange]] = defaultdict(list)
    for line in lines:
        by_kind[line.kind].append(line)
    for of_kind in by_kind.values():
        of_kind.sort(key=_by_digest)
        part: list[PlannedChange] = []
        for line in of_kind:
            if len(part) >= _PART and line.digest_id != part[-1].digest_id:
                yield part
                part = []
            part.append(line)
        yield part


def _by_digest(line: PlannedChange) -> int:
    return line.digest_id


def _apply_to_rows(
    record_type: type[Row], write: Write, lines: Sequence[PlannedChange], outcome: _Outcome
) -> None:
    ids = dict.fromkeys(line.record_id for line in lines)
    records = {record.id: record for record in write.get_all(record_type, ids)}
    values: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for line in lines:
        record = records.get(line.record_id)
        if outcome.note(line, done=getattr(record, line.field, None) == line.old):
            values[line.record_id][line.field] = line.new
    write.put_all([replace(records[id_], **fields) for id_, fields in values.items()])


def _apply_to_terms(write: Write, lines: Sequence[PlannedChange], outcome: _Outcome) -> None:
    digest_ids = list(dict.fromkeys(line.digest_id for line in lines))
    present = {digest.id for digest in write.get_all(Digest, digest_ids)}
    terms = CellTexts(write.connection).terms(digest_ids, lines[0].kind)
    put: list[Term] = []
    gone: list[Term] = []
    for digest_id, of_digest in groupby(lines, key=_by_digest):
        if digest_id in present:
            of_one = _OfOne(terms[digest_id], list(of_digest))
            of_one.follow(outcome)
            put += of_one.put
            gone += of_one.gone
        else:
            outcome.left_alone += of_digest
    write.put_all(put)
    write.remove(*gone)


class _OfOne:
    """The themes, or the keywords, of one digest, of which none may stand there twice."""

    def __init__(self, terms: Sequence[Term], lines: Sequence[PlannedChange]) -> None:
        self.put: list[Term] = []
        self.gone: list[Term] = []
        self._terms = {term.id: term for term in terms}
        self._lines = lines
        changing = {line.record_id for line in lines}
        self._names = {term.name for term in terms if term.id not in changing}
        self._end = max((term.position for term in terms), default=0)

    def follow(self, outcome: "_Outcome") -> None:
        """Do what the lines say, where that still means what it meant."""
        for line in self._lines:
            if not line.record_id:
                outcome.note(line, done=self._add(line))
                continue
            term = self._terms.get(line.record_id)
            done = term is not None and term.name == line.old and self._change(term, line)
            if not outcome.note(line, done=done) and term is not None:
                self._names.add(term.name)

    def _add(self, line: PlannedChange) -> bool:
        if line.new in self._names:
            return False
        self._end += GAP
        new = Term(digest_id=line.digest_id, kind=line.kind, name=line.new, position=self._end)
        self.put.append(new)
        self._names.add(line.new)
        return True

    def _change(self, term: Term, line: PlannedChange) -> bool:
        if not line.new:
            self.gone.append(term)
            return True
        twin = line.new in self._names
        if twin is not (line.note == DOUBLE):
            return False
        if twin:
            self.gone.append(term)
        else:
            self.put.append(replace(term, name=line.new))
            self._names.add(line.new)
        return True


_APPLY: dict[str, Callable[[Write, Sequence[PlannedChange], _Outcome], None]] = {
    SIGNAL: partial(_apply_to_rows, Signal),
    DIGEST: partial(_apply_to_rows, Digest),
    **dict.fromkeys(TERM_KINDS, _apply_to_terms),
}
