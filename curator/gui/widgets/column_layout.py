"""Which columns of a table are shown, in which order and how wide; as text, to be kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

NARROWEST, WIDEST = 48, 1_200
"""Pixels of a column."""


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Names of columns in the order on screen, those that are hidden, and widths in pixels."""

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)

    def fitted_to(self, names: Sequence[str]) -> "ColumnLayout":
        """The same for just these columns: what is new stands at the end, what is gone is
        forgotten, and at least one is shown."""
        known = [name for name in dict.fromkeys(self.order) if name in names]
        hidden = self.hidden.intersection(names)
        return ColumnLayout(
            (*known, *(name for name in names if name not in known)),
            hidden if len(hidden) < len(names) else frozenset(),
            {name: width for name, width in self.widths.items() if name in names},
        )


def written(layout: ColumnLayout) -> str:
    """The layout as text."""
    told = {
        "order": list(layout.order),
        "hidden": sorted(layout.hidden),
        "widths": dict(layout.widths),
    }
    return json.dumps(told)


def read(text: str) -> ColumnLayout:
    """The layout that a text says; parts that can't be read are as if they were not said."""
    try:
        told = json.loads(text)
    except ValueError:
        return ColumnLayout()
    if not isinstance(told, dict):
        return ColumnLayout()
    widths = told.get("widths")
    return ColumnLayout(
        tuple(_names(told.get("order"))),
        frozenset(_names(told.get("hidden"))),
        {
            name: min(max(width, NARROWEST), WIDEST)
            for name, width in (widths.items() if isinstance(widths, dict) else ())
            if isinstance(width, int)
        },
    )


def _names(told: object) -> list[str]:
    return [name for name in told if isinstance(name, str)] if isinstance(told, list) else []
