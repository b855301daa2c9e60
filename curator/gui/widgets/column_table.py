"""A table of any length: rows of one height, and columns that are sorted, moved, hidden, sized."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, QSignalBlocker, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QMenu, QWidget

from curator.gui.theme import Type, font
from curator.gui.widgets.cell_editor import PADDING
from curator.gui.widgets.cell_table import CellTable
from curator.gui.widgets.column_layout import NARROWEST, ColumnLayout
from curator.gui.widgets.column_widths import share_out
from curator.gui.widgets.wrapped_text import LINE_HEIGHT

LINES = (1, 2, 4)
"""How many lines of text a row can be tall."""
_WIDEST_FITTED = 480
_HAIRLINE = 1
_NARROWED = 0.85
"""How much of their widths at first columns keep before the table scrolls sideways."""
_SHORT = 120
"""Columns no wider than this at first hold short texts, dates for one, and keep all."""
_SIDEWAYS = Qt.Orientation.Horizontal


class ColumnTable(CellTable):
    """Nothing is measured row by row. `names` are what its columns are called in questions and
    in what is kept of their layout; `first` is how they stand until a person changes that.

    Signals:
        sort_asked(str, bool): the column to sort by, and whether downwards; the arrow in the
            header waits for `show_sorting`.
        layout_changed(): columns were moved, hidden, shown or sized.
    """

    sort_asked = QtSignal(str, bool)
    layout_changed = QtSignal()

    def __init__(
        self,
        names: Sequence[str],
        first: ColumnLayout,
        falling: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._first = first.fitted_to(names)
        self._falling = frozenset(falling)
        self._sorted_by = ("", False)
        self._is_own = False
        self._fitting = False
        self._lines = LINES[1]
        across, down = self.horizontalHeader(), self.verticalHeader()
        self.setSortingEnabled(True)  # or a click in the header would select its column
        across.setSectionsMovable(True)
        across.setFirstSectionMovable(True)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.customContextMenuRequested.connect(self._open_menu)
        across.sectionClicked.connect(self._ask_sorting)
        across.sectionMoved.connect(self._take_layout)
        across.sectionResized.connect(self._take_layout)
        across.setToolTip("Click to sort, drag to move, right click for more")
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.hide()
        self.set_lines(self._lines)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model. The header knows nothing of the selection: to paint a column as selected
        Qt asks every single row whether it can be."""
        super().setModel(model)
        if model is not None:
            header = self.horizontalHeader()
            header.setSelectionModel(QItemSelectionModel(model, header))

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        """Paint and edit by `delegate`; an open editor may outgrow its cell."""
        super().setItemDelegate(delegate)
        delegate.sizeHintChanged.connect(self._grow_editor)

    def setItemDelegateForColumn(self, column: int, delegate: QAbstractItemDelegate) -> None:
        """The same for one column."""
        super().setItemDelegateForColumn(column, delegate)
        delegate.sizeHintChanged.connect(self._grow_editor)

    # --- rows -----------------------------------------------------------------------------------

    def lines(self) -> int:
        """How many lines of text a row is tall."""
        return self._lines

    def set_lines(self, lines: int) -> None:
        """Make all rows as tall as so many lines of text."""
        self._lines = lines if lines in LINES else LINES[1]
        height = self._lines * LINE_HEIGHT + 2 * PADDING[1] + _HAIRLINE
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    # --- columns --------------------------------------------------------------------------------

    def show_sorting(self, name: str, *, descending: bool) -> None:
        """Say in the header how the rows stand now."""
        self._sorted_by = (name, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        with QSignalBlocker(self.horizontalHeader()):
            place = self._names.index(name) if name in self._names else -1
            self.horizontalHeader().setSortIndicator(place, order)
        self.horizontalHeader().viewport().update()

    def column_layout(self) -> ColumnLayout:
        """How the columns stand on screen."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(header.count())]
        hidden = [self._names[n] for n in places if header.isSectionHidden(n)]
        sizes = {self._names[n]: header.sectionSize(n) for n in places}
        kept = {name: size for name, size in sizes.items() if name not in hidden}
        order = tuple(self._names[n] for n in places)
        return ColumnLayout(order, frozenset(hidden), kept)

    def is_own_layout(self) -> bool:
        """Whether a person arranged the columns; until then they share the width of the table."""
        return self._is_own

    def set_column_layout(self, layout: ColumnLayout) -> None:
        """Let the columns stand in another way; what it does not say stays as it was at first.

        An empty layout is that of the beginning.
        """
        wanted = layout.fitted_to(self._names) if layout.order else self._first
        widths: Mapping[str, int] = {**self._first.widths, **wanted.widths}
        header = self.horizontalHeader()
        self._is_own = bool(layout.order)
        with self._without_telling():
            for place, name in enumerate(wanted.order):
                number = self._names.index(name)
                header.moveSection(header.visualIndex(number), place)
                header.setSectionHidden(number, name in wanted.hidden)
                if name in widths and name not in wanted.hidden:
                    header.resizeSection(number, widths[name])
        self._share_width()
        self.layout_changed.emit()

    def show_column(self, name: str, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        number, columns = self._names.index(name), self.shown_columns()
        if shown or columns != [number]:
            self.setColumnHidden(number, not shown)
            self._is_own = True
            columns = self.shown_columns()
            self._share([self.columnWidth(column) for column in columns], columns)
            self.layout_changed.emit()

    def fill_menu(self, menu: QMenu, column: int = -1) -> None:
        """Put into a menu all that can be done with columns; first with one of them."""
        menu.clear()
        if column in self.shown_columns():
            self._offer_column(menu, column)
        for number, name in enumerate(self._names):
            action = menu.addAction(self._title(number))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(partial(self.show_column, name))
        menu.addSeparator()
        first = menu.addAction("Columns as at first")
        first.triggered.connect(partial(self.set_column_layout, ColumnLayout()))

    # --- what Qt asks ---------------------------------------------------------------------------

    def sizeHintForColumn(self, column: int) -> int:
        """As wide as the longest text in sight, within limits; a double click asks for it."""
        metrics, model = QFontMetrics(font(Type.TABLE_STRONG)), self.model()
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        rows = range(max(first, 0), (last if last >= 0 else model.rowCount() - 1) + 1)
        texts = [str(model.index(row, column).data() or "") for row in rows]
        widest = max((metrics.horizontalAdvance(text[:200]) for text in texts), default=0)
        return min(widest + 2 * PADDING[0] + 2, _WIDEST_FITTED)

    def showEvent(self, event: QShowEvent) -> None:
        """Scrolling goes by lines of text, whatever the rows are tall."""
        super().showEvent(event)
        self.verticalScrollBar().setSingleStep(LINE_HEIGHT)
        self.horizontalScrollBar().setSingleStep(LINE_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared out anew, unless a person arranged the columns."""
        super().resizeEvent(event)
        self._share_width()

    def keyboardSearch(self, _text: str, /) -> None:
        """Nothing: typing is for cells, and would read all rows of the library for one letter."""

    # --- the header -----------------------------------------------------------------------------

    @contextmanager
    def _without_telling(self) -> Iterator[None]:
        former, self._fitting = self._fitting, True
        yield
        self._fitting = former

    def _take_layout(self) -> None:
        if not self._fitting:
            self._is_own = True
            self.layout_changed.emit()

    def _share_width(self) -> None:
        columns = self.shown_columns()
        if self._is_own or not columns:
            return
        wanted = [self._first.widths.get(self._names[number], NARROWEST) for number in columns]
        self._share(wanted, columns)

    def _share(self, wanted: list[int], columns: list[int]) -> None:
        """Let columns that are wanted so wide fill the table; where it has no room even for
        narrower ones, they stay as they are."""
        first = [self._first.widths.get(self._names[number], NARROWEST) for number in columns]
        least = [w if w <= _SHORT else int(w * _NARROWED) for w in map(min, wanted, first)]
        room = self.viewport().width()
        widths = share_out(room, wanted, least) if sum(least) <= room else wanted
        with self._without_telling():
            for number, width in zip(columns, widths, strict=True):
                self.setColumnWidth(number, width)

    def _title(self, column: int) -> str:
        return str(self.model().headerData(column, _SIDEWAYS)).replace("&", "&&")

    def _ask_sorting(self, column: int) -> None:
        name, (sorted_by, descending) = self._names[column], self._sorted_by
        self.show_sorting(sorted_by, descending=descending)  # Qt has turned the arrow already
        falls = not descending if name == sorted_by else name in self._falling
        self.sort_asked.emit(name, falls)

    def _offer_column(self, menu: QMenu, column: int) -> None:
        name, title, header = self._names[column], self._title(column), self.horizontalHeader()
        for words, falls in (("upwards", False), ("downwards", True)):
            action = menu.addAction(f"Sort by {title.lower()}, {words}")
            action.triggered.connect(partial(self.sort_asked.emit, name, falls))
        columns = self.shown_columns()
        place = columns.index(column)
        for words, step in (("left", -1), ("right", 1)):
            action = menu.addAction(f"Move {title.lower()} to the {words}")
            action.setEnabled(0 <= place + step < len(columns))
            if action.isEnabled():
                target = header.visualIndex(columns[place + step])
                action.triggered.connect(
                    partial(header.moveSection, header.visualIndex(column), target)
                )
        hide = menu.addAction(f"Hide {title.lower()}")
        hide.setEnabled(len(columns) > 1)
        hide.triggered.connect(partial(self.show_column, name, False))
        menu.addSeparator()

    def _open_menu(self, place: QPoint) -> None:
        header, menu = self.horizontalHeader(), QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, header.logicalIndexAt(place))
        menu.popup(header.mapToGlobal(place))

    def _grow_editor(self) -> None:
        self.updateEditorGeometries()
