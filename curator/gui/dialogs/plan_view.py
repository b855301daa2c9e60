"""The table of a preview: rows are ticked by a click on the box, or by Space for all selected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from curator.gui.delegates.difference_delegate import DifferenceDelegate
from curator.gui.models.plan_table import DIGEST, FIELD, NOW, THEN, TICK, PlanTable

ROW = 30
_WIDTHS = {TICK: 34, FIELD: 110, DIGEST: 190}


class PlanView(QTableView):
    """Shows a `PlanTable`; every row is of one height, so that any number of them costs nothing."""

    def __init__(self, model: PlanTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planTable")
        self.setAccessibleName("What would change")
        self.setModel(model)
        self._plan = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(NOW, DifferenceDelegate(comes=False, parent=self))
        self.setItemDelegateForColumn(THEN, DifferenceDelegate(comes=True, parent=self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in (NOW, THEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the selected rows, or unticks them where all of them are ticked."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        self._plan.turn(rows)
