"""What a table of cells needs of its model beyond what Qt asks of every model."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import Signal as QtSignal

from curator.gui.widgets.cell_block import Reach


class CellModel(QAbstractTableModel):
    """A table model that edits blocks of cells, and tells before it shows other rows.

    Signals:
        leaving(): other rows are about to be shown; an open editor commits now.
    """

    leaving = QtSignal()
    only_reads = False
    """Whether no cell can be edited and no row dragged, whatever the columns say."""

    reach = Reach()
    """Which of the selected cells an emptying is about."""

    def set_cells(self, cells: Sequence[tuple[int, int, str]], label: str) -> None:
        """Edit several (row, column, text) as one step called `label`."""
        raise NotImplementedError

    def drop_draft(self) -> bool:
        """Take away a row that was begun and never filled; True where there was one."""
        return False
