"""Plans of bulk edits: every cell that would change, found afresh, before anything does."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from curator.domain.errors import Interrupted, InvalidRecord
from curator.domain.review import review_named
from curator.domain.signal import Signal
from curator.domain.term import TERM_KINDS, Term
from curator.domain.text import many_lines, one_line
from curator.library.cell_texts import CellTexts, Texts
from curator.workspace.bulk_edits import (
    APPEND,
    CLEAR,
    DIGEST,
    DIGEST_FIELDS,
    DOUBLE,
    NAME,
    SIGNAL,
    AddTerm,
    Chosen,
    Edit,
    Fill,
    Plan,
    PlannedChange,
    RemoveTerm,
    Replace,
    Review,
)
from curator.workspace.importing import Cancelled, Progress
from curator.workspace.replacing import Replacer
from curator.workspace.workspace import Workspace

_PART = 500
"""Rows or digests that are looked through at a time."""
_NAMES = ("title", "key")
_Alter = Callable[[str], str]
_OfTerms = Callable[[int, Sequence[Term]], Iterable[PlannedChange]]
"""What is to be done to the themes, or the keywords, of one digest."""


def plan_of(
    workspace: Workspace,
    edit: Edit,
    chosen: Chosen,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Plan:
    """What `edit` would do to what was chosen; digests in the trash are left alone.

    Raises:
        InvalidRecord: the edit means nothing, such as for a pattern that can't be read.
        Interrupted: it was cancelled.
    """
    look = _look_for(edit)
    lines: list[PlannedChange] = []
    titles: dict[int, str] = {}
    with workspace.library.reading() as connection:
        texts = CellTexts(connection)
        for done, found in look.parts(texts, chosen):
            if cancelled and cancelled():
                raise Interrupted("The preview was given up.")
            if progress:
                progress(done, len(chosen.ids), "")
            _learn_titles(texts, found, titles)
            lines += (line for line in found if line.digest_id in titles)
    return Plan(edit, lines, titles)


def _learn_titles(texts: CellTexts, lines: Iterable[PlannedChange], titles: dict[int, str]) -> None:
    unknown = {line.digest_id for line in lines} - titles.keys()
    for digest_id, _, title, key in texts.of_digests(sorted(unknown), _NAMES):
        titles[digest_id] = title or key


def _look_for(edit: Edit) -> "_Look":
    """How to find what an edit would change."""
    match edit:
        case Replace():
            alter = Replacer(edit.replacement)
            fields = edit.fields if edit.replacement.find else ()
            renaming = {kind: _renaming(kind, alter) for kind in TERM_KINDS if kind in fields}
            return _Look(alter, fields, renaming)
        case Fill():
            return _Look(_filling(edit), (edit.field,))
        case Review():
            state = review_named(edit.state)
            return _Look(lambda _: state, ("review",))
        case _:
            of_terms = _adding if isinstance(edit, AddTerm) else _removing
            return _Look(of_terms={edit.kind: of_terms(edit.kind, _name_of(edit))})


@dataclass(frozen=True, slots=True)
class _Look:
    """Which cells to look at: `alter` says what becomes of a text in one of the `fields`."""

    alter: _Alter = str
    fields: Sequence[str] = ()
    of_terms: Mapping[str, _OfTerms] = field(default_factory=dict)

    def parts(self, texts: CellTexts, chosen: Chosen) -> Iterator[tuple[int, list[PlannedChange]]]:
        """What would change, part by part, each with how far that is."""
        of_rows = [name for name in self.fields if name in Signal.TEXT_FIELDS]
        of_digests = [name for name in self.fields if name in (*DIGEST_FIELDS, "review")]
        if of_rows:
            ask = texts.of_signals if chosen.of_rows else texts.of_signals_in
            for start in range(0, len(chosen.ids), _PART):
                part = ask(chosen.ids[start : start + _PART], of_rows)
                yield start, list(self._cells(SIGNAL, part, of_rows))
        if not of_digests and not self.of_terms:
            return
        ids = texts.owners(chosen.ids) if chosen.of_rows else chosen.ids
        for start in range(0, len(ids), _PART):
            some = ids[start : start + _PART]
            cells = texts.of_digests(some, of_digests) if of_digests else ()
            found = list(self._cells(DIGEST, cells, of_digests))
            for kind, of_terms in self.of_terms.items():
                for digest_id, terms in texts.terms(some, kind).items():
                    found += of_terms(digest_id, terms)
            yield start, found

    def _cells(
        self, kind: str, cells: Iterable[Texts], names: Sequence[str]
    ) -> Iterator[PlannedChange]:
        for record_id, digest_id, *olds in cells:
            for name, old in zip(names, olds, strict=True):
                new = self.alter(old)
                if new == old:
                    continue
                clean = many_lines(new) if kind == SIGNAL or name == "summary" else one_line(new)
                if clean != old:
                    yield PlannedChange(kind, record_id, digest_id, name, old, clean)


def _filling(edit: Fill) -> _Alter:
    if edit.how == APPEND:
        return lambda old: old + edit.text if old else edit.text
    new = "" if edit.how == CLEAR else edit.text
    return lambda _: new


def _name_of(edit: AddTerm | RemoveTerm) -> str:
    if name := one_line(edit.name):
        return name
    raise InvalidRecord(f"A {edit.kind} needs a name.")


def _adding(kind: str, name: str) -> _OfTerms:
    def add(digest_id: int, terms: Sequence[Term]) -> Iterator[PlannedChange]:
        if all(term.name != name for term in terms):
            yield PlannedChange(kind, 0, digest_id, NAME, "", name)

    return add


def _removing(kind: str, name: str) -> _OfTerms:
    wanted = name.casefold()

    def remove(digest_id: int, terms: Sequence[Term]) -> Iterator[PlannedChange]:
        for term in terms:
            if term.name.casefold() == wanted:
                yield PlannedChange(kind, term.id, digest_id, NAME, term.name, "")

    return remove


def _renaming(kind: str, alter: _Alter) -> _OfTerms:
    def rename(digest_id: int, terms: Sequence[Term]) -> Iterator[PlannedChange]:
        news = [one_line(alter(term.name)) for term in terms]
        pairs = list(zip(terms, news, strict=True))
        names = {new for term, new in pairs if new == term.name}
        for term, new in pairs:
            if new != term.name:
                note = DOUBLE if new and new in names else ""
                names.add(new)
                yield PlannedChange(kind, term.id, digest_id, NAME, term.name, new, note)

    return rename
