"""Moving through the library: along the list, by links, back and forward."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import Changes
from curator.domain.errors import UnknownRecord
from curator.domain.saved_search import DIGESTS
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.digest_stage import DigestStage
from curator.gui.controllers.trail import LastPlaces, Place, Stage, Trail
from curator.gui.messages import Notice
from curator.gui.pages.digest_page.spot import spot_of, work_on
from curator.gui.widgets.way_buttons import WayButtons
from curator.workspace import reading

FEW = 20
"""Digests of one step that are selected together. More would not be in sight, and the next key
would be about all of them."""


class Browsing(QObject):
    """Signals:
    moved(): another digest is shown, or the list shows others.
    """

    moved = QtSignal()

    def __init__(self, desk: Desk, choosing: Choosing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._trail = Trail()
        self._last = LastPlaces()
        self._digests = DigestStage(desk, choosing, self)
        self._stages: dict[str, Stage] = {DIGESTS: self._digests}
        self._choosing = choosing
        self._left: Place | None = None  # while another list is looked up
        self._resumes = False
        self._settled = True
        self._row = 0
        choosing.leaving.connect(self._leave_list)
        choosing.listed.connect(self._follow_list)
        self._digests.unlisted.connect(self._show)
        desk.session.feed.changed.connect(self._settle)
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
                "digest.forward": self.go_forward,
                "edit.find": self._go_to_search,
            }
        )
        buttons = WayButtons(desk.window)
        buttons.back_pressed.connect(desk.actions["digest.back"].trigger)
        buttons.forward_pressed.connect(desk.actions["digest.forward"].trigger)

    def add_stage(self, page: str, stage: Stage) -> None:
        """Let places of another page be gone back to."""
        self._stages[page] = stage

    def trail(self) -> Trail:
        """The places that can be gone back and forward to."""
        return self._trail

    # --- jumps ----------------------------------------------------------------------------------

    def place(self) -> Place:
        """Where the person works now."""
        shown = (stage for stage in self._stages.values() if stage.is_shown())
        return next(shown, self._digests).place()

    def jump(self, deed: Callable[[], object]) -> None:
        """Do what leads to another place, and remember the one it leads away from."""
        here = self.place()
        deed()
        if here.digest_id and self.place() != here:
            self._leave(here)

    def go_back(self) -> None:
        """Go to the place that a jump led away from, as it was left."""
        self._travel(self._trail.back)

    def go_forward(self) -> None:
        """Go to the place again that was gone back from."""
        self._travel(self._trail.forward)

    def _travel(self, find: Callable[[Place, Callable[[Place], bool]], Place | None]) -> None:
        self._desk.commit()
        place = find(self.place(), self._is_there)
        if place is not None:
            self._stages[place.page].go_to(place)
        self.moved.emit()

    def _is_there(self, place: Place) -> bool:
        return self._stages[place.page].has(place)

    def _leave(self, here: Place) -> None:
        self._trail.leave(here)
        self.moved.emit()

    # --- going to a digest ----------------------------------------------------------------------

    def open_digest(self, digest_id: int) -> None:
        """Show a digest; the list stays as it is and points to it where it has it."""
        if digest_id != self._desk.digest_page.digest_id():
            self.jump(partial(self._go, digest_id))

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

    def go_on(self) -> None:
        """Go to the next digest, or to what took the place of the one that left the list."""
        self._choosing.once_listed(self._go_on)

    def _go_on(self) -> None:
        page = self._desk.list_page
        if page.current_id():
            page.go_to_row(page.current_row() + 1)
        else:
            page.go_to_row(self._row)

    def stay_near(self) -> None:
        """After digests left the list, go to what took the place of the current one."""
        self._choosing.once_listed(self._stay_near)

    def _stay_near(self) -> None:
        if not self._desk.list_page.current_id():
            self._desk.list_page.go_to_row(self._row)
            if not self._desk.list_page.shown_ids():
                self._show(0)

    def reveal(self, changes: Changes) -> None:
        """Go to what a step changed: its digest, and in it the row; to one of many digests."""
        ids = changes.digest_ids
        if len(ids) == 1 and not changes.wholesale:
            self.jump(partial(self._go_to_change, next(iter(ids)), changes))
        elif ids:
            self._choosing.once_listed(partial(self._select, ids))

    def _select(self, ids: Collection[int]) -> None:
        self._desk.list_page.select_ids(self._told_of(ids))
        self._stay_near()

    def _told_of(self, ids: Collection[int]) -> list[int]:
        """Which digests of a step are to be selected."""
        page = self._desk.list_page
        if len(ids) <= FEW:
            return sorted(ids)
        if page.current_id() in ids:
            return [page.current_id()]
        return [id_ for id_ in page.shown_ids() if id_ in ids][:1]

    def show(self, digest_id: int) -> None:
        """Show a digest, in the list where that is seen and has it; no way back is kept."""
        if self._choosing.page() == DIGESTS:
            self._go(digest_id)
        elif digest_id != self._desk.digest_page.digest_id():
            self._show(digest_id)

    # --- the way there --------------------------------------------------------------------------

    def _go_to_change(self, digest_id: int, changes: Changes) -> None:
        self._go(digest_id)
        self._desk.digest_page.reveal(changes)

    def _go(self, digest_id: int) -> None:
        if not self._desk.digest_page.isVisibleTo(self._desk.window):
            self._choosing.turn_to(DIGESTS)
        if not self._desk.list_page.point_to(digest_id):
            self._show(digest_id)

    def _show(self, digest_id: int) -> None:
        row = self._desk.list_page.current_row()
        self._row = row if row >= 0 else self._row
        self._settled = True
        if digest_id != self._desk.digest_page.digest_id():
            self._desk.session.messages.digest_left.emit()
        self._desk.digest_page.show_digest(digest_id)
        self._desk.side_panel.show_digest(digest_id)
        if not digest_id:
            self._desk.list_page.point_to(0)  # its foot names no open digest any more
        self.moved.emit()

    def _step(self, step: int, _checked: bool = False) -> None:
        """To the next digest, in the same column of the same table; to the next row there."""
        if self._choosing.page() != DIGESTS:
            rows = self._desk.ledger_page
            rows.go_to_row(rows.place().row + step)
            return
        page, shown = self._desk.list_page, self._desk.digest_page
        spot = spot_of(shown, self._desk.window.focusWidget())
        before, row = shown.digest_id(), page.current_row()
        page.go_to_row(self._row if row < 0 else row + step)
        if shown.digest_id() != before:
            work_on(shown, spot)

    # --- the list -------------------------------------------------------------------------------

    def _settle(self) -> None:
        self._settled = True  # whoever edits here has arrived, whatever brought them

    def _leave_list(self, resumes: bool) -> None:
        self._resumes = resumes
        if self._left is None:
            self._left = self.place()

    def _follow_list(self, others: bool) -> None:
        """Agree with the list; the page never stays with what the person moved away from."""
        if self._choosing.page() != DIGESTS:
            self._left = None
            self.moved.emit()
            return
        left, self._left = self._left, None
        if left is not None:
            self._last.keep(left)
            if left.digest_id and not self._digests.awaits() and (self._resumes or self._settled):
                self._trail.leave(left)
        if not self._digests.arrive() and not (left is not None and self._resume()):
            self._agree(others)
        self._settled = left is None and self._settled
        self.moved.emit()

    def _resume(self) -> bool:
        """Go to where the list was left, where it has a place of its own."""
        place = self._last.of(DIGESTS, self._digests.listing())
        return self._resumes and place is not None and self._digests.resume(place)

    def _agree(self, others: bool) -> None:
        page = self._desk.list_page
        listed = page.point_to(self._desk.digest_page.digest_id())
        if others and listed and self._choosing.listing().search:
            page.view.scrollToTop()  # the best that was found stands there
        elif others and not listed:
            page.go_to_row(0)
            if not page.shown_ids():
                self._show(0)

    def _go_to_hit(self) -> None:
        if self._choosing.page() != DIGESTS:
            self._desk.ledger_page.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._desk.list_page.go_to_row(0)
        self._desk.list_page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_search(self) -> None:
        self._desk.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._desk.search_box.selectAll()

    def _go_to_list(self) -> None:
        if self._choosing.page() != DIGESTS:
            self._desk.ledger_page.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._desk.list_page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._desk.list_page.current_id():
            self._desk.list_page.go_to_row(0)
