"""A table without an inside scroll: columns share its width, rows are as tall as their text."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QWidget,
)

from curator.gui.theme import Type
from curator.gui.widgets.calm_table import NARROW, Index
from curator.gui.widgets.cell_table import CellTable
from curator.gui.widgets.column_widths import as_far_as, share_out
from curator.gui.widgets.longest_word import longest_word
from curator.gui.widgets.page_scroll import area_around, show_in_page
from curator.gui.widgets.roles import STRONG_ROLE, WIDTH_ROLE
from curator.gui.widgets.row_numbers import RowNumbers

LEAST_WIDTH, WIDE_SHARE = 80, 4
"""Pixels that a column keeps whose share is at least `WIDE_SHARE`; others keep `NARROW`."""
LEAST_HEIGHT = 32
ROW_NUMBERS = 32
MOST_FITTED_ROWS = 500
"""Beyond it, rows get one height and the table scrolls inside: measuring takes too long."""
_TALL = 600
_WORD_MARGIN = 18  # pixels around the text of a cell, and one for the rounding of fonts
_MEASURED_ROWS = 100
_MOST_CLAIMED = 320  # pixels; wider tables scroll sideways rather than push the page


class FittedTable(CellTable):
    """Fits itself to its few rows; the page around it does the scrolling."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: dict[str, int] = {}
        self._shown: QAbstractItemModel | None = None
        self._fitting = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.row_numbers = RowNumbers(self)
        self.setVerticalHeader(self.row_numbers)
        self._set_up_headers()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model and keep fitting its rows and columns."""
        super().setModel(model)
        self._shown = model
        if model is not None:
            model.modelReset.connect(self.fit)
            model.rowsInserted.connect(self._fit_inserted)
            model.rowsRemoved.connect(self._fit_height)
            model.rowsMoved.connect(self._fit_rows)
            model.layoutChanged.connect(self._fit_rows)
            model.dataChanged.connect(self._fit_changed)
            self.fit()

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        """Paint and edit by `delegate`, and follow the heights that it asks for."""
        super().setItemDelegate(delegate)
        delegate.sizeHintChanged.connect(self._fit_cell)
        self.fit()

    def setItemDelegateForColumn(self, column: int, delegate: QAbstractItemDelegate) -> None:
        """The same for one column."""
        super().setItemDelegateForColumn(column, delegate)
        delegate.sizeHintChanged.connect(self._fit_cell)
        self.fit()

    def shares(self) -> dict[str, int]:
        """The widths that a person gave to columns, by title, to be kept for the next start."""
        return dict(self._shares)

    def set_shares(self, shares: dict[str, int]) -> None:
        """Take up widths that were kept."""
        self._shares = {title: share for title, share in shares.items() if share > 0}
        self.fit()

    def fit(self) -> None:
        """Share out the width, then give each row the height of its text."""
        if self._shown is not None:
            self._fit_columns()
            self._fit_rows()

    def sizeHint(self) -> QSize:
        """As tall as all rows together."""
        rows = self.verticalHeader().length() if self._row_count() else LEAST_HEIGHT + 8
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        height = self.horizontalHeader().height() + rows + below + 2 * self.frameWidth()
        return QSize(4 * LEAST_WIDTH, min(height, _TALL) if self._is_long() else height)

    def minimumSizeHint(self) -> QSize:
        """Rows are never squeezed, and a table of two columns is never cut at its side."""
        columns = self._shown.columnCount() if self._shown else 0
        width = ROW_NUMBERS + sum(self._least_width(column) for column in range(columns))
        return QSize(min(width, _MOST_CLAIMED), self.sizeHint().height())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, in the page around the table too."""
        super().scrollTo(index, hint)
        cell = self.visualRect(index)
        if index.row() == 0:
            cell.adjust(0, -self.horizontalHeader().height(), 0, 0)
        show_in_page(self, cell)

    def reveal(self) -> None:
        """Bring the table itself into view, such as an empty one."""
        if area := area_around(self):
            area.ensureWidgetVisible(self, 8, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shares out anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave turning the wheel to the page, which scrolls the whole table."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways or self._is_long():
            super().wheelEvent(event)
        else:
            event.ignore()

    # --- fitting ------------------------------------------------------------------------------

    def _set_up_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.setAccessibleName("Rows")
        across.setSectionsClickable(False)  # a click would choose every row, for the next Del
        across.sectionResized.connect(self._take_width)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(LEAST_HEIGHT)
        down.setDefaultSectionSize(LEAST_HEIGHT)
        down.setFixedWidth(ROW_NUMBERS)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def _fit_columns(self) -> None:
        _, shares = self._columns()
        if not shares:
            return
        room = self.viewport().width()
        bare = [self._least_width(column) for column in range(len(shares))]
        whole = [max(least, self._word_width(column)) for column, least in enumerate(bare)]
        widths = share_out(room, shares, as_far_as(room, bare, whole))
        self._fitting = True
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width)
        self._fitting = False

    def _columns(self) -> tuple[list[str], list[int]]:
        model, sideways = self.model(), Qt.Orientation.Horizontal
        titles = [str(model.headerData(i, sideways)) for i in range(model.columnCount())]
        shares = [
            self._shares.get(title) or int(model.headerData(i, sideways, WIDTH_ROLE) or 1) * 100
            for i, title in enumerate(titles)
        ]
        return titles, shares

    def _least_width(self, column: int) -> int:
        share = self.model().headerData(column, Qt.Orientation.Horizontal, WIDTH_ROLE)
        least = LEAST_WIDTH if int(share or 0) >= WIDE_SHARE else NARROW
        return max(least, self.horizontalHeader().sectionSizeHint(column))

    def _word_width(self, column: int) -> int:
        """Pixels in which no ordinary word of a column is broken."""
        model = self.model()
        indexes = [model.index(r, column) for r in range(min(model.rowCount(), _MEASURED_ROWS))]
        strong = bool(indexes) and bool(indexes[0].data(STRONG_ROLE))
        kind = Type.TABLE_STRONG if strong else Type.TABLE
        return longest_word([str(index.data() or "") for index in indexes], kind) + _WORD_MARGIN

    def _take_width(self, column: int, old: int, new: int) -> None:
        """Follow a person's drag: the next column gives or takes the difference."""
        if self._fitting or self._shown is None:
            return
        header, neighbour = self.horizontalHeader(), column + 1
        self._fitting = True
        if neighbour < header.count():
            given = header.sectionSize(neighbour) + old - new
            header.resizeSection(neighbour, max(self._least_width(neighbour), given))
        self._fitting = False
        titles, _ = self._columns()
        self._shares.update({t: header.sectionSize(i) for i, t in enumerate(titles)})
        self._fit_rows()

    def _fit_rows(self) -> None:
        if not self._is_long():
            for row in range(self._row_count()):
                self._fit_row(row)
        self._fit_height()

    def _fit_row(self, row: int) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        tallest = LEAST_HEIGHT
        for column in range(self.model().columnCount()):
            index = self.model().index(row, column)
            option.rect = QRect(0, 0, self.columnWidth(column), 0)
            hint = self.itemDelegateForIndex(index).sizeHint(option, index)
            tallest = max(tallest, hint.height())
        self.verticalHeader().resizeSection(row, tallest)

    def _fit_cell(self, index: QModelIndex) -> None:
        if index.isValid():
            self._fit_some(index.row(), index.row())
            self.updateEditorGeometries()  # at once, or the editor would lag a frame behind

    def _fit_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self._fit_some(first, last)

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit_some(first.row(), last.row())

    def _fit_some(self, first: int, last: int) -> None:
        if not self._is_long():
            for row in range(first, last + 1):
                self._fit_row(row)
        self._fit_height()

    def _fit_height(self) -> None:
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if self._is_long() else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.updateGeometry()

    def _row_count(self) -> int:
        return self._shown.rowCount() if self._shown else 0

    def _is_long(self) -> bool:
        return self._row_count() > MOST_FITTED_ROWS
