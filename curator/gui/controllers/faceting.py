"""Facets beside the list: their counts follow it, and a click on a value narrows it."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QTimer

from curator.domain.changes import Changes
from curator.domain.facet_words import in_order, pick_words
from curator.domain.facets import THEME, FacetCounts, Pick, toggled
from curator.domain.listing import ALL, Listing
from curator.domain.saved_search import SIGNALS
from curator.domain.text import quoted
from curator.gui.background import Latest, task_of
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.widgets.pick_chips import Chip
from curator.gui.widgets.sidebar import view_words
from curator.workspace import facets
from curator.workspace.stopping import Stop

OPEN = "facets"
"""Under what name the window remembers which facets are open."""
_SOON, _AFTER_EDITS = 10, 250
"""Milliseconds until facets are counted: after the list, and after the last of several edits."""
_PATIENCE = 150
"""Milliseconds after which counts that are not there yet are shown as old."""
_SEARCH, _VIEW = "search", "view"
_NONE = "none"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A facet that is being counted, and by what it can be stopped."""

    facet: str = ""
    stop: Stop = field(default_factory=Stop)


class Faceting(QObject):
    """Counts one facet after the other on the free lane, those that are open in a panel that is
    shown; another list, another search in a facet or an edit begins that anew."""

    def __init__(self, desk: Desk, choosing: Choosing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._panel = desk.facet_panel
        self._waiting: list[str] = []
        self._asked = _Asked()
        self._latest = Latest(desk.session.background, self)
        self._latest.answered.connect(self._take)
        self._latest.failed.connect(self._go_on)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._count)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._fade)
        choosing.listed.connect(self._follow_list)
        desk.session.feed.changed.connect(self._follow_edit)
        self._panel.open(self._kept())
        self._panel.asked.connect(self._count_soon)
        self._panel.opened.connect(self._keep)
        self._panel.picked.connect(self._toggle)
        desk.pick_chips.removed.connect(self._remove)
        desk.pick_chips.cleared.connect(choosing.show_all)
        desk.actions.connect({"view.facets": self._panel.enter})

    # --- counting -------------------------------------------------------------------------------

    def _follow_list(self, _others: bool) -> None:
        listing = self._choosing.listing()
        self._panel.show_picks(listing.picks)
        self._desk.pick_chips.show_chips(chips_of(listing))
        self._count_soon()

    def _follow_edit(self, _changes: Changes) -> None:
        self._timer.start(_AFTER_EDITS)

    def _count_soon(self) -> None:
        self._timer.start(_SOON)

    def _count(self) -> None:
        self._asked.stop.now()
        self._latest.forget()
        self._waiting = self._panel.open_facets() if self._panel.isVisible() else []
        if self._waiting:
            self._patience.start()
        self._go_on()

    def _go_on(self, _failure: object = None) -> None:
        """Count the next facet; what can't be read keeps its counts, and the list says why."""
        if not self._waiting:
            self._patience.stop()
            return
        self._asked = _Asked(self._waiting.pop(0))
        text, limit = self._panel.wanted(self._asked.facet)
        question = partial(
            facets.counts,
            self._desk.session.workspace,
            self._choosing.listing(),
            self._asked.facet,
            of_rows=self._is_by_row(),
            text=text,
            limit=limit,
            stop=self._asked.stop,
        )
        self._latest.ask(task_of(question))

    def _fade(self) -> None:
        self._panel.fade([self._asked.facet, *self._waiting])

    def _take(self, counts: object) -> None:
        if isinstance(counts, FacetCounts):
            noun = "row" if self._is_by_row() else "digest"
            self._panel.show_counts(self._asked.facet, counts, noun)
        self._go_on()

    def _is_by_row(self) -> bool:
        return self._choosing.page() == SIGNALS

    # --- picking --------------------------------------------------------------------------------

    def _toggle(self, pick: Pick, adds: bool) -> None:
        self._choosing.pick(toggled(self._choosing.listing().picks, pick, adds=adds))

    def _remove(self, about: object) -> None:
        listing = self._choosing.listing()
        if about == _SEARCH:
            self._choosing.choose(Listing(listing.view, "", listing.picks))
        elif about == _VIEW:
            self._choosing.choose(Listing(ALL, listing.search, listing.picks))
        else:
            self._choosing.pick([pick for pick in listing.picks if pick != about])

    # --- which are open -------------------------------------------------------------------------

    def _keep(self) -> None:
        state, library = self._desk.session.state, self._desk.session.workspace.path
        state.keep_last(library, OPEN, " ".join(self._panel.open_facets()) or _NONE)

    def _kept(self) -> list[str]:
        state, library = self._desk.session.state, self._desk.session.workspace.path
        return (state.last(library, OPEN) or THEME).split()


def chips_of(listing: Listing) -> list[Chip]:
    """What narrows a list, each in words."""
    chips = []
    if listing.view != ALL:
        chips.append(Chip(f"view: {view_words(listing.view)}", _VIEW))
    if listing.search:
        chips.append(Chip(f"search: {quoted(listing.search)}", _SEARCH))
    picks = in_order(listing.picks)
    return [*chips, *(Chip(pick_words(pick), pick, excluded=pick.excluded) for pick in picks)]
