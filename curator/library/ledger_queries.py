"""The signal ledger: which rows a question asks for, in which order, and how they group."""

from collections.abc import Sequence

import numpy as np
from sqlalchemy import Connection

from curator.domain.ledger import LedgerQuestion, LedgerRow
from curator.domain.listing import Listing
from curator.domain.query import EVERYTHING, mentions
from curator.domain.signal import Signal
from curator.library import queries
from curator.library.digest_orders import digests, newest_first
from curator.library.id_lists import Ids
from curator.library.listing import TRASHED, asked
from curator.library.query_sets import row_mask
from curator.library.row_orders import sorted_rows
from curator.library.row_table import of_digests, rows
from curator.library.rows import batches, read, records
from curator.library.slots import Mask
from curator.library.snapshot import Snapshot
from curator.library.tables import signal


def row_ids(snapshot: Snapshot, question: LedgerQuestion) -> Ids:
    """The rows that are asked for, sorted; those of digests in the trash where it is named."""
    return in_order(snapshot, question, listed(snapshot, question.listing))


def in_order(snapshot: Snapshot, question: LedgerQuestion, mask: Mask) -> Ids:
    """A set of rows as the question sorts them."""
    order = sorted_rows(snapshot, question.sorting)
    return rows(snapshot).slots.ids[order[mask[order]]]


def listed(snapshot: Snapshot, listing: Listing) -> Mask:
    """The rows of a listing as a set: of the digests of its view those that it asks for."""
    query = asked(listing)
    of_view = newest_first(snapshot, listing.view, with_trash=mentions(query, TRASHED))
    view = np.zeros(len(digests(snapshot)), np.bool_)
    view[of_view] = True
    mask = of_digests(snapshot, view)
    return mask if query == EVERYTHING else mask & row_mask(snapshot, query)


def ledger_rows(connection: Connection, ids: Sequence[int]) -> list[LedgerRow]:
    """Rows with the cards of their digests, in the order of `ids`; those gone are passed over."""
    found: dict[int, Signal] = {}
    for batch in batches(ids):
        statement = records("signal").where(signal.c.id.in_(batch))
        found.update((row.id, row) for row in read(connection, statement, "signal"))
    owners = list({row.digest_id for row in found.values()})
    cards = {card.id: card for card in queries.cards(connection, owners)}
    return [
        LedgerRow(row, cards[row.digest_id])
        for row in map(found.get, ids)
        if row is not None and row.digest_id in cards
    ]
