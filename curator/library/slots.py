"""Ids by their place among all ids of a table, so that sets of them are masks and join at once."""

import numpy as np
import numpy.typing as npt

from curator.library.id_lists import Ids

Mask = npt.NDArray[np.bool_]
"""A set: one truth for each slot."""

Places = npt.NDArray[np.int32]
"""Slots in an order, or the rank that each slot has."""

_SPARSE = 8
"""Numbers between 0 and the highest id for each id that there is, up to which a table is made of
all of them. More are no library of ours, and are looked up by halves."""
_FEW = 1_000_000


class Slots:
    """All ids of a table in ascending order; the slot of an id is its place there."""

    def __init__(self, ids: Ids) -> None:
        self.ids = ids
        highest = int(ids[-1]) if len(ids) else 0
        is_dense = len(ids) == 0 or (int(ids[0]) >= 0 and highest <= _FEW + _SPARSE * len(ids))
        self._table = np.full(highest + 1 if is_dense else 0, len(ids), np.int32)
        if is_dense:
            self._table[ids] = np.arange(len(ids), dtype=np.int32)
        self._is_dense = is_dense

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        return self.ids.nbytes + self._table.nbytes

    def of(self, ids: Ids) -> Places:
        """The slots of ids; one that is not there gets the slot behind the last."""
        if self._is_dense:
            there = (ids >= 0) & (ids < len(self._table))
            if there.all():
                return self._table[ids]
            return np.where(there, self._table[np.where(there, ids, 0)], len(self)).astype(np.int32)
        slots = np.searchsorted(self.ids, ids).astype(np.int32)
        found = self.ids[np.minimum(slots, len(self) - 1)] == ids
        return np.where(found, slots, len(self)).astype(np.int32)

    def mask(self, ids: Ids) -> Mask:
        """Some ids as a set; those that are not there are passed over."""
        mask = np.zeros(len(self) + 1, np.bool_)
        mask[self.of(ids)] = True
        return mask[:-1]
