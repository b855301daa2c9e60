"""Where somebody is in the ledger, by ids: cursor, selection and what is in sight."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from curator.gui.models.ledger_table import LedgerTable
from curator.gui.widgets.cell_block import row_spans
from curator.gui.widgets.column_table import ColumnTable

MOST_KEPT = 1_000
"""Rows of a selection that are found again by id; a larger one stays only where it is all."""
_Select = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """`offset` is the distance of the current row from the top edge, in pixels; `chosen` has the
    id of each selected row with its columns, from and to."""

    row: int = -1
    column: int = 0
    id: int = 0
    group: str | None = None
    offset: int = 0
    aside: int = 0
    whole: bool = False
    chosen: tuple[tuple[int, int, int], ...] = ()


def place_in(table: ColumnTable, model: LedgerTable) -> KeptPlace:
    """Where somebody is now."""
    index = table.currentIndex()
    row = index.row() if index.isValid() else -1
    group = model.plan.group_at(row) if row >= 0 else None
    whole = _is_all(table.selection(), model)
    return KeptPlace(
        row,
        max(index.column(), 0),
        model.plan.id_at(row) if row >= 0 else 0,
        group.value if group else None,
        table.rowViewportPosition(row) if row >= 0 else 0,
        table.horizontalScrollBar().value(),
        whole,
        () if whole else tuple(_chosen(table.selection(), model)),
    )


def go_to_place(
    table: ColumnTable, model: LedgerTable, place: KeptPlace, *, moved: bool = True
) -> bool:
    """Be there again; False where its row is not shown any more.

    `moved` says that cursor and selection are to be set; otherwise only the view is scrolled.
    """
    row = model.plan.row_of(place.id) if place.id else -1
    if place.group is not None:
        row = model.plan.line_of(place.group)
    if row < 0:
        return False
    if moved:
        select = table.selectionModel()
        index = model.index(row, place.column)
        select.setCurrentIndex(index, _Select.ClearAndSelect)
        _choose(select, index, model, place)
    height = table.verticalHeader().defaultSectionSize()
    room = max(table.viewport().height() - height, 0)
    table.verticalScrollBar().setValue(row * height - min(max(place.offset, 0), room))
    table.horizontalScrollBar().setValue(place.aside)
    return True


def _choose(
    select: QItemSelectionModel, index: QModelIndex, model: LedgerTable, place: KeptPlace
) -> None:
    chosen = QItemSelection()
    if place.whole:
        last = model.index(model.rowCount() - 1, model.columnCount() - 1)
        chosen.select(model.index(0, 0), last)
    wanted = {id_ for id_, _, _ in place.chosen} - {place.id}
    found = {place.id: index.row()}
    if wanted:
        plan = model.plan
        every = enumerate(plan.ids) if not plan.grouped else _open_rows(model)
        found.update({id_: row for row, id_ in every if id_ in wanted})
    for id_, left, right in place.chosen:
        if id_ in found:
            chosen.select(model.index(found[id_], left), model.index(found[id_], right))
    select.select(chosen, _Select.Select)


def _open_rows(model: LedgerTable) -> list[tuple[int, int]]:
    return [(row, model.plan.id_at(row)) for row in range(model.rowCount())]


def _is_all(selection: QItemSelection, model: LedgerTable) -> bool:
    spans = row_spans(selection)
    return len(spans) == 1 and len(spans[0]) == model.rowCount() > 1


def _chosen(selection: QItemSelection, model: LedgerTable) -> list[tuple[int, int, int]]:
    parts = [selection.at(number) for number in range(selection.count())]
    if sum(part.height() for part in parts) > MOST_KEPT:
        return []
    return [
        (id_, part.left(), part.right())
        for part in parts
        for row in range(part.top(), part.bottom() + 1)
        if (id_ := model.plan.id_at(row))
    ]
