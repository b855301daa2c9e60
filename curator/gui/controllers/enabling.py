"""Which actions mean something now: one place that says which states hold."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from curator.domain.saved_search import SIGNALS
from curator.gui import actions as needs
from curator.gui.access import DAMAGED, DISPLACED, EDITABLE, READ_ONLY
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.judging import Judging
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.controllers.saved_searching import SavedSearching
from curator.gui.controllers.undoing import Undoing
from curator.gui.widgets.plain_tip import plain_tip

_PERMITTED = {
    EDITABLE: {needs.EDITABLE, needs.MENDABLE},
    DAMAGED: {needs.MENDABLE},
    READ_ONLY: set[str](),
    DISPLACED: set[str](),
}
"""What a state of the library permits to be done to its file."""


class Enabling(QObject):
    """Turns actions on and off after each move, selection and commit."""

    def __init__(
        self,
        desk: Desk,
        browsing: Browsing,
        judging: Judging,
        undoing: Undoing,
        saved_searching: SavedSearching,
        long_deeds: LongDeeds,
    ) -> None:
        super().__init__(browsing)
        self._desk = desk
        self._choosing = judging.choosing
        self._browsing = browsing
        self._judging = judging
        self._undoing = undoing
        self._saved_searching = saved_searching
        self._long_deeds = long_deeds
        self._left: QWidget | None = None
        browsing.moved.connect(self.refresh)
        saved_searching.states_changed.connect(self.refresh)
        long_deeds.busy_changed.connect(self._show_busy)
        self._tables = {
            needs.SIGNAL_ROW: desk.digest_page.signals.rows,
            needs.THEME_ROW: desk.digest_page.themes.rows,
            needs.KEYWORD_ROW: desk.digest_page.keywords.rows,
            needs.LINK_ROW: desk.digest_page.links.rows,
        }
        for table in self._tables.values():
            table.selection_changed.connect(self.refresh)
        desk.ledger_page.selection_changed.connect(self.refresh)
        self._choosing.turned.connect(self.refresh)
        self.refresh()

    def refresh(self, *_told: object) -> None:
        """Say anew which states hold."""
        busy, reason = self._long_deeds.is_busy(), self._desk.session.access.reason
        tip = "" if busy else plain_tip(reason)
        self._desk.actions.enable(set() if busy else self._holding(), tip)

    def _holding(self) -> set[str]:
        page = self._desk.digest_page
        holding = self._undoing.states() | self._saved_searching.states()
        holding |= _PERMITTED[self._desk.session.access.kind]
        in_ledger = self._choosing.page() == SIGNALS
        if self._desk.list_page.shown_ids() or in_ledger:
            holding.add(needs.LIBRARY)
        trail = self._browsing.trail()
        holding.update({needs.BACK} if trail.has_back() else ())
        holding.update({needs.FORWARD} if trail.has_forward() else ())
        if page.digest_id() and not page.is_trashed() and page.isVisibleTo(self._desk.window):
            holding.add(needs.DIGEST)
            holding.update(state for state, t in self._tables.items() if t.selected_ids())
        if in_ledger:
            holding.add(needs.LEDGER)
            row = self._desk.ledger_page.current_row()
            if row is not None:
                holding.add(needs.TRASHED if row.digest.trashed else needs.CHOSEN)
        elif self._judging.chosen():
            holding.add(needs.TRASHED if page.is_trashed() else needs.CHOSEN)
        return holding

    def _show_busy(self, busy: bool) -> None:
        page = self._desk.digest_page
        focused = self._desk.window.focusWidget()
        if busy and page.isAncestorOf(focused):
            self._left = focused
        page.lock(busy)
        self._desk.ledger_page.table.be_read_only(busy or bool(self._desk.session.access.reason))
        if not busy and self._left is not None and isValid(self._left):
            self._left.setFocus()
            self._left = None
        self.refresh()
