"""What can be done to many records at once, as values; how each is called; and what it would do.

`bulk_planning` makes a plan of an edit, `bulk_applying` carries it out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curator.domain.measures import counted
from curator.domain.signal import Signal
from curator.domain.term import TERM_KINDS
from curator.domain.text import quoted
from curator.workspace.editing import field_words
from curator.workspace.replacing import Replacement

DIGEST_FIELDS = ("title", "summary", "category", "type")
FILLED_FIELDS = (*Signal.TEXT_FIELDS, *DIGEST_FIELDS)
"""Fields that can be set, appended to and cleared."""
SEARCHED_FIELDS = (*FILLED_FIELDS, *TERM_KINDS)
"""Fields in which texts can be replaced."""
SET, APPEND, CLEAR = "set", "append", "clear"
NAME = "name"
"""The field of a theme or keyword."""
SIGNAL, DIGEST = "signal", "digest"
"""Kinds of records; those of terms are their own."""
DOUBLE = "double"
"""Why a theme or keyword goes: its digest has the new name already."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Find and replace in some fields."""

    fields: tuple[str, ...]
    replacement: Replacement


@dataclass(frozen=True, slots=True)
class Fill:
    """Set, append to or clear one field."""

    field: str
    how: str = SET
    text: str = ""


@dataclass(frozen=True, slots=True)
class AddTerm:
    """Give digests a theme or keyword that they do not have."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class RemoveTerm:
    """Take a theme or keyword off digests, whatever its capitals."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Review:
    """Say how far the judgement of digests has come."""

    state: str


Edit = Replace | Fill | AddTerm | RemoveTerm | Review


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an edit works on: digests with all their rows, or (`of_rows`) just these rows.

    Where it is about rows, an edit of digests is one of the digests that they belong to.
    """

    ids: Sequence[int]
    of_rows: bool = False


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One cell as it is, and as it would be.

    `record_id` is 0 for a theme or keyword that is to be added; one whose `new` name is empty is
    to be taken off, and so is a DOUBLE.
    """

    kind: str
    record_id: int
    digest_id: int
    field: str
    old: str
    new: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much a plan changes: cells, rows of the tables of digests, and digests."""

    changes: int = 0
    rows: int = 0
    digests: int = 0
    only_rows: bool = False

    def words(self) -> str:
        """ "1,187 changes in 1,100 rows of 800 digests"."""
        digests = counted(self.digests, "digest")
        place = f"{counted(self.rows, 'row')} of {digests}" if self.only_rows else digests
        return f"{counted(self.changes, 'change')} in {place}"

    def places(self) -> str:
        """Where, in one number: "14 rows", or "12 digests" where not only rows change."""
        return counted(self.rows, "row") if self.only_rows else counted(self.digests, "digest")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an edit would do, cell by cell, and what the digests are called."""

    edit: Edit
    lines: Sequence[PlannedChange]
    titles: Mapping[int, str]


def step_name(edit: Edit, numbers: Numbers) -> str:
    """What the history calls an edit: "Replace “teh” by “the” in 14 rows"."""
    where = numbers.places()
    match edit:
        case Replace():
            find, by = quoted(edit.replacement.find), edit.replacement.by
            return f"Replace {find} by {quoted(by)} in {where}" if by else f"Cut {find} in {where}"
        case Fill():
            return f"{_filling(edit)} in {where}"
        case AddTerm():
            return f"Add {edit.kind} {quoted(edit.name)} to {where}"
        case RemoveTerm():
            return f"Remove {edit.kind} {quoted(edit.name)} from {where}"
        case _:
            return f"Mark {where} as {edit.state}"


def _filling(edit: Fill) -> str:
    field = field_words(edit.field)
    if edit.how == CLEAR or not edit.text:
        return f"Clear {field}"
    if edit.how == APPEND:
        return f"Append {quoted(edit.text)} to {field}"
    return f"Set {field} to {quoted(edit.text)}"
