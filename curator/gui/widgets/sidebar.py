"""The views of the library and the saved searches below them, each with how many it lists."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QSizePolicy, QWidget

from curator.domain.listing import ALL, TRASH, VIEWS
from curator.domain.measures import counted
from curator.domain.saved_search import SIGNALS, SavedSearch
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.sidebar_lines import (
    CHANGED,
    COUNT,
    MARK,
    NOUN,
    ROWS,
    SEARCH,
    VIEW,
    WRONG,
    LineDelegate,
)

HEADING = len(VIEWS)
"""The row of the line above the saved searches, where there are any."""
FIRST = HEADING + 1
MOST_LINES, FEWEST_LINES = 11, 4
"""Lines that it is high without scrolling, and those that it keeps where room is scarce."""
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SEARCH_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
)


def view_words(view: str) -> str:
    """What a person calls a view."""
    return {ALL: "All digests", TRASH: "Trash"}.get(view, view.capitalize())


class Sidebar(QListWidget):
    """One line per view, and one per saved search.

    Signals:
    view_chosen(str): a view was chosen.
    search_chosen(int): a saved search was chosen, or chosen again after something else was listed.
    search_left(str): the person went from a saved search to this view.
    search_renamed(int, str): a saved search is to have another name.
    search_moved(int, int): a saved search is to stand before another (0: at the end).
    """

    view_chosen = QtSignal(str)
    search_chosen = QtSignal(int)
    search_left = QtSignal(str)
    search_renamed = QtSignal(int, str)
    search_moved = QtSignal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName("Views of the library, and saved searches")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        lines = LineDelegate(self)
        lines.renamed.connect(self.search_renamed)
        self.setItemDelegate(lines)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        for view in VIEWS:
            item = QListWidgetItem(view_words(view), self)
            item.setData(VIEW, view)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.setCurrentRow(0)
        self.currentItemChanged.connect(self._choose)
        self.itemClicked.connect(self._choose_again)
        self.itemActivated.connect(self._choose_again)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Put the number of digests behind each view; nothing where they could not be counted."""
        for row in range(HEADING):
            item = self.item(row)
            if not counts:
                item.setData(COUNT, None)
                item.setData(_SPOKEN, item.text())
                continue
            number = counts.get(item.data(VIEW), 0)
            item.setData(COUNT, number)
            item.setData(_SPOKEN, f"{item.text()}, {counted(number, 'digest')}")

    def show_searches(self, searches: Sequence[SavedSearch], wrong: Mapping[int, str]) -> None:
        """List the saved searches; `wrong` says in a sentence what is a mistake in which of them.

        The one that is chosen stays so; where it is gone, all digests are the chosen view.
        """
        if [search.id for search in searches] != self._ids():
            self._lay_out(searches)
        for row, search in enumerate(searches, start=FIRST):
            item = self.item(row)
            if item.text() != search.name:
                item.setText(search.name)
            mistake = wrong.get(search.id, "")
            rows = search.page == SIGNALS
            item.setData(MARK, WRONG if mistake else ROWS * rows)
            item.setData(NOUN, "row" if rows else "digest")
            item.setToolTip(plain_tip(f"{search.name}\n{search.text}\n{mistake}".strip()))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, mistake)
            self._tell(item)

    def show_search_count(self, search_id: int, number: int | None) -> None:
        """Put the number behind a saved search of what it lists; None where that is not known."""
        if item := self._item_of(search_id):
            item.setData(COUNT, number)
            self._tell(item)

    def point_to(self, search_id: int, *, changed: bool = False) -> None:
        """Make a saved search the chosen one without listing it; `changed` says that what is listed
        is no longer what it says."""
        item = self._item_of(search_id)
        if item is None:
            return
        self._settle(self.currentItem())
        with QSignalBlocker(self):
            self.setCurrentItem(item)
        item.setData(CHANGED, changed)
        self._tell(item)

    def search_id(self) -> int:
        """The saved search that is chosen, or 0."""
        item = self.currentItem()
        return int(item.data(SEARCH) or 0) if self.currentRow() >= FIRST else 0

    def rename(self) -> None:
        """Open an editor in the name of the chosen search."""
        if self.search_id():
            self.editItem(self.currentItem())

    def view(self) -> str:
        """The view that is chosen; a saved search is one of all digests."""
        row = self.currentRow()
        return VIEWS[row] if 0 <= row < HEADING else ALL

    def choose(self, view: str) -> None:
        """Make `view` the current one; an unknown name chooses all digests."""
        self.setCurrentRow(VIEWS.index(view) if view in VIEWS else 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(min(self.count(), MOST_LINES)))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(FEWEST_LINES))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the saved search under the pointer."""
        if self.search_id() and self.actions():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.actions())
            menu.popup(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the lines follow the library."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = index.row() + (point.y() > self.visualRect(index).center().y())
        ids = self._ids()
        place = max(row - FIRST, 0)
        moved, before = self.search_id(), ids[place] if row >= 0 and place < len(ids) else 0
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt takes the line out
        event.accept()
        self.setState(QListWidget.State.NoState)
        if moved and moved != before:
            self.search_moved.emit(moved, before)

    def _height(self, lines: int) -> int:
        return max(self.sizeHintForRow(0), 1) * lines + 2 * self.frameWidth()

    def _ids(self) -> list[int]:
        return [self.item(row).data(SEARCH) for row in range(FIRST, self.count())]

    def _item_of(self, search_id: int) -> QListWidgetItem | None:
        ids = self._ids()
        return self.item(FIRST + ids.index(search_id)) if search_id in ids else None

    def _lay_out(self, searches: Sequence[SavedSearch]) -> None:
        former = {self.item(row).data(SEARCH): row for row in range(FIRST, self.count())}
        known = {id_: self.item(row).data(COUNT) for id_, row in former.items()}
        current, view = self.search_id(), self.view()
        changed = bool(current and self.currentItem().data(CHANGED))
        with QSignalBlocker(self):
            while self.count() > HEADING:
                self.takeItem(self.count() - 1)
            if searches:
                QListWidgetItem("Saved searches", self).setFlags(Qt.ItemFlag.NoItemFlags)
            for search in searches:
                item = QListWidgetItem(search.name, self)
                item.setFlags(_SEARCH_FLAGS)
                item.setData(SEARCH, search.id)
                item.setData(COUNT, known.get(search.id))
                item.setData(NOUN, "row" if search.page == SIGNALS else "digest")
            self.choose(view)
        if current:
            self.point_to(current, changed=changed)
        self.updateGeometry()

    def _tell(self, item: QListWidgetItem) -> None:
        """Say aloud what the line shows."""
        number, mistake = item.data(COUNT), item.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        parts = [f"{item.text()}, saved search"]
        if number is not None:
            parts.append(counted(number, item.data(NOUN)))
        parts += ["changed"] if item.data(CHANGED) else []
        parts += [mistake] if mistake else []
        item.setData(_SPOKEN, ", ".join(parts))

    def _settle(self, item: QListWidgetItem | None) -> None:
        """A line that is left says again what it says."""
        if item is not None and item.data(CHANGED):
            item.setData(CHANGED, False)
            self._tell(item)

    def _choose(self, item: QListWidgetItem | None, former: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._settle(former)
        if search_id := item.data(SEARCH):
            self.search_chosen.emit(search_id)
        elif former is not None and former.data(SEARCH):
            self.search_left.emit(item.data(VIEW))
        else:
            self.view_chosen.emit(item.data(VIEW))

    def _choose_again(self, item: QListWidgetItem) -> None:
        if item.data(CHANGED):
            self._settle(item)
            self.search_chosen.emit(item.data(SEARCH))
