"""The signal rows of a library in numbers: of which digest each is, and of which kind."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.domain.facets import KIND
from curator.domain.signal import KINDS
from curator.library.facet_column import Flags, Numbers, Places, places_in
from curator.library.facet_names import FacetNames

NAMES = FacetNames(KIND, sorted(KINDS))
"""The kinds that a row can be of."""


@dataclass(frozen=True, slots=True, eq=False)
class FacetRows:
    """Rows in the order of their ids: the place of the digest of each, and the code of its kind."""

    ids: Places
    owners: Numbers
    kinds: NDArray[np.int8]

    @classmethod
    def made(cls, parts: Iterable[tuple[str, Places, Places]]) -> "FacetRows":
        """Rows of parts: a kind, the ids of rows of it, and the place of the digest of each; -1
        where it is not there."""
        ids, owners = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        kinds = [np.zeros(0, dtype=np.int8)]
        for kind, some, places in parts:
            there = places >= 0
            ids.append(some[there])
            owners.append(places[there])
            kinds.append(np.full(int(there.sum()), NAMES.code_of(kind), dtype=np.int8))
        of_digests = np.concatenate(owners).astype(np.int32)
        return _in_order(np.concatenate(ids), of_digests, np.concatenate(kinds))

    def counts(self, chosen: Flags) -> Places:
        """How many of the chosen rows are of each kind."""
        known = self.kinds[chosen & (self.kinds >= 0)]
        return np.bincount(known, minlength=len(NAMES))

    def having(self, kinds: Collection[str]) -> Flags:
        """Which rows are of one of the kinds."""
        codes = [code for code in map(NAMES.code_of, kinds) if code >= 0]
        return np.isin(self.kinds, codes)

    def among(self, ids: Places) -> Flags:
        """Which rows are those with some ids."""
        found = np.zeros(len(self.ids), dtype=np.bool_)
        places = places_in(self.ids, ids)
        found[places[places >= 0]] = True
        return found

    def weights(self, chosen: Flags, length: int) -> Places:
        """How many of the chosen rows each of `length` digests has."""
        return np.bincount(self.owners[chosen], minlength=length)

    def changed(self, touched: Places, now: "FacetRows", length: int) -> "FacetRows":
        """The rows after the digests at some places changed, where there are `length` of them;
        `now` are those that the changed ones have."""
        gone = np.zeros(length, dtype=np.bool_)
        gone[touched] = True
        stays = ~gone[self.owners]
        return _in_order(
            np.concatenate((self.ids[stays], now.ids)),
            np.concatenate((self.owners[stays], now.owners)),
            np.concatenate((self.kinds[stays], now.kinds)),
        )


def _in_order(ids: Places, owners: Numbers, kinds: NDArray[np.int8]) -> FacetRows:
    order = np.argsort(ids, kind="stable")
    return FacetRows(ids[order], owners[order], kinds[order])
