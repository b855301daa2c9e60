"""A table knows its own records among all that a commit brings."""

from curator.domain.signal import CONCERN, SIGNAL, Signal
from curator.domain.term import Term
from curator.gui.models.scope import Scope
from tests.builders import a_signal


def test_a_table_of_signals_takes_the_signals_of_its_digest_alone() -> None:
    scope = Scope(Signal, 1, SIGNAL)
    assert scope.holds(a_signal(id=1, digest_id=1))
    assert not scope.holds(a_signal(id=1, digest_id=2))
    assert not scope.holds(Signal(id=1, digest_id=1, kind=CONCERN))
    assert not scope.holds(Term(id=1, digest_id=1))
    assert not scope.holds(None)


def test_each_table_has_a_name_of_its_own() -> None:
    names = [Scope(Signal, 1, SIGNAL).name(), Scope(Signal, 1, CONCERN).name()]
    assert names == [["signal", 1, SIGNAL], ["signal", 1, CONCERN]]
