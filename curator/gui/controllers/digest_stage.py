"""Places in the list of digests and on the page of one: where they are, and the way back there."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QListView

from curator.domain.listing import Listing
from curator.domain.saved_search import DIGESTS
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.trail import Place
from curator.gui.pages.digest_page.spot import go_to_spot, scroll_to, spot_of
from curator.workspace import reading


class DigestStage(QObject):
    """The stage of list and page.

    Signals:
        unlisted(int): a digest is to be shown that the list does not have, or has been pointing to
            while another was shown beside the ledger.
    """

    unlisted = QtSignal(int)

    def __init__(self, desk: Desk, choosing: Choosing, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._listing = choosing.listing()
        self._awaited: Place | None = None

    def is_shown(self) -> bool:
        """Whether the person works there now."""
        return self._desk.list_page.isVisibleTo(self._desk.window)

    def place(self) -> Place:
        """The digest that is shown, the cell with the cursor, and what is seen around both."""
        page, listed = self._desk.digest_page, self._desk.list_page
        spot = spot_of(page, self._desk.window.focusWidget())
        row, offset = listed.current_row(), _offset(listed.view)
        return Place(DIGESTS, self._listing, page.digest_id(), spot, row, offset)

    def has(self, place: Place) -> bool:
        """Whether the library still has the digest."""
        ask, workspace = self._desk.session.ask, self._desk.session.workspace
        return bool(ask(partial(reading.cards, workspace, [place.digest_id]), ()))

    def go_to(self, place: Place) -> None:
        """List what was listed, then show the digest as it was left."""
        self._awaited = place
        if place.listing == self._choosing.listing() and self._choosing.page() == DIGESTS:
            self.arrive()
        else:
            self._choosing.choose(place.listing, DIGESTS)

    def listing(self) -> Listing:
        """What the list shows; what is asked for may not have been looked up yet."""
        return self._listing

    def awaits(self) -> bool:
        """Whether a list was asked for only to go to a place in it."""
        return self._awaited is not None

    def arrive(self) -> bool:
        """Take note of what is listed now, and show the place that waited for it, if one did."""
        self._listing = self._choosing.listing()
        place, self._awaited = self._awaited, None
        if place is None or place.listing != self._listing:
            return False
        if not self._point_to(place) or self._desk.digest_page.digest_id() != place.digest_id:
            self.unlisted.emit(place.digest_id)
        go_to_spot(self._desk.digest_page, place.spot)
        return True

    def resume(self, place: Place) -> bool:
        """Show what was current when a list was left, or what took its place there; the focus
        stays where it is. False where the list is empty."""
        if self._point_to(place):
            scroll_to(self._desk.digest_page, place.spot)
        else:
            self._desk.list_page.go_to_row(place.row)
        return bool(self._desk.list_page.current_id())

    def _point_to(self, place: Place) -> bool:
        listed = self._desk.list_page
        found = listed.point_to(place.digest_id)
        if found:
            bar = listed.view.verticalScrollBar()
            bar.setValue(bar.value() + _offset(listed.view) - place.offset)
        return found


def _offset(view: QListView) -> int:
    """Pixels between the top edge of a list and its current line."""
    return view.visualRect(view.currentIndex()).top()
