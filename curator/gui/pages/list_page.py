"""The list of digests: what a view and a search show, in the order of the library."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QSignalBlocker,
)
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.domain.changes import Changes
from curator.domain.listing import DigestCard
from curator.gui.delegates.digest_delegate import HEIGHT, DigestDelegate
from curator.gui.models.digest_list import DigestList
from curator.gui.session import Session
from curator.gui.widgets.empty_state import Emptiness, EmptyState
from curator.gui.widgets.even_list import EvenList
from curator.gui.widgets.plain_label import PlainLabel
from curator.workspace import reading

UNREADABLE = "This digest can’t be read"
UNLISTED = "the open digest is not among them"


class ListPage(QWidget):
    """The list, its number of digests below it, and maybe another part above it.

    Signals:
    digest_chosen(int): another digest became the current one.
    digest_entered(): the person wants to work in the digest (Enter, double click).
    selection_changed(): other digests are selected.
    """

    digest_chosen = QtSignal(int)
    digest_entered = QtSignal()
    selection_changed = QtSignal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, above: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(168)
        self._session = session
        self._model = DigestList(self._cards, self)
        self.view = EvenList(HEIGHT, self)
        self.view.setObjectName("digestList")
        self.view.setAccessibleName("Digests")
        self.view.setModel(self._model)
        self.view.setItemDelegate(DigestDelegate(self.view))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty = EmptyState(self)
        self._empty.setObjectName("listEmpty")
        self._counted = ""
        self._footer = PlainLabel("", self, name="shownCount", tone="quiet")
        self._footer.setMargin(8)
        self._footer.setIndent(8)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        if above is not None:
            layout.addWidget(above)
        layout.addWidget(self._stack, stretch=1)
        layout.addWidget(self._footer)
        self.view.activated.connect(self.digest_entered)
        selection = self.view.selectionModel()
        selection.currentChanged.connect(self._tell_current)
        selection.selectionChanged.connect(self.selection_changed)

    def show_ids(self, ids: Sequence[int], counted: str, emptiness: Emptiness) -> None:
        """Show other digests, in this order; keep the current one where it is still among them.

        `counted` says below the list how many they are.
        """
        self._model.refresh(ids)
        self._counted = counted
        self._footer.setText(counted)
        self._stack.setCurrentWidget(self.view if ids else self._empty)
        if not ids:
            self._empty.tell(emptiness.heading, emptiness.text, emptiness.ways)
        if self.current_id():
            self.view.scrollTo(self.view.currentIndex())

    def show_unreadable(self) -> None:
        """Say that the library can't tell which digests it has; that is not an empty list."""
        self._model.refresh(())
        self._counted = ""
        self._footer.setText("")
        self._empty.tell(
            "This part of the library can’t be read",
            "Another view or search may show your digests. The line at the top tells the ways out.",
        )
        self._stack.setCurrentWidget(self._empty)

    def point_to(self, digest_id: int) -> bool:
        """Agree with the page: select the digest that is shown, or say that it is not listed."""
        current = self.current_id()
        listed = bool(digest_id) and (digest_id == current or self.go_to(digest_id))
        if not listed:
            self.leave_current()
        told = digest_id and not listed and self._counted
        self._footer.setText(f"{self._counted}; {UNLISTED}" if told else self._counted)
        return listed

    def apply(self, changes: Changes) -> None:
        """Follow a commit that leaves the list as it is but for its cards."""
        self._model.apply(changes)

    def go_to(self, digest_id: int) -> bool:
        """Make a digest the current one; False where the list does not show it."""
        row = self._model.row_of(digest_id) if digest_id else -1
        if row < 0:
            return False
        self._make_current(row)
        return True

    def go_to_row(self, row: int) -> None:
        """Make the digest in `row` the current one, or the last where there are fewer."""
        if count := self._model.rowCount():
            self._make_current(min(max(row, 0), count - 1))

    def current_id(self) -> int:
        """The current digest, or 0."""
        return self._model.id_at(self.view.currentIndex().row())

    def current_row(self) -> int:
        """The row of the current digest, or -1."""
        return self.view.currentIndex().row()

    def selected_ids(self) -> list[int]:
        """The selected digests, in the order of the list."""
        chosen = self.view.selectionModel().selection().toList()  # by ranges, since all may be
        rows = sorted(row for part in chosen for row in range(part.top(), part.bottom() + 1))
        return [self._model.id_at(row) for row in rows]

    def shown_ids(self) -> Sequence[int]:
        """All digests of the list, in its order."""
        return self._model.ids

    def select_ids(self, ids: Sequence[int]) -> None:
        """Select those of some digests that the list shows; one of them becomes the current one."""
        rows = [row for row in map(self._model.row_of, ids) if row >= 0]
        if not rows:
            return
        self._make_current(self.current_row() if self.current_row() in rows else min(rows))
        selection = self.view.selectionModel()
        for row in rows:
            selection.select(self._model.index(row), QItemSelectionModel.SelectionFlag.Select)

    def leave_current(self) -> None:
        """Point to no digest, because one is shown that the list does not have."""
        with QSignalBlocker(self.view.selectionModel()):
            self.view.selectionModel().clear()
        self.view.viewport().update()

    def _cards(self, ids: Sequence[int]) -> Sequence[DigestCard]:
        """The cards of some digests; one that can't be read does not hide the others."""
        workspace, ask = self._session.workspace, self._session.ask
        found = ask(partial(reading.cards, workspace, ids), None)
        if found is not None:
            return found
        cards: list[DigestCard] = []
        for id_ in ids:
            unreadable = DigestCard(id_, "", UNREADABLE, "", "", 0, ())
            cards += ask(partial(reading.cards, workspace, [id_]), [unreadable])
        return cards

    def _make_current(self, row: int) -> None:
        # Said outright: the view itself would ask for Ctrl and Shift, which a shortcut holds down.
        index = self._model.index(row)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flag)
        self.view.scrollTo(index)

    def _tell_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if digest_id := self._model.id_at(current.row()):
            self._footer.setText(self._counted)
            self.digest_chosen.emit(digest_id)
