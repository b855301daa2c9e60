"""Showing in list and page why a digest was found: the words of the search, where they stand."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView

from curator.domain.query_hits import NO_HITS, Hits, hits_of
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.delegates.shown_hits import show_hits
from curator.workspace import reading


class Marking(QObject):
    """Follows the search; nothing is marked where nothing is searched for."""

    def __init__(self, desk: Desk, choosing: Choosing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._hits = NO_HITS
        choosing.listed.connect(self.follow)

    def hits(self) -> Hits:
        """What is marked now."""
        return self._hits

    def follow(self) -> None:
        """Mark what the search looks for now."""
        query = reading.question(self._choosing.listing().search, typing=True).query
        hits = hits_of(query)
        if hits != self._hits:
            self._hits = hits
            self._desk.digest_page.head.show_hits(hits)
            for view in self._desk.window.findChildren(QAbstractItemView):
                show_hits(view, hits)
