"""The main window: three panes, a side panel, menus, and the lines that tell how things are."""

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

from curator.domain.errors import CuratorError
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
from curator.gui.widgets.notice_bar import NoticeBar
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
        closed(): the window gave its library back.
    """

    library_requested = QtSignal(object)
    closed = QtSignal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.setWindowTitle(f"{session.workspace.path.stem} — Curator")
        self._session = session
        self._open = True
        self._crash: CrashDialog | None = None
        self._saved = SaveState(self)
        self._quiet = QLabel(self)
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
        )
        self._controllers = Ensemble(self._desk)
        self._lay_out()
        self._fill_tool_bar()
        self._fill_menus()
        self._fill_status_bar()
        self._listen()
        self._restore()

    # --- opening and closing ----------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is being typed, remember where the reader was, and close the library."""
        if self._open:
            self._open = False
            self._controllers.watching.stop()
            self._desk.digest_page.commit()
            self._keep()
            self._session.background.stop()
            self._session.messages.release_exceptions()
            self._session.workspace.close()
            self.closed.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders can be dropped anywhere."""
        if _local_paths(event.mimeData()):
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
        return path.exists() and here.exists() and here.samefile(path)

    def tell_error(self, error: CuratorError) -> None:
        """Show a known error in the bar."""
        self._session.messages.tell_error(error)

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
        self._controllers.libraries.library_requested.connect(self.library_requested)
        slots = {"file.close": self.close, "view.notice": self._notices.enter}
        self._desk.actions.connect(slots)
        messages.catch_exceptions()
        messages.listen()

    def _forget_status(self, _changes: object) -> None:
        # What was said last is old news as soon as something else was done.
        self._quiet.clear()

    def show_crash(self, crash: Crash) -> None:
        """Open the one window for mistakes of the program, or add to it."""
        if self._crash is not None:
            self._crash.add(crash)
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
        stage.setContentsMargins(0, 0, 0, 0)
        stage.addWidget(self._panes)
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
        for title in MENUS:
            menu = self.menuBar().addMenu(f"&{title}")
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
        for step in history.steps(self._session.workspace, limit=1):
            self._saved.tell_since(step.at)
        bar.addWidget(self._quiet, stretch=1)
        path = self._session.workspace.path
        name = QLabel(path.name, self)
        name.setObjectName("libraryName")
        name.setToolTip(str(path))
        bar.addPermanentWidget(name)


def _local_paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
