"""Places in the ledger: where somebody is, and the way back to the same row, column and height."""

from functools import partial

from PySide6.QtCore import QObject

from curator.domain.listing import Listing
from curator.domain.saved_search import SIGNALS
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.ledgering import Ledgering
from curator.gui.controllers.trail import Place
from curator.gui.pages.digest_page.spot import Spot
from curator.gui.pages.ledger_page.kept_place import KeptPlace
from curator.workspace import ledger


class LedgerStage(QObject):
    """The stage of the ledger."""

    def __init__(
        self, desk: Desk, choosing: Choosing, ledgering: Ledgering, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._awaited: Place | None = None
        ledgering.answered.connect(self._arrive)

    def is_shown(self) -> bool:
        """Whether the person works there now; beside it, a digest can have the focus."""
        return self._choosing.page() == SIGNALS

    def place(self) -> Place:
        """The row with the cursor, its column, and where on screen it stands."""
        page = self._desk.ledger_page
        row, kept = page.current_row(), page.place()
        name = page.model.names[kept.column]
        spot = Spot(page.table.objectName(), kept.id, name, kept.aside)
        digest_id = row.digest.id if row else 0
        return Place(SIGNALS, self._listing(), digest_id, spot, kept.row, kept.offset)

    def has(self, place: Place) -> bool:
        """Whether the library still has the row."""
        ask, workspace = self._desk.session.ask, self._desk.session.workspace
        return bool(ask(partial(ledger.rows, workspace, [place.spot.record_id]), ()))

    def go_to(self, place: Place) -> None:
        """Show the ledger as it was left; maybe only when its rows have been asked for."""
        shown = self.is_shown() and place.listing == self._listing()
        self._awaited = place
        if shown:
            self._arrive()
        else:
            self._choosing.choose(place.listing, SIGNALS)
        self._desk.ledger_page.table.setFocus()

    def _listing(self) -> Listing:
        return self._desk.ledger_page.question().listing

    def _arrive(self) -> None:
        place, page = self._awaited, self._desk.ledger_page
        if place is None or place.listing != self._listing():
            return
        self._awaited = None
        column = page.model.names.index(place.spot.column)
        page.go_to(
            KeptPlace(
                place.row, column, place.spot.record_id, None, place.offset, place.spot.scroll
            )
        )
