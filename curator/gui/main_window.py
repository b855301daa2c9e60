"""The main window: three panes, a side panel, menus, and the lines that tell how things are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from curator.domain.errors import CuratorError, LibraryError
from curator.domain.saved_search import DIGESTS, SIGNALS
from curator.gui.access import DISPLACED
from curator.gui.actions import ActionTable
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.ensemble import Ensemble
from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.pages.facet_panel.panel import FacetPanel
from curator.gui.pages.ledger_page.page import LedgerPage
from curator.gui.pages.list_page import ListPage
from curator.gui.pages.side_panel import SidePanel
from curator.gui.session import Session
from curator.gui.theme import set_icon
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.menus import Menus
from curator.gui.widgets.notice_bar import NoticeBar
from curator.gui.widgets.page_tabs import PageTabs
from curator.gui.widgets.pick_chips import PickChips
from curator.gui.widgets.progress_strip import ProgressStrip
from curator.gui.widgets.search_box import SearchBox
from curator.gui.widgets.sidebar import Sidebar
from curator.gui.widgets.status_line import StatusLine
from curator.gui.widgets.tool_bar import ToolBar


class MainWindow(QMainWindow):
    """One library on screen.

    Signals:
        library_requested(Path): the person wants another library in this place.
        closed_deed_requested(ClosedDeed): something is to be done while the library is closed.
        closed(): the window gave its library back.
    """

    library_requested = QtSignal(object)
    closed_deed_requested = QtSignal(object)
    closed = QtSignal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.setWindowTitle(f"{session.workspace.path.stem} — Curator")
        self._session = session
        self._open = True
        self._waits = False
        self._middle = QWidget(self)
        # Each in its place from the first: the style looks at all that is in what moves.
        self._stage = QWidget(self._middle)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self._stage, childrenCollapsible=False)
        self._panes.setObjectName("panes")
        actions, chips = ActionTable(self, set_icon), PickChips(self)
        list_page, ledger_page = ListPage(session, self), LedgerPage(session, self)
        self._desk = Desk(
            session=session,
            actions=actions,
            window=self,
            menus=Menus(self.menuBar(), actions),
            sidebar=Sidebar(self),
            facet_panel=FacetPanel(self),
            search_box=SearchBox(self),
            pick_chips=chips,
            list_page=list_page,
            digest_page=DigestPage(session, self),
            ledger_page=ledger_page,
            page_tabs=PageTabs({DIGESTS: list_page, SIGNALS: ledger_page}, self, above=chips),
            side_panel=SidePanel(session, self),
            progress=ProgressStrip(self),
            banner=Banner("libraryBanner", self._stage),
            notices=NoticeBar(self._stage),
            status=StatusLine(session.workspace.path, self),
        )
        self._controllers = Ensemble(self._desk)
        self._lay_out()
        self._connect()
        self._controllers.telling.begin()
        self._controllers.returning.restore(self._panes)
        self._controllers.drafts_offer.offer()

    # --- opening and closing ----------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is being typed, remember where the reader was, and close the library."""
        if self._waits:
            event.ignore()
            return
        if self._open:
            self._give_back()
            self.closed.emit()
        super().closeEvent(event)

    def wait_for(self, title: str) -> None:
        """Give the library back and wait, under a title, for a deed on its file."""
        self._waits = True
        if self._open:
            self._give_back()
        self._stage.hide()
        self._desk.progress.begin(title)
        self.setEnabled(False)

    def end_waiting(self) -> None:
        """Let the library be opened by another window; this one can be closed then."""
        self._waits = False
        self.closed.emit()

    def library(self) -> Path:
        """Where the library lies that it shows."""
        return self._session.workspace.path

    def tell_outcome(self, outcome: object) -> None:
        """Say what came of a deed that was done before this window opened."""
        self._controllers.safekeeping.tell_outcome(outcome)

    def _give_back(self) -> None:
        self._open = False
        self._controllers.watching.stop()
        self._desk.commit()
        self._controllers.drafting.stop()
        self._controllers.staging.keep()
        self._controllers.returning.keep(self._panes)
        self._controllers.ledgering.keep()
        self._session.workspace.renderer.close()  # nobody waits for a page any more
        self._session.background.stop()
        self._controllers.safekeeping.finish()
        try:
            self._session.workspace.close()
        except LibraryError as error:  # it is closed all the same; what was committed is in it
            self._session.messages.tell_error(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders can be dropped anywhere, where the library can be edited."""
        if not _local_paths(event.mimeData()):
            return
        if reason := self._session.access.reason:
            self._session.messages.say(reason)
        else:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        if paths := _local_paths(event.mimeData()):
            event.acceptProposedAction()
            self._controllers.importing.import_paths(paths)

    def shows(self, path: Path) -> bool:
        """Whether `path` is the library of this window."""
        here = self._session.workspace.path
        if self._session.access.kind == DISPLACED:
            return False  # whatever lies there now is something else
        return path.exists() and here.exists() and here.samefile(path)

    def tell_error(self, error: CuratorError) -> None:
        """Show a known error in the bar."""
        self._session.messages.tell_error(error)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Come to the front and import what another start, or the first one, was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if paths:
            self._controllers.importing.import_paths(paths)

    # --- building ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        desk = self._desk
        for pane in (self._left_pane(), desk.page_tabs, desk.digest_page, desk.side_panel):
            self._panes.addWidget(pane)
        self._panes.setStretchFactor(2, 1)
        self._panes.setHandleWidth(1)
        stage = QVBoxLayout(self._stage)
        stage.setSpacing(0)
        stage.setContentsMargins(0, 0, 0, 0)
        stage.addWidget(desk.banner)
        stage.addWidget(self._panes, stretch=1)
        layout = QVBoxLayout(self._middle)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stage, stretch=1)
        layout.addWidget(desk.progress)
        self.setCentralWidget(self._middle)
        self.addToolBar(ToolBar(desk.actions, desk.search_box, self))
        self.setStatusBar(desk.status)

    def _left_pane(self) -> QWidget:
        """The views, and the facets below them."""
        pane = QWidget(self)
        pane.setObjectName("leftPane")
        layout = QVBoxLayout(pane)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.addWidget(self._desk.sidebar)
        layout.addWidget(self._desk.facet_panel, stretch=1)
        return pane

    def _connect(self) -> None:
        controllers = self._controllers
        for part in (controllers.libraries, controllers.copying):
            part.library_requested.connect(self.library_requested)
        for deeds in (controllers.safekeeping, controllers.copying):
            deeds.closed_deed_requested.connect(self.closed_deed_requested)
        self._desk.actions.connect({"file.close": self.close})


def _local_paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
