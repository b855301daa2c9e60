"""All signal rows by their slots: whose they are, their kinds, and how their digests list them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Integer, cast, func, select

from curator.domain.signal import KINDS
from curator.library import tables
from curator.library.digest_orders import digests
from curator.library.id_lists import Ids, ids, numbers
from curator.library.slots import Mask, Places, Slots
from curator.library.snapshot import Snapshot

Kinds = npt.NDArray[np.int8]

_signal = tables.signal.c
_PLACE_BITS, _KIND_BITS = 31, 3
_PLACE = (1 << _PLACE_BITS) - 1


@dataclass(frozen=True, slots=True)
class RowTable:
    """One value for each slot, in the order of the ids.

    `owners`: the slot of the digest of a row. `kinds`: the place of its kind among KINDS.
    `standing`: its rank among all rows by digest, kind and position.
    """

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
    return snapshot.once("rows", lambda: _read(snapshot))


def of_digests(snapshot: Snapshot, mask: Mask) -> Mask:
    """The rows of a set of digests."""
    return np.append(mask, False)[rows(snapshot).owners]


def _read(snapshot: Snapshot) -> RowTable:
    owner = func.coalesce(cast(_signal.digest_id, Integer), 0)
    statement = select(_signal.id, owner).order_by(
        _signal.digest_id, _signal.kind, _signal.position, _signal.id
    )
    row_ids, owner_ids = numbers(snapshot.connection, statement)
    slots = Slots(np.sort(row_ids))
    listed = slots.of(row_ids)
    owners = np.empty(len(slots), np.int32)
    owners[listed] = digests(snapshot).of(owner_ids)
    kinds = _kinds(snapshot.connection, slots)
    return RowTable(slots, owners, kinds, _standing(owners, kinds, listed))


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
