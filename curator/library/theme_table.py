"""Which digests have which theme, theme by theme."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sqlalchemy import func, select

from curator.domain.term import THEME
from curator.library import tables
from curator.library.digest_orders import digests
from curator.library.id_lists import ids
from curator.library.slots import Places
from curator.library.snapshot import Snapshot

_term = tables.term.c
_LETTERS = 60
"""Bytes that a short text takes, about."""

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """The themes by their letters; `owners` are the slots of the digests that have the first of
    them, then the second, and so on, and `codes` the place of the theme of each owner."""

    names: tuple[str, ...]
    codes: Places
    owners: Places

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        return self.codes.nbytes + self.owners.nbytes + _LETTERS * len(self.names)

    def counts(self, weights: Counts) -> Counts:
        """How much each theme comes to, where each digest weighs something."""
        weighed = np.append(weights, 0)[self.owners]
        return np.bincount(self.codes, weighed, len(self.names)).astype(np.int64)


def themes(snapshot: Snapshot) -> ThemeTable:
    """The themes of all digests, those in the trash with them."""
    return snapshot.once("themes", lambda: _read(snapshot))


def _read(snapshot: Snapshot) -> ThemeTable:
    is_theme = _term.kind == THEME
    order = (_term.name, _term.digest_id, _term.id)
    listed = select(_term.digest_id).where(is_theme).order_by(*order)
    owners = digests(snapshot).of(ids(snapshot.connection, listed))
    spellings = snapshot.connection.execute(
        select(_term.name, func.count()).where(is_theme).group_by(_term.name).order_by(_term.name)
    ).all()
    uses = np.array([count for _, count in spellings], np.int64)
    codes = np.repeat(np.arange(len(spellings), dtype=np.int32), uses)
    # A digest that says a theme twice has it once.
    once = np.ones(len(owners), np.bool_)
    once[1:] = (owners[1:] != owners[:-1]) | (codes[1:] != codes[:-1])
    return ThemeTable(tuple(name for name, _ in spellings), codes[once], owners[once])
