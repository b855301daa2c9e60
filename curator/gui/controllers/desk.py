"""The parts of one window that controllers work on."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow

from curator.gui.actions import ActionTable
from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.pages.facet_panel.panel import FacetPanel
from curator.gui.pages.ledger_page.page import LedgerPage
from curator.gui.pages.list_page import ListPage
from curator.gui.pages.side_panel import SidePanel
from curator.gui.session import Session
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.file_picker import FilePicker
from curator.gui.widgets.menus import Menus
from curator.gui.widgets.notice_bar import NoticeBar
from curator.gui.widgets.page_tabs import PageTabs
from curator.gui.widgets.pick_chips import PickChips
from curator.gui.widgets.progress_strip import ProgressStrip
from curator.gui.widgets.search_box import SearchBox
from curator.gui.widgets.sidebar import Sidebar
from curator.gui.widgets.status_line import StatusLine


@dataclass(frozen=True, slots=True)
class Desk:
    """One open library on screen."""

    session: Session
    actions: ActionTable
    window: QMainWindow
    menus: Menus
    sidebar: Sidebar
    facet_panel: FacetPanel
    search_box: SearchBox
    pick_chips: PickChips
    list_page: ListPage
    digest_page: DigestPage
    ledger_page: LedgerPage
    page_tabs: PageTabs
    side_panel: SidePanel
    progress: ProgressStrip
    banner: Banner
    notices: NoticeBar
    status: StatusLine

    def commit(self) -> None:
        """Take what is being typed on any page."""
        self.digest_page.commit()
        self.ledger_page.typing.committing.emit()
        self.ledger_page.table.commit_editor()

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog over the window; it goes when it is closed."""
        dialog.setParent(self.window, dialog.windowFlags())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def pick(self, title: str, mode: QFileDialog.FileMode, start: str = "") -> FilePicker:
        """A file dialog over the window, to be connected and opened."""
        return FilePicker(title, mode, start, self.window)
