"""A search is shown by every delegate of a view, and takes no paint where it stays the same."""

from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from curator.domain.query import Words
from curator.domain.query_hits import NO_HITS, hits_of
from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.delegates.shown_hits import show_hits
from tests.gui.desk import Desk


def test_each_column_shows_it(desk: Desk, qtbot: QtBot) -> None:
    table = desk.table(qtbot)
    own, other = CellDelegate(table), QStyledItemDelegate(table)
    table.setItemDelegateForColumn(1, own)
    table.setItemDelegateForColumn(2, other)
    show_hits(table, hits_of(Words("robots")))
    common = table.itemDelegate()
    assert isinstance(common, CellDelegate)
    for delegate in (common, own):
        assert [one.length for one in delegate.hits.ranges("signal", "Land robots")] == [6]
    show_hits(table, NO_HITS)
    assert not common.hits
    assert not own.hits
