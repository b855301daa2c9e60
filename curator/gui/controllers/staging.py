"""Which page the window shows: the digests one by one, or the signals of all of them."""

import json
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter

from curator.domain.saved_search import DIGESTS, SIGNALS
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.ledger_stage import LedgerStage
from curator.gui.controllers.ledgering import Ledgering
from curator.gui.controllers.looking import Looking
from curator.gui.pages.side_panel import PANELS

SPLIT, SIZES = "split", "sizes"
PANES = 4
KEPT = "ledger"
"""Under which name the window remembers it."""


class Staging(QObject):
    """With the signals the digest of the current row can be shown beside them (split)."""

    def __init__(
        self,
        desk: Desk,
        browsing: Browsing,
        ledgering: Ledgering,
        looking: Looking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = ledgering.choosing
        self._browsing = browsing
        self._looking = looking
        self._ledgering = ledgering
        self._sizes = _sizes_in(desk.session.state.tables.told(KEPT, SIZES))
        self._mode = DIGESTS
        self._split = desk.session.state.tables.told(KEPT, SPLIT) == "on"
        slots: dict[str, Callable[[], object]] = {
            "view.digests": partial(self.turn_to, DIGESTS),
            "view.ledger": partial(self.turn_to, SIGNALS),
            "view.split": self.toggle_split,
            "ledger.open": self._open_current,
        }
        desk.actions.connect(slots)
        table = desk.ledger_page.table
        table.addActions(desk.actions.of_scope(table.objectName()))
        for name in (*PANELS, "side_panel"):
            desk.actions.connect({f"view.{name}": self._make_room_for_panel})
        desk.page_tabs.page_chosen.connect(self.turn_to)
        desk.ledger_page.strip.split_asked.connect(self.toggle_split)
        for page, id_ in ((DIGESTS, "view.digests"), (SIGNALS, "view.ledger")):
            desk.page_tabs.set_tip(page, desk.actions[id_].toolTip())
        self._choosing.turned.connect(self._arrange)
        stage = LedgerStage(desk, self._choosing, ledgering, self)
        browsing.add_stage(SIGNALS, stage)
        desk.ledger_page.row_opened.connect(self.open_row)
        desk.ledger_page.row_chosen.connect(self._follow_row)
        ledgering.answered.connect(self._follow_row)
        self._arrange()

    def is_split(self) -> bool:
        """Whether a digest is shown beside the signals, or would be."""
        return self._split

    def turn_to(self, page: str, _checked: bool = False) -> None:
        """Show a page, and go to work in it."""
        self._desk.commit()
        if page != self._choosing.page():
            self._browsing.jump(partial(self._choosing.turn_to, page))
        target = self._desk.list_page.view if page == DIGESTS else self._desk.ledger_page.table
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_split(self) -> None:
        """Show the digest of the current row beside the signals, or no more."""
        self._split = not self._split
        self._desk.session.state.tables.keep(KEPT, SPLIT, "on" if self._split else "off")
        self._arrange()
        self._follow_row()

    def open_row(self, signal_id: int) -> None:
        """Go to a row in its digest: beside the signals where that is shown, or to its page."""
        row = self._desk.ledger_page.current_row()
        if row is not None and row.id == signal_id:
            self._browsing.jump(partial(self._go_to_row, row.digest.id, signal_id))

    def _go_to_row(self, digest_id: int, signal_id: int) -> None:
        if not self._split:
            self._choosing.turn_to(DIGESTS)
        self._browsing.show(digest_id)
        self._desk.digest_page.signals.select(signal_id)

    def _open_current(self) -> None:
        self.open_row(self._desk.ledger_page.current_row_id())

    def _follow_row(self, *_told: object) -> None:
        """Show the digest of the row in which the cursor came to rest."""
        if self._choosing.page() != SIGNALS or not self._split:
            return
        row = self._desk.ledger_page.current_row()
        if row is not None:
            self._browsing.show(row.digest.id)
            self._desk.digest_page.signals.point_to(row.id)

    def _make_room_for_panel(self) -> None:
        if self._choosing.page() == SIGNALS and not self._split:
            self.toggle_split()

    def keep(self) -> None:
        """Remember for the next start how wide the panes are, each page by itself."""
        panes = self._panes()
        if panes is not None:
            self._sizes[self._mode] = panes.sizes()
        self._desk.session.state.tables.keep(KEPT, SIZES, json.dumps(self._sizes))
        self._arrange_for(DIGESTS)  # whose panes the window keeps with its shape

    def _arrange(self) -> None:
        """Give each page its panes, with the widths that they had when it was shown last."""
        self._arrange_for(self._choosing.page())

    def _arrange_for(self, page: str) -> None:
        desk, panes = self._desk, self._panes()
        former = panes.sizes() if panes is not None else []
        mode = SPLIT if page == SIGNALS and self._split else page
        self._sizes[self._mode] = former
        desk.page_tabs.show_page(page)
        desk.digest_page.setVisible(mode != SIGNALS)
        self._looking.turn_to_ledger(page == SIGNALS, beside=self._split)
        desk.ledger_page.strip.show_split(self._split)
        if panes is not None and mode != self._mode:
            panes.setStretchFactor(1, page == SIGNALS)
            room = sum(former[1:])
            beside = room // 2 if mode == SPLIT else 0
            first = [former[0], room - beside, beside, 0]
            panes.setSizes(self._sizes.get(mode) or first)
        self._mode = mode

    def _panes(self) -> QSplitter | None:
        around = self._desk.page_tabs.parentWidget()
        return around if isinstance(around, QSplitter) else None


def _sizes_in(text: str) -> dict[str, list[int]]:
    """Widths of panes by page that a text says; whatever is no such thing is passed over."""
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return {}
    pairs = told.items() if isinstance(told, dict) else ()
    return {
        mode: sizes
        for mode, sizes in pairs
        if isinstance(sizes, list) and len(sizes) == PANES and all(type(n) is int for n in sizes)
    }
