"""Opening addresses outside the program, never before they were shown in full."""

from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from curator.gui.controllers.desk import Desk
from curator.gui.messages import Notice
from curator.gui.widgets.preview_browser import SCHEMES

SHOWN = 300
"""Characters of an address in a notice; token addresses can have thousands."""


class Addresses(QObject):
    """Shows an address, and hands it to the browser of the system when the person says so."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.digest_page.address_requested.connect(self.offer)
        desk.side_panel.address_requested.connect(self.offer)
        desk.side_panel.link_pointed.connect(desk.session.messages.say)
        desk.actions.connect({"digest.open_source": desk.digest_page.head.open_source})

    def offer(self, address: str) -> None:
        """Ask whether to open an address; one of another kind than web or mail is only shown."""
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        shown = address if len(address) <= SHOWN else f"{address[:SHOWN]}…"
        if url.isValid() and url.scheme().lower() in SCHEMES:
            act = partial(QDesktopServices.openUrl, url)
            notice = Notice(shown, verb="Open in browser", act=act, topic="address")
        else:
            notice = Notice(f"This is no address of the web: {shown}", topic="address")
        self._desk.session.messages.notify(notice)
