"""Saved searches: listing, keeping, renaming, changing, moving and deleting them."""

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import Changes
from curator.domain.listing import ALL, Listing
from curator.domain.listing_text import text_of_listing
from curator.domain.saved_search import SavedSearch
from curator.domain.text import quoted
from curator.gui.actions import CHANGED, NARROWED, SAVED
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.search_counts import SearchCounts
from curator.gui.controllers.undoing import Undoing
from curator.gui.dialogs.search_dialog import SearchDialog
from curator.workspace import saved_searches


class SavedSearching(QObject):
    """Signals:
    states_changed(): other actions on saved searches mean something now.
    """

    states_changed = QtSignal()

    def __init__(
        self, desk: Desk, choosing: Choosing, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._undoing = undoing
        self._counts = SearchCounts(desk, self)
        self._searches: dict[int, SavedSearch] = {}
        self._is_begun = False
        desk.sidebar.addActions(desk.actions.of_scope(desk.sidebar.objectName()))
        desk.sidebar.search_chosen.connect(self.list_search)
        desk.sidebar.search_left.connect(self._leave)
        desk.sidebar.search_renamed.connect(self._rename)
        desk.sidebar.search_moved.connect(self._move)
        desk.actions.connect(
            {
                "search.save": self.ask_name,
                "search.update": self.update_chosen,
                "search.rename": desk.sidebar.rename,
                "search.delete": self.delete_chosen,
                "search.up": partial(self._move_by, -1),
                "search.down": partial(self._move_by, 1),
            }
        )
        choosing.listed.connect(self._compare)
        self._show()

    def apply(self, changes: Changes) -> None:
        """Follow a commit: the lines, and what they count."""
        if changes.of_kind("saved_search"):
            self._show()
        if changes.digest_ids and self._is_begun:
            self._counts.recount()

    def reload(self) -> None:
        """Ask for everything again."""
        self._counts.recount()
        self._show()

    def states(self) -> set[str]:
        """What holds of the list and of the chosen search."""
        search, text = self._chosen(), self._text()
        states = {NARROWED} if text else set()
        if search is not None:
            states.add(SAVED)
            if text and self._is_changed(search):
                states.add(CHANGED)
        return states

    def list_search(self, search_id: int) -> None:
        """List what a saved search says; the box shows it, to be changed."""
        if search := self._searches.get(search_id):
            self._choosing.choose(saved_searches.listing_of(search), search.page)
            self._desk.sidebar.point_to(search_id)
            self.states_changed.emit()

    def ask_name(self) -> None:
        """Ask under which name to keep what is listed."""
        text, page = self._text(), self._choosing.page()
        workspace = self._desk.session.workspace
        proposal = self._desk.session.ask(
            partial(saved_searches.proposed_name, workspace, text), ""
        )
        names = [search.name for search in self._searches.values()]
        dialog = SearchDialog(text, proposal, names, self._desk.window)
        dialog.named.connect(partial(self._save, text, page))
        self._desk.open_dialog(dialog)

    def update_chosen(self) -> None:
        """Let the chosen search ask for what is listed now."""
        if search := self._chosen():
            text, page = self._text(), self._choosing.page()
            deed = partial(saved_searches.change_search, search_id=search.id, text=text, page=page)
            if self._desk.session.attempt(deed) is not None:
                self.list_search(search.id)

    def delete_chosen(self) -> None:
        """Delete the chosen search and offer to take that back."""
        if search := self._chosen():
            deed = partial(saved_searches.delete_search, search_id=search.id)
            changes = self._desk.session.do(deed)
            if not changes.is_empty:
                self._undoing.offer(f"Search {quoted(search.name)} deleted.", changes, "search")

    def _show(self) -> None:
        """Ask for the searches and show them."""
        session = self._desk.session
        found = session.ask(partial(saved_searches.all_searches, session.workspace), [])
        self._searches = {search.id: search for search in found}
        wrong = {
            search.id: mistakes[0].words
            for search in found
            if (mistakes := saved_searches.mistakes(search))
        }
        self._desk.sidebar.show_searches(found, wrong)
        if self._is_begun:
            self._counts.show(found)
            self._point()
        self.states_changed.emit()

    def _chosen(self) -> SavedSearch | None:
        return self._searches.get(self._desk.sidebar.search_id())

    def _leave(self, view: str) -> None:
        """What a saved search said goes with it."""
        self._choosing.choose(Listing(view))

    def _compare(self, _others: bool) -> None:
        """Say whether what is listed is still what the chosen search says."""
        if not self._is_begun:
            self._is_begun = True
            self._counts.show(list(self._searches.values()))
        self._point()
        self.states_changed.emit()

    def _point(self) -> None:
        if search := self._chosen():
            if self._text():
                self._desk.sidebar.point_to(search.id, changed=self._is_changed(search))
            else:
                with QSignalBlocker(self._desk.sidebar):
                    self._desk.sidebar.choose(ALL)

    def _text(self) -> str:
        """All that narrows the list, as one text."""
        return text_of_listing(self._choosing.listing())

    def _is_changed(self, search: SavedSearch) -> bool:
        return (self._text(), self._choosing.page()) != (search.text, search.page)

    def _save(self, text: str, page: str, name: str) -> None:
        deed = partial(saved_searches.save_search, name=name, text=text, page=page)
        changes = self._desk.session.do(deed)
        for change in changes.of_kind("saved_search"):
            self.list_search(change.id)

    def _rename(self, search_id: int, name: str) -> None:
        deed = partial(saved_searches.rename_search, search_id=search_id, name=name)
        self._desk.session.do(deed)

    def _move(self, search_id: int, before_id: int) -> None:
        deed = partial(saved_searches.move_searches, ids=[search_id], before_id=before_id)
        self._desk.session.do(deed)

    def _move_by(self, step: int, _checked: bool = False) -> None:
        search = self._chosen()
        if search is None:
            return
        ids = list(self._searches)
        place = ids.index(search.id) + (2 if step > 0 else -1)
        if 0 <= place <= len(ids):
            self._move(search.id, ids[place] if place < len(ids) else 0)
