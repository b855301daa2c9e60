"""All controllers of a window, and the order in which they hear of a change."""

from PySide6.QtCore import QObject, Qt

from curator.domain.changes import Changes
from curator.domain.finding import Finding
from curator.gui.controllers.addresses import Addresses
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.bulk_editing import BulkEditing
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.chosen import Chosen
from curator.gui.controllers.completing import Completing
from curator.gui.controllers.copying import Copying
from curator.gui.controllers.counting import Counting
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.drafting import Drafting
from curator.gui.controllers.drafts_offer import DraftsOffer
from curator.gui.controllers.enabling import Enabling
from curator.gui.controllers.exporting import Exporting
from curator.gui.controllers.faceting import Faceting
from curator.gui.controllers.going_to import GoingTo
from curator.gui.controllers.importing import Importing
from curator.gui.controllers.judging import Judging
from curator.gui.controllers.ledger_blocks import LedgerBlocks
from curator.gui.controllers.ledgering import Ledgering
from curator.gui.controllers.libraries import Libraries
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.controllers.looking import Looking
from curator.gui.controllers.marking import Marking
from curator.gui.controllers.refusing import Refusing
from curator.gui.controllers.returning import Returning
from curator.gui.controllers.row_editing import RowEditing
from curator.gui.controllers.safekeeping import Safekeeping
from curator.gui.controllers.saved_searching import SavedSearching
from curator.gui.controllers.settling import Settling
from curator.gui.controllers.staging import Staging
from curator.gui.controllers.telling import Telling
from curator.gui.controllers.undoing import Undoing
from curator.gui.controllers.viewing import Viewing
from curator.gui.controllers.watching import Watching


class Ensemble(QObject):
    """Made once per window, after its widgets."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setObjectName("controllers")
        self._desk = desk
        self.telling = Telling(desk, self)
        self.long_deeds = LongDeeds(desk, self)
        self.choosing = Choosing(desk, self)
        self.completing = Completing(desk, self)
        self.marking = Marking(desk, self.choosing, self)
        self.faceting = Faceting(desk, self.choosing, self)
        self.browsing = Browsing(desk, self.choosing, self)
        self.ledgering = Ledgering(desk, self.choosing, self)
        self.returning = Returning(desk, self.choosing, self)
        self.undoing = Undoing(
            desk, self.choosing, self.browsing, self.ledgering, self.long_deeds, self
        )
        self.saved_searching = SavedSearching(desk, self.choosing, self.undoing, self)
        self.going_to = GoingTo(desk, self.choosing, self.browsing, self.saved_searching, self)
        self.chosen = Chosen(desk, self.choosing, self.long_deeds, self)
        self.blocks = LedgerBlocks(desk, self.long_deeds, self.undoing, self)
        self.judging = Judging(desk, self.browsing, self.undoing, self.chosen, self)
        self.row_editing = RowEditing(desk, self)
        self.bulk_editing = BulkEditing(desk, self.choosing, self.undoing, self.long_deeds, self)
        self._work_with_files(desk)
        self.addresses = Addresses(desk, self)
        self.looking = Looking(desk, self)
        self.staging = Staging(desk, self.browsing, self.ledgering, self.looking, self)
        self.watching = Watching(desk, self)
        self.viewing = Viewing(desk, self.watching, self)
        self.refusing = Refusing(desk, self)
        self.counting = Counting(desk, self)
        self.enabling = Enabling(
            desk, self.browsing, self.judging, self.undoing, self.saved_searching, self.long_deeds
        )
        self._connect()
        self.drafts_offer = DraftsOffer(desk, self.browsing, self.undoing, self)
        self.drafting = Drafting(desk, self.drafts_offer, self.watching, self)  # hears last

    def follow(self, changes: Changes) -> None:
        """Hand a commit to every view."""
        self._desk.digest_page.apply(changes)
        self._desk.side_panel.apply(changes)
        self.choosing.apply(changes)
        self.ledgering.apply(changes)
        self.counting.apply(changes)
        self.saved_searching.apply(changes)
        self.undoing.refresh()
        self.enabling.refresh()

    def reload(self) -> None:
        """Ask for everything again, because another process wrote to the library."""
        self._desk.digest_page.reload()
        self._desk.side_panel.show_digest(self._desk.digest_page.digest_id())
        self.ledgering.reload()
        self.choosing.refresh()
        self.counting.begin()
        self.saved_searching.reload()
        self.undoing.refresh()
        self.enabling.refresh()
        self._desk.session.messages.say("The library changed outside; what you see is up to date.")

    def _work_with_files(self, desk: Desk) -> None:
        """What comes in, goes out, is kept, and which library is open."""
        self.importing = Importing(desk, self.long_deeds, self.undoing, self)
        self.exporting = Exporting(desk, self.long_deeds, self)
        self.settling = Settling(desk, self.undoing, self)
        self.libraries = Libraries(desk, self)
        self.safekeeping = Safekeeping(desk, self.long_deeds, self)
        self.copying = Copying(desk, self.long_deeds, self)

    def _connect(self) -> None:
        desk = self._desk
        desk.session.feed.changed.connect(self.follow)
        desk.side_panel.finding_opened.connect(self._go_to_finding)
        self.importing.digest_arrived.connect(self.browsing.open_digest)
        self.counting.settled.connect(self.choosing.refresh)
        self.counting.settled.connect(self.saved_searching.reload)
        self.watching.changed_elsewhere.connect(self.reload)
        self.viewing.returned.connect(self.reload)
        refresh = self.enabling.refresh
        desk.session.access.changed.connect(refresh, Qt.ConnectionType.QueuedConnection)

    def _go_to_finding(self, finding: Finding) -> None:
        if not self._desk.digest_page.go_to_field(finding.field):
            self._desk.side_panel.point_at_line(finding.line)
