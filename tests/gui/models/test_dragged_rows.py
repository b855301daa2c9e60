"""What a drag carries is of use in its own table alone."""

from PySide6.QtCore import QMimeData

from curator.domain.signal import CONCERN, SIGNAL, Signal
from curator.gui.models.dragged_rows import carried, ids_carried
from curator.gui.models.scope import Scope

SIGNALS = Scope(Signal, 1, SIGNAL)


def test_rows_come_home() -> None:
    assert ids_carried(carried([3, 1], SIGNALS), SIGNALS) == [3, 1]


def test_rows_of_another_table_and_foreign_things_are_none() -> None:
    assert ids_carried(carried([3], SIGNALS), Scope(Signal, 1, CONCERN)) == []
    assert ids_carried(carried([3], SIGNALS), None) == []
    assert ids_carried(QMimeData(), SIGNALS) == []
