"""The columns of facets of one library, read when they are first asked for and kept since.

After a write only what it touched is read again. They belong to a state of the library: whoever
asks has the turn, and reads by one connection that sees one moment.
"""

import threading
from collections.abc import Iterator

import numpy as np
from sqlalchemy import Connection

from curator.domain.facets import FINDINGS, NO, YES
from curator.library import facet_reading
from curator.library.facet_column import FacetColumn, Part, Places, places_in
from curator.library.facet_reading import Rows
from curator.library.facet_rows import FacetRows
from curator.library.queries import writes
from curator.library.touched import Touched

_NOTHING = np.zeros(0, dtype=np.int64)


class FacetStore:
    """`turn` is to be held, and `follow` called, before anything is asked of it."""

    def __init__(self, touched: Touched) -> None:
        self.turn = threading.Lock()
        self._touched = touched
        self._state = -1
        self._ids = _NOTHING
        self._columns: dict[str, tuple[int, FacetColumn]] = {}
        self._rows: tuple[int, FacetRows | None] = (-1, None)

    def __len__(self) -> int:
        """How many digests there are, with those of the trash."""
        return len(self._ids)

    def follow(self, connection: Connection) -> None:
        """Be about the moment that a connection sees."""
        now = writes(connection)
        if now == self._state:
            return
        state, self._state = self._state, now
        touched = self._since(state)
        if touched is None or not self._takes_in(touched):
            self._columns.clear()
            self._rows = -1, None
            self._state = -1  # should the reading be given up
            self._ids = facet_reading.digest_ids(connection)
            self._state = now

    def column(self, connection: Connection, facet: str) -> FacetColumn:
        """Which values the digests have of a facet."""
        state, column = self._columns.get(facet, (-1, None))
        ids = self._since(state)
        if facet == FINDINGS:  # they are counted without a write
            column = FacetColumn.made(facet, [self._findings(connection)])
        elif column is None or ids is None:
            parts = facet_reading.all_pairs(connection, facet)
            column = FacetColumn.made(facet, map(self._placed, parts))
        elif len(ids):
            part = self._placed(facet_reading.pairs_of(connection, facet, ids))
            column = column.changed(self.places(ids), part, len(self))
        self._columns[facet] = self._state, column
        return column

    def rows(self, connection: Connection) -> FacetRows:
        """The signal rows of all digests."""
        state, rows = self._rows
        ids = self._since(state)
        if rows is None or ids is None:
            rows = self._made(facet_reading.all_rows(connection, self._ids))
        elif len(ids):
            now = self._made(facet_reading.rows_of(connection, ids))
            rows = rows.changed(self.places(ids), now, len(self))
        self._rows = self._state, rows
        return rows

    def places(self, ids: Places) -> Places:
        """Where digests stand in the list of all, or -1."""
        return places_in(self._ids, ids)

    def _since(self, state: int) -> Places | None:
        """The digests that changed since a state; None where that is not known."""
        touched = self._touched.between(state, self._state) if state >= 0 else None
        return None if touched is None else np.array(sorted(touched), dtype=np.int64)

    def _takes_in(self, touched: Places) -> bool:
        """Whether those of some digests that are new come after all others, and so can be taken
        in without a move of any other."""
        new = touched[self.places(touched) < 0]
        fits = not len(new) or not len(self._ids) or new[0] > self._ids[-1]
        if fits:
            self._ids = np.concatenate((self._ids, new))
        return bool(fits)

    def _findings(self, connection: Connection) -> Part:
        has_some = np.zeros(len(self), dtype=np.bool_)
        has_some[self.places(facet_reading.with_findings(connection))] = True
        with_some, without = np.flatnonzero(has_some), np.flatnonzero(~has_some)
        return (NO, YES), (len(without), len(with_some)), np.concatenate((without, with_some))

    def _placed(self, part: Part) -> Part:
        names, lengths, ids = part
        return names, lengths, self.places(ids)

    def _made(self, parts: Iterator[Rows]) -> FacetRows:
        return FacetRows.made((kind, ids, self.places(owners)) for kind, ids, owners in parts)
