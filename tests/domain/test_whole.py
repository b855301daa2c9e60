"""A digest with all its rows."""

import pytest

from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.signal import CONCERN, SIGNAL, Signal
from curator.domain.term import KEYWORD, THEME, Term
from curator.domain.whole import WholeDigest

HARBOURS = Term(name="harbours")
QUAY = Term(kind=KEYWORD, name="quay")
FERRIES = Signal(name="Ferries")
FIRE = Signal(kind=CONCERN, name="Fire risk")
CLOSE = Link(title="Swapping packs", target_key="abc")
WHOLE = WholeDigest(Digest(key="k"), (HARBOURS,), (QUAY,), (FERRIES, FIRE), (CLOSE,))


def test_an_empty_digest_has_no_rows() -> None:
    assert WholeDigest().rows() == ()
    assert WholeDigest().digest == Digest()


def test_its_rows_come_in_the_order_of_the_page() -> None:
    assert WHOLE.rows() == (HARBOURS, QUAY, FERRIES, FIRE, CLOSE)


def test_themes_and_keywords_are_found_by_kind() -> None:
    assert WHOLE.terms(THEME) == (HARBOURS,)
    assert WHOLE.terms(KEYWORD) == (QUAY,)
    with pytest.raises(KeyError):
        WHOLE.terms("topic")


def test_rows_of_one_kind_are_told_from_the_others() -> None:
    assert WHOLE.signals_of(SIGNAL) == (FERRIES,)
    assert WHOLE.signals_of(CONCERN) == (FIRE,)
