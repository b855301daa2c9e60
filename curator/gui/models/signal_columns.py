"""Columns of the tables of signals, concerns, behaviours, technologies and issues."""

from collections.abc import Callable, Sequence
from functools import partial

from curator.domain.field_path import EXTRA
from curator.domain.signal import SIGNAL, Signal
from curator.gui.models.columns import Column
from curator.workspace.editing import set_signal_field
from curator.workspace.workspace import Deed

_TITLES = {
    "name": "Name",
    "description": "Description",
    "change": "Change",
    "horizon": "10y horizon",
    "driving_force": "Driving force",
    "relevancy": "Relevancy",
}
SOUGHT = {"name": "signal", "driving_force": "force"}
"""The fields of a row that questions call by another name."""
_SHARES = {"description": 5, "relevancy": 1}
_MOST_OF_THE_ROOM = 10
_SHORT = {"relevancy": "Rel."}
_FEW_CHARACTERS = 16
_LAYOUT_A: tuple[str, ...] = ("name", "change", "horizon", "driving_force")
_LAYOUT_B = tuple(_TITLES)
_OTHER_KINDS = ("name", "description", "relevancy")


def signal_columns(kind: str, rows: Sequence[Signal], layout: str = "") -> tuple[Column, ...]:
    """The columns for rows of one kind: those of the digest's layout, and every other that is used.

    Columns that Curator does not know (`extra`) follow in the order of the table.
    """
    fields = _fields(kind, rows, layout)
    known = (
        _column(
            name,
            "Signal" if _is_plain_signal(kind, fields, name) else "",
            _share(name, fields, rows),
        )
        for name in fields
    )
    return (*known, *(_extra_column(heading) for heading in _extra_headings(rows)))


def _fields(kind: str, rows: Sequence[Signal], layout: str) -> tuple[str, ...]:
    told = {name for name in _TITLES if any(getattr(row, name) for row in rows)}
    wanted = _LAYOUT_A
    if kind != SIGNAL:
        wanted = _OTHER_KINDS
    elif layout == "B" or (not layout and "description" in told):
        wanted = _LAYOUT_B
    return tuple(name for name in _TITLES if name in wanted or name in told)


def _is_plain_signal(kind: str, fields: Sequence[str], name: str) -> bool:
    return name == "name" and kind == SIGNAL and "description" not in fields


def _share(name: str, fields: Sequence[str], rows: Sequence[Signal]) -> int:
    if name == "description" and tuple(fields) == _OTHER_KINDS:
        return _MOST_OF_THE_ROOM
    if name == "relevancy" and any(len(row.relevancy) > _FEW_CHARACTERS for row in rows):
        return 3
    return _SHARES.get(name, 4)


def _column(name: str, title: str, share: int) -> Column:
    return Column(
        title=title or _TITLES[name],
        short=_SHORT.get(name, ""),
        read=_reader(name),
        edit=partial(_edit, name),
        field=name,
        sought=SOUGHT.get(name, name),
        strong=name == "name",
        share=share,
    )


def _edit(name: str, row: Signal, text: str) -> Deed:
    return partial(set_signal_field, signal_id=row.id, name=name, text=text)


def _reader(name: str) -> Callable[[Signal], str]:
    return partial(_read, name)


def _read(name: str, row: Signal) -> str:
    return str(getattr(row, name))


def _extra_headings(rows: Sequence[Signal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heading for row in rows for heading, _ in row.extra))


def _extra_column(heading: str) -> Column:
    return Column(
        title=heading or "—",
        read=partial(_read_extra, heading),
        edit=partial(_edit, f"{EXTRA}{heading}"),
        field=f"{EXTRA}{heading}",
        sought="extra",
        tip="This column came with the file; Curator keeps it.",
        share=3,
    )


def _read_extra(heading: str, row: Signal) -> str:
    return dict(row.extra).get(heading, "")
