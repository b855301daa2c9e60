"""A table is records and columns: what a column shows, and the deed that an edit of it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from curator.workspace.workspace import Deed

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table of records of one type (`Any`, since a table does not care which).

    `edit(record, text)` gives the deed that makes the record say `text`; None: read-only.
    `note(record)` is a short warning under the text, empty for none. `share` is the part of the
    width that it gets, relative to the other columns. `short` stands in the header where the title
    would take more room than the values. `field` is the name of what an edit writes to, `sought`
    the field in which a question looks for what stands here. Where a cell holds one of a few
    `choices`, no other text is taken.
    """

    title: str
    short: str = ""
    read: Callable[[Any], str]
    edit: Callable[[Any, str], Deed] | None = None
    field: str = ""
    sought: str = ""
    note: Callable[[Any], str] | None = None
    tip: str = ""
    share: int = 4
    strong: bool = False
    alignment: Qt.AlignmentFlag = LEFT
    choices: tuple[str, ...] = ()

    def deed(self, record: Any, text: str) -> Deed | None:
        """The deed that makes a record say `text`; None where it can't, or says it already."""
        if self.edit is None or (self.choices and text not in self.choices):
            return None
        return None if self.read(record) == text else self.edit(record, text)


def in_one_step(label: str, deeds: Sequence[Deed]) -> Deed:
    """The deed that does all of `deeds` as one step called `label`."""
    return partial(_do_all, label, tuple(deeds))


def _do_all(label: str, deeds: tuple[Deed, ...], write: Any) -> str:
    names = [deed(write) for deed in deeds]
    return names[0] if len(names) == 1 else label
