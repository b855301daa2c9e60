"""The main window: three panes, a side panel, menus, and the lines that tell how things are."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from curator.domain.errors import CuratorError, LibraryError
from curator.gui.access import DISPLACED
from curator.gui.actions import MENUS, TOOL_BAR, ActionTable
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.ensemble import Ensemble
from curator.gui.dialogs.crash_dialog import CrashDialog
from curator.gui.messages import Crash
from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.pages.list_page import ListPage
from curator.gui.pages.side_panel import SidePanel
from curator.gui.session import Session
from curator.gui.theme import set_icon
from curator.gui.widgets.banner import LastingBanner
from curator.gui.widgets.notice_bar import NoticeBar
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.progress_strip import ProgressStrip
from curator.gui.widgets.save_state import SaveState
from curator.gui.widgets.search_box import SearchBox
from curator.gui.widgets.sidebar import Sidebar
from curator.workspace import history

FIRST_SIZE = QSize(1280, 800)
PANES = (152, 262, 566, 300)
"""Widths at the first start, in pixels: views, list, digest, side panel."""
DIGEST, VIEW, PANEL = "digest", "view", "panel"


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
        self._crash: CrashDialog | None = None
        self._saved = SaveState(self)
        self._quiet = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._quiet.setObjectName("statusLine")
        self._quiet.setAccessibleName("What was done")
        self._panes = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        self._panes.setObjectName("panes")
        self._stage = QWidget(self)
        self._notices = NoticeBar(self._stage)
        self._desk = Desk(
            session=session,
            actions=ActionTable(self, set_icon),
            window=self,
            sidebar=Sidebar(self),
            search_box=SearchBox(self),
            list_page=ListPage(session, self),
            digest_page=DigestPage(session, self),
            side_panel=SidePanel(session, self),
            progress=ProgressStrip(self),
            banner=LastingBanner("libraryBanner", self._stage),
        )
        self._controllers = Ensemble(self._desk)
        self._lay_out()
        self._fill_tool_bar()
        self._fill_menus()
        self._fill_status_bar()
        self._listen()
        self._restore()
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
        self._desk.digest_page.commit()
        self._controllers.drafting.stop()
        self._keep()
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

    def _restore(self) -> None:
        state, library = self._session.state, self._session.workspace.path
        if not state.restore_geometry(self):
            self.resize(FIRST_SIZE)
        if not state.restore_splitter(self._panes):
            self._panes.setSizes(PANES)
        self._desk.side_panel.open(state.last(library, PANEL))
        with QSignalBlocker(self._desk.sidebar):  # one list is asked for, below
            self._desk.sidebar.choose(state.last(library, VIEW))
        self._controllers.browsing.refresh()
        last = state.last(library, DIGEST)
        shown = last.isdecimal() and self._desk.list_page.go_to(int(last))
        if not shown:
            self._desk.list_page.go_to_row(0)
        self._desk.list_page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        state, library = self._session.state, self._session.workspace.path
        state.keep_geometry(self)
        state.keep_splitter(self._panes)
        state.keep_last(library, PANEL, self._desk.side_panel.opened())
        state.keep_last(library, VIEW, self._desk.sidebar.view())
        state.keep_last(library, DIGEST, str(self._desk.digest_page.digest_id()))
        for table in self._desk.digest_page.tables():
            table.keep_widths()

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

    # --- messages ---------------------------------------------------------------------------

    def _listen(self) -> None:
        messages = self._session.messages
        messages.status_said.connect(self._quiet.setText)
        messages.notice_raised.connect(self._notices.show_notice)
        messages.step_undone.connect(self._notices.forget_step)
        messages.digest_left.connect(self._notices.leave_digest)
        messages.save_failed.connect(self._saved.tell_failed)
        messages.crashed.connect(self.show_crash)
        self._session.feed.changed.connect(self._saved.tell_saved)
        self._session.feed.changed.connect(self._forget_status)
        for part in (self._controllers.libraries, self._controllers.copying):
            part.library_requested.connect(self.library_requested)
        for deeds in (self._controllers.safekeeping, self._controllers.copying):
            deeds.closed_deed_requested.connect(self.closed_deed_requested)
        access = self._session.access
        access.changed.connect(self._tell_access, Qt.ConnectionType.QueuedConnection)
        slots = {"file.close": self.close, "view.notice": self._notices.enter}
        self._desk.actions.connect(slots)
        messages.listen()

    def _tell_access(self) -> None:
        reason = self._session.access.reason
        if reason:
            self._saved.tell_reading_only(reason)
        else:
            self._saved.tell_editable()
        for menu in self._menus:
            menu.setToolTipsVisible(bool(reason))

    def _forget_status(self, _changes: object) -> None:
        # What was said last is old news as soon as something else was done.
        self._quiet.clear()

    def show_crash(self, crash: Crash) -> None:
        """Open the one window for mistakes of the program, or add to it."""
        if self._crash is not None:
            self._crash.add(crash)
            return
        if not crash.is_new:
            return
        self._crash = CrashDialog(crash, self)
        self._crash.finished.connect(self._forget_crash)
        self._desk.open_dialog(self._crash)

    def _forget_crash(self) -> None:
        self._crash = None

    # --- building ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        desk = self._desk
        for pane in (desk.sidebar, desk.list_page, desk.digest_page, desk.side_panel):
            self._panes.addWidget(pane)
        self._panes.setStretchFactor(2, 1)
        self._panes.setHandleWidth(1)
        stage = QVBoxLayout(self._stage)
        stage.setSpacing(0)
        stage.setContentsMargins(0, 0, 0, 0)
        stage.addWidget(desk.banner)
        stage.addWidget(self._panes, stretch=1)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stage, stretch=1)
        layout.addWidget(desk.progress)
        self.setCentralWidget(middle)

    def _fill_tool_bar(self) -> None:
        bar = QToolBar("Tool bar", self, movable=False)
        bar.setObjectName("toolBar")
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for id_ in TOOL_BAR:
            bar.addAction(self._desk.actions[id_])
        room = QWidget(bar)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        self._desk.search_box.setMinimumWidth(220)
        self._desk.search_box.setMaximumWidth(420)
        bar.addWidget(self._desk.search_box)
        self.addToolBar(bar)

    def _fill_menus(self) -> None:
        self._menus = [self.menuBar().addMenu(f"&{title}") for title in MENUS]
        for title, menu in zip(MENUS, self._menus, strict=True):
            for spec, action in self._desk.actions.of_menu(title):
                if spec.opens_group:
                    menu.addSeparator()
                menu.addAction(action)
                if spec.id == "library.open":
                    self._recent = menu.addMenu("Recent libraries")
                    self._recent.aboutToShow.connect(self._fill_recent)

    def _fill_recent(self) -> None:
        menu: QMenu = self._recent
        self._controllers.libraries.fill_recent(menu)

    def _fill_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._saved)
        last = partial(history.steps, self._session.workspace, limit=1)
        for step in self._session.ask(last, None) or ():
            self._saved.tell_since(step.at)
        if self._session.access.reason:
            self._tell_access()
        bar.addWidget(self._quiet, stretch=1)
        path = self._session.workspace.path
        name = QLabel(path.name, self, textFormat=Qt.TextFormat.PlainText)
        name.setObjectName("libraryName")
        name.setToolTip(plain_tip(str(path)))
        bar.addPermanentWidget(name)


def _local_paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
