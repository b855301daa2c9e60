"""All signal rows by their slots: whose they are, their kinds, and how their digests list them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Integer, case, cast, func, select

from curator.domain.signal import KINDS
from curator.library import tables
from curator.library.digest_orders import digests
from curator.library.id_lists import Ids, ids, numbers
from curator.library.slots import Mask, Places, Slots
from curator.library.snapshot import Snapshot

Kinds = npt.NDArray[np.int8]

_FEW = 200
"""Digests of which it is worth to ask whether they list the same rows."""

_signal = tables.signal.c
_OWNER = func.coalesce(cast(_signal.digest_id, Integer), 0)
_LISTED = select(_signal.id, _OWNER).order_by(
    _signal.digest_id, _signal.kind, _signal.position, _signal.id
)
_KIND_PLACE = case({kind: place for place, kind in enumerate(KINDS)}, value=_signal.kind, else_=0)
_PLACE_BITS, _KIND_BITS = 31, 3
_PLACE = (1 << _PLACE_BITS) - 1


@dataclass(frozen=True, slots=True)
class RowTable:
    """One value for each slot, in the order of the ids.

    `owners`: the slot of the digest of a row. `kinds`: the place of its kind among KINDS.
    `standing`: its rank among all rows by digest, kind and position. `of`: all digests.
    """

    of: Slots
    slots: Slots
    owners: Places
    kinds: Kinds
    standing: Places

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        parts = (self.owners, self.kinds, self.standing)
        return self.slots.nbytes + sum(part.nbytes for part in parts)


def rows(snapshot: Snapshot) -> RowTable:
    """All rows, those of digests in the trash with them."""

    def unmoved(known: RowTable, touched: frozenset[int]) -> RowTable | None:
        return _unmoved(snapshot, known, touched)

    return snapshot.renewed("rows", lambda: _read(snapshot), unmoved)


def of_digests(snapshot: Snapshot, mask: Mask) -> Mask:
    """The rows of a set of digests."""
    return np.append(mask, False)[rows(snapshot).owners]


def _unmoved(snapshot: Snapshot, known: RowTable, touched: frozenset[int]) -> RowTable | None:
    """The same table, where the digests that were touched list the same rows as before: most edits
    are of what stands in a cell."""
    if len(touched) > _FEW or not np.array_equal(known.of.ids, digests(snapshot).ids):
        return None
    some = _LISTED.where(_signal.digest_id.in_(sorted(touched)))
    row_ids, owner_ids, kind_places = numbers(snapshot.connection, some.add_columns(_KIND_PLACE))
    theirs = np.flatnonzero(np.isin(known.owners, known.of.of(np.array(sorted(touched), np.int64))))
    listed = theirs[np.argsort(known.standing[theirs])]
    now = sorted(zip(owner_ids.tolist(), kind_places.tolist(), range(len(row_ids)), strict=True))
    order = [place for _, _, place in now]
    same = (
        np.array_equal(known.slots.ids[listed], row_ids[order])
        and np.array_equal(known.of.ids[known.owners[listed]], owner_ids[order])
        and np.array_equal(known.kinds[listed], kind_places[order])
    )
    return known if same else None


def _read(snapshot: Snapshot) -> RowTable:
    row_ids, owner_ids = numbers(snapshot.connection, _LISTED)
    slots = Slots(np.sort(row_ids))
    listed = slots.of(row_ids)
    owners = np.empty(len(slots), np.int32)
    owners[listed] = digests(snapshot).of(owner_ids)
    kinds = _kinds(snapshot.connection, slots)
    return RowTable(digests(snapshot), slots, owners, kinds, _standing(owners, kinds, listed))


def _kinds(connection: Connection, slots: Slots) -> Kinds:
    kinds = np.zeros(len(slots), np.int8)
    for place, kind in enumerate(KINDS[1:], start=1):  # most are of the first kind
        found: Ids = ids(connection, select(_signal.id).where(_signal.kind == kind))
        kinds[slots.mask(found)] = place
    return kinds


def _standing(owners: Places, kinds: Kinds, listed: Places) -> Places:
    """The rank of each row. SQLite lists the kinds by their letters, digests by their own order."""
    group = owners[listed].astype(np.int64) << _KIND_BITS | kinds[listed]
    keys = group << _PLACE_BITS | np.arange(len(listed))
    keys.sort()
    standing = np.empty(len(listed), np.int32)
    standing[listed[keys & _PLACE]] = np.arange(len(listed), dtype=np.int32)
    return standing
