"""Texts of many records without the records: what a bulk edit looks through."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, select

from curator.domain.signal import KINDS
from curator.domain.term import Term
from curator.library import tables
from curator.library.rows import batches, read, records

_signal = tables.signal.c
_digest = tables.digest.c
_term = tables.term.c
_kinds_in_order = case({kind: place for place, kind in enumerate(KINDS)}, value=_signal.kind)

Texts = tuple[Any, ...]
"""The id of a record, the id of its digest, and its texts in the order that was asked for."""


class CellTexts:
    """Asks one connection, a few hundred ids at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_signals(self, ids: Sequence[int], names: Sequence[str]) -> list[Texts]:
        """Texts of some rows, in the order of `ids`; what is gone is left out."""
        found = {row[0]: row for row in self._signals(_signal.id, ids, names)}
        return [found[id_] for id_ in ids if id_ in found]

    def of_signals_in(self, digest_ids: Sequence[int], names: Sequence[str]) -> list[Texts]:
        """Texts of all rows of digests, in the order of `digest_ids` and of their tables."""
        rows: dict[int, list[Texts]] = {id_: [] for id_ in digest_ids}
        for row in self._signals(_signal.digest_id, digest_ids, names):
            rows[row[1]].append(row)
        return [row for of_one in rows.values() for row in of_one]

    def of_digests(self, ids: Sequence[int], names: Sequence[str]) -> list[Texts]:
        """Texts of some digests outside the trash, in the order of `ids`."""
        # The trash is left out here and not by the statement: its index would be asked first.
        columns = (_digest.trashed, _digest.id, _digest.id, *(_digest[name] for name in names))
        found: dict[int, Texts] = {}
        for batch in batches(ids):
            rows = self._connection.execute(select(*columns).where(_digest.id.in_(batch)))
            found.update((row[1], row[1:]) for row in map(tuple, rows) if not row[0])
        return [found[id_] for id_ in ids if id_ in found]

    def owners(self, signal_ids: Sequence[int]) -> list[int]:
        """The digests of some rows, each once, in the order in which the rows name them."""
        return list(dict.fromkeys(row[1] for row in self.of_signals(signal_ids, ())))

    def terms(self, digest_ids: Sequence[int], kind: str) -> dict[int, list[Term]]:
        """The themes or keywords of digests, in the order of each; none for one that has none."""
        found: dict[int, list[Term]] = {id_: [] for id_ in digest_ids}
        for batch in batches(digest_ids):
            statement = records("term").where(_term.digest_id.in_(batch), _term.kind == kind)
            for term in read(
                self._connection, statement.order_by(_term.position, _term.id), "term"
            ):
                found[term.digest_id].append(term)
        return found

    def _signals(
        self, key: ColumnElement[int], ids: Sequence[int], names: Sequence[str]
    ) -> Iterator[Texts]:
        columns = (_signal.id, _signal.digest_id, *(_signal[name] for name in names))
        for batch in batches(ids):
            statement = select(*columns).where(key.in_(batch))
            order = _signal.digest_id, _kinds_in_order, _signal.position, _signal.id
            yield from map(tuple, self._connection.execute(statement.order_by(*order)))
