"""Goes back to where the reader was when the library was closed here last."""

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QSplitter

from curator.domain.listing import ALL, VIEWS
from curator.domain.saved_search import SIGNALS
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.list_question import is_answered_at_once
from curator.gui.session import Session
from curator.gui.widgets.first_paint import FirstPaint

FIRST_SIZE = QSize(1280, 800)
PANES = (208, 262, 518, 292)
"""Widths at the first start, in pixels: views, list, digest, side panel."""
DIGEST, VIEW, PANEL, PAGE = "digest", "view", "panel", "page"


class Returning(QObject):
    """The shape of the window is that of all libraries; the place in it is that of this one."""

    def __init__(self, desk: Desk, choosing: Choosing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing

    def restore(self, panes: QSplitter) -> None:
        """Give the window its former shape, and show the digest that was shown last."""
        desk, state = self._desk, self._desk.session.state
        library = desk.session.workspace.path
        if not state.restore_geometry(desk.window):
            desk.window.resize(FIRST_SIZE)
        if not state.restore_splitter(panes):
            panes.setSizes(PANES)
        desk.side_panel.open(state.last(library, PANEL))
        with QSignalBlocker(desk.sidebar):  # one list is asked for, below
            desk.sidebar.choose(view_kept(desk.session))
        if state.last(library, PAGE) == SIGNALS:
            self._choosing.turn_to(SIGNALS)
            desk.ledger_page.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._choosing.refresh()
        self._choosing.once_listed(partial(self._go_to, state.last(library, DIGEST)))
        desk.list_page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, last: str) -> None:
        """Show the digest; in a large library the list is seen first, as it will stand."""
        listed = self._desk.list_page
        if is_answered_at_once(self._desk.session.workspace):
            self._point_to(last)
            return
        with QSignalBlocker(listed):
            self._point_to(last)
        seen = FirstPaint(listed.view.viewport(), self)
        seen.painted.connect(self._open_current)

    def _point_to(self, last: str) -> None:
        listed = self._desk.list_page
        if not (last.isdecimal() and listed.go_to(int(last))):
            listed.go_to_row(0)

    def _open_current(self) -> None:
        listed = self._desk.list_page
        if current := listed.current_id():
            listed.digest_chosen.emit(current)

    def keep(self, panes: QSplitter) -> None:
        """Remember shape and place for the next start."""
        desk, state = self._desk, self._desk.session.state
        library = desk.session.workspace.path
        state.keep_geometry(desk.window)
        state.keep_splitter(panes)
        state.keep_last(library, PANEL, desk.side_panel.opened())
        state.keep_last(library, VIEW, desk.sidebar.view())
        state.keep_last(library, PAGE, self._choosing.page())
        if shown := desk.digest_page.digest_id():  # else the first list may not have come yet
            state.keep_last(library, DIGEST, str(shown))
        for table in desk.digest_page.tables():
            table.keep_widths()


def view_kept(session: Session) -> str:
    """The view of the sidebar that was listed last; all digests where none is known."""
    kept = session.state.last(session.workspace.path, VIEW)
    return kept if kept in VIEWS else ALL
