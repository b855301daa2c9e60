"""The values that digests have of one facet, in numbers, so that any choice of them is counted at
once: a hundred thousand digests in milliseconds, where SQL would take half a second.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.library.facet_names import FacetNames

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int32]
Part = tuple[Sequence[str], Sequence[int], Places]
"""Names, how many digests have each, and the places of these digests, name after name; -1 is the
place of a digest that is not there."""


@dataclass(frozen=True, slots=True, eq=False)
class FacetColumn:
    """Pairs of a digest and a value: the digest at place `owners[i]` of the list of all digests
    has the value whose name is at place `codes[i]`. No pair comes twice."""

    names: FacetNames
    owners: Numbers
    codes: Numbers

    @classmethod
    def made(cls, facet: str, parts: Iterable[Part]) -> "FacetColumn":
        """A column of parts that follow each other in the order of their names."""
        names: list[str] = []
        owners = [np.zeros(0, dtype=np.int32)]
        codes = [np.zeros(0, dtype=np.int32)]
        for part, lengths, places in parts:
            numbers = np.arange(len(names), len(names) + len(part), dtype=np.int32)
            names += part
            pairs = _unique(np.repeat(numbers, lengths), places)
            codes.append(pairs[0])
            owners.append(pairs[1])
        return cls(FacetNames(facet, names), np.concatenate(owners), np.concatenate(codes))

    def counts(self, weights: NDArray[Any]) -> Places:
        """How often each value is there, where digests count as much as they weigh; flags are
        weights of one and nothing."""
        if weights.dtype == np.bool_:
            return np.bincount(self.codes[weights[self.owners]], minlength=len(self.names))
        heavy = np.bincount(self.codes, weights=weights[self.owners], minlength=len(self.names))
        return heavy.astype(np.int64)

    def having(self, values: Collection[str], length: int) -> Flags:
        """Which of `length` digests have at least one of the values."""
        codes = [code for code in map(self.names.code_of, values) if code >= 0]
        wanted = np.zeros(len(self.names), dtype=np.bool_)
        wanted[codes] = True
        found = np.zeros(length, dtype=np.bool_)
        found[self.owners[wanted[self.codes]]] = True
        return found

    def changed(self, touched: Places, part: Part, length: int) -> "FacetColumn":
        """The column after the digests at some places changed, where there are `length` now;
        `part` is what the changed ones have."""
        now = FacetColumn.made(self.names.facet, [part])
        new = [name for name in now.names.names if self.names.code_of(name) < 0]
        names, codes = self.names, self.codes
        if new:
            steps = np.array(names.places_of(new))
            codes = codes + np.searchsorted(steps, codes, side="right").astype(np.int32)
            names = names.with_new(new)
        gone = np.zeros(length, dtype=np.bool_)
        gone[touched] = True
        stays = ~gone[self.owners]
        known = np.array([names.code_of(name) for name in now.names.names], dtype=np.int32)
        return FacetColumn(
            names,
            np.concatenate((self.owners[stays], now.owners)),
            np.concatenate((codes[stays], known[now.codes])),
        )


def places_in(ids: Places, wanted: Places) -> Places:
    """Where some ids stand among others, which are in order; -1 for those that do not."""
    if not len(ids):
        return np.full(len(wanted), -1)
    places = np.searchsorted(ids, wanted)
    places[places == len(ids)] = 0
    return np.where(ids[places] == wanted, places, -1)


def _unique(codes: Numbers, places: Places) -> tuple[Numbers, Numbers]:
    """Pairs of value and digest, each once, without those of digests that are not there."""
    keys = codes.astype(np.int64) << 32 | places
    if places.min(initial=0) < 0 or (np.diff(keys) <= 0).any():
        keys = np.unique(keys[places >= 0])
    return (keys >> 32).astype(np.int32), keys.astype(np.int32)
