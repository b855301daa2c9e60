"""Moving through the library: along the list, by links, and back."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import Changes
from curator.domain.errors import UnknownRecord
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.messages import Notice
from curator.gui.pages.digest_page.row_table import RowTable
from curator.workspace import reading

FEW = 20
"""Digests of one step that are selected together. More would not be in sight, and the next key
would be about all of them."""
TRAIL = 100
"""How many digests back the way is remembered."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person worked: a digest, and maybe a row of one of its tables."""

    digest_id: int
    table: RowTable | None = None
    record_id: int = 0


class Browsing(QObject):
    """Signals:
    moved(): another digest is shown, or the list shows others.
    """

    moved = QtSignal()

    def __init__(self, desk: Desk, choosing: Choosing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._trail: list[Place] = []
        self._row = 0
        choosing.listed.connect(self._follow_list)
        desk.search_box.list_requested.connect(self._go_to_list)
        desk.search_box.hit_requested.connect(self._go_to_hit)
        desk.list_page.digest_chosen.connect(self._show)
        desk.list_page.digest_entered.connect(desk.digest_page.enter)
        desk.list_page.selection_changed.connect(self.moved)
        desk.digest_page.key_requested.connect(self.open_key)
        desk.side_panel.key_requested.connect(self.open_key)
        desk.actions.connect(
            {
                "digest.next": partial(self._step, 1),
                "digest.previous": partial(self._step, -1),
                "digest.back": self.go_back,
                "edit.find": self._go_to_search,
            }
        )

    def has_way_back(self) -> bool:
        """Whether there is a digest to go back to."""
        return bool(self._trail)

    # --- going to a digest ----------------------------------------------------------------------

    def open_digest(self, digest_id: int) -> None:
        """Show a digest; the list stays as it is and points to it where it has it."""
        before = self._place()
        if digest_id == before.digest_id:
            return
        if before.digest_id:
            self._trail = [*self._trail[-TRAIL:], before]
        self._go(digest_id)

    def open_key(self, key: str) -> None:
        """Show the digest that a link names, or say that the library does not have it."""
        try:
            digest = reading.digest_by_key(self._desk.session.workspace, key)
        except UnknownRecord:
            links = self._desk.digest_page.links.links()
            name = next((link.title for link in links if link.target_key == key), "") or key
            self._desk.session.messages.notify(
                Notice(
                    f"“{name}” is not in this library.",
                    topic="dangling",
                    of_digest=True,
                )
            )
            return
        self.open_digest(digest.id)

    def go_back(self) -> None:
        """Show the digest that a link or an undo led away from, where it was left."""
        if self._trail:
            place = self._trail.pop()
            self._go(place.digest_id)
            if place.table is not None:
                place.table.select(place.record_id)

    def go_on(self) -> None:
        """Go to the next digest, or to what took the place of the one that left the list."""
        page = self._desk.list_page
        if page.current_id():
            page.go_to_row(page.current_row() + 1)
        else:
            page.go_to_row(self._row)

    def stay_near(self) -> None:
        """After digests left the list, go to what took the place of the current one."""
        if not self._desk.list_page.current_id():
            self._desk.list_page.go_to_row(self._row)
            if not self._desk.list_page.shown_ids():
                self._show(0)

    def reveal(self, changes: Changes) -> None:
        """Go to what a step changed: its digest, and in it the row; to one of many digests."""
        ids = changes.digest_ids
        if len(ids) == 1 and not changes.wholesale:
            self.open_digest(next(iter(ids)))
            self._desk.digest_page.reveal(changes)
        elif ids:
            self._desk.list_page.select_ids(self._told_of(ids))
            self.stay_near()

    def _told_of(self, ids: Collection[int]) -> list[int]:
        """Which digests of a step are to be selected."""
        page = self._desk.list_page
        if len(ids) <= FEW:
            return sorted(ids)
        if page.current_id() in ids:
            return [page.current_id()]
        return [id_ for id_ in page.shown_ids() if id_ in ids][:1]

    # --- the way there --------------------------------------------------------------------------

    def _place(self) -> Place:
        page = self._desk.digest_page
        for rows in page.tables():
            if rows.isAncestorOf(self._desk.window.focusWidget()):
                return Place(page.digest_id(), rows, rows.current_id())
        return Place(page.digest_id())

    def _go(self, digest_id: int) -> None:
        if not self._desk.list_page.point_to(digest_id):
            self._show(digest_id)

    def _show(self, digest_id: int) -> None:
        row = self._desk.list_page.current_row()
        self._row = row if row >= 0 else self._row
        if digest_id != self._desk.digest_page.digest_id():
            self._desk.session.messages.digest_left.emit()
        self._desk.digest_page.show_digest(digest_id)
        self._desk.side_panel.show_digest(digest_id)
        if not digest_id:
            self._desk.list_page.point_to(0)  # its foot names no open digest any more
        self.moved.emit()

    def _step(self, step: int, _checked: bool = False) -> None:
        page = self._desk.list_page
        row = page.current_row()
        page.go_to_row(self._row if row < 0 else row + step)

    def _follow_list(self, others: bool) -> None:
        """Agree with the list; the page never stays with what the person moved away from."""
        page = self._desk.list_page
        if not page.point_to(self._desk.digest_page.digest_id()) and others:
            page.go_to_row(0)
            if not page.shown_ids():
                self._show(0)
        self.moved.emit()

    def _go_to_hit(self) -> None:
        self._desk.list_page.go_to_row(0)
        self._desk.list_page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_search(self) -> None:
        self._desk.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._desk.search_box.selectAll()

    def _go_to_list(self) -> None:
        self._desk.list_page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._desk.list_page.current_id():
            self._desk.list_page.go_to_row(0)
