"""What a search found, shown in all cells of a table or all cards of a list."""

from PySide6.QtWidgets import QAbstractItemView, QTableView

from curator.domain.query_hits import Hits
from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.delegates.digest_delegate import DigestDelegate


def show_hits(view: QAbstractItemView, hits: Hits) -> None:
    """Lift out of what a view paints all that a search looks for, and nothing else; a view with
    delegates of another kind stays as it is."""
    columns = range(view.model().columnCount()) if isinstance(view, QTableView) else ()
    delegates = {view.itemDelegate(), *map(view.itemDelegateForColumn, columns)}
    painting = [one for one in delegates if isinstance(one, CellDelegate | DigestDelegate)]
    for delegate in painting:
        delegate.hits.show(hits)
    if painting:
        view.viewport().update()
