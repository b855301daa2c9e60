"""How many each saved search lists, counted beside the work of the window."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from curator.domain.saved_search import SavedSearch
from curator.gui.background import Latest, task_of
from curator.gui.controllers.desk import Desk
from curator.workspace import saved_searches
from curator.workspace.stopping import Stop

PAUSE = 100
"""Milliseconds after an edit before anything is counted, so that edits in a row count once."""
Question = tuple[str, str]
"""The text of a search, and what it lists."""


class SearchCounts(QObject):
    """Counts one search after the other on the free lane, and only what an edit may have changed.

    A number stays in the sidebar until a newer one is known.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._searches: Sequence[SavedSearch] = ()
        self._known: dict[Question, int | None] = {}
        self._asked: Question | None = None
        self._latest = Latest(desk.session.background, self)
        self._latest.answered.connect(self._take)
        self._latest.failed.connect(self._take_none)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)

    def show(self, searches: Sequence[SavedSearch]) -> None:
        """Count these; what is known of them holds until the digests change."""
        self._searches = searches
        for search in searches:
            if _question(search) in self._known:
                self._desk.sidebar.show_search_count(search.id, self._known[_question(search)])
        self._timer.start()

    def recount(self) -> None:
        """Take nothing for known any more, because digests changed."""
        self._known.clear()
        self._asked = None
        self._latest.forget()
        self._timer.start()

    def _go_on(self) -> None:
        """Ask for the next number that is not known."""
        if self._asked is not None:
            return
        unknown = (search for search in self._searches if _question(search) not in self._known)
        if (search := next(unknown, None)) is not None:
            self._asked = _question(search)
            stop, workspace = Stop(), self._desk.session.workspace
            self._latest.ask(task_of(partial(saved_searches.count, workspace, search, stop)), stop)

    def _take(self, number: object) -> None:
        self._note(number if isinstance(number, int) else None)

    def _take_none(self, _error: object) -> None:
        self._note(None)

    def _note(self, number: int | None) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        self._known[asked] = number
        for search in self._searches:
            if _question(search) == asked:
                self._desk.sidebar.show_search_count(search.id, number)
        self._go_on()


def _question(search: SavedSearch) -> Question:
    return search.text, search.page
