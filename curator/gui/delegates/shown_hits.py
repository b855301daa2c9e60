"""What a search found, shown in all cells of a table or all cards of a list."""

from PySide6.QtWidgets import QAbstractItemView, QTableView

from curator.domain.query_hits import Hits
from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.delegates.digest_delegate import DigestDelegate


def show_hits(view: QAbstractItemView, hits: Hits) -> None:
    """Lift out of what a view paints all that a search looks for, and nothing else."""
    columns = range(view.model().columnCount()) if isinstance(view, QTableView) else ()
    delegates = {view.itemDelegate(), *map(view.itemDelegateForColumn, columns)}
    for delegate in delegates:
        if isinstance(delegate, CellDelegate | DigestDelegate):
            delegate.hits.show(hits)
    view.viewport().update()
