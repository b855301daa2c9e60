"""A row of the ledger is known by the row that it shows."""

from curator.domain.ledger import COLUMNS, OF_DIGESTS, LedgerRow
from curator.domain.listing import DigestCard
from curator.domain.signal import Signal


def test_a_row_is_known_by_its_record() -> None:
    card = DigestCard(2, "key", "Harbours", "2024-08-18", "to do", 1, ())
    assert LedgerRow(Signal(id=7, digest_id=2), card).id == 7


def test_it_can_be_sorted_by_all_that_belongs_to_the_digest() -> None:
    assert set(OF_DIGESTS) < set(COLUMNS)
