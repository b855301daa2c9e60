"""Moving through the library: views, search, the list, links, and back."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import Change, Changes
from curator.domain.digest import Digest
from curator.domain.errors import UnknownRecord
from curator.domain.listing import ALL, TRASH, VIEWS, Listing
from curator.gui.controllers.desk import Desk
from curator.gui.messages import Notice
from curator.gui.pages.digest_page.row_table import RowTable
from curator.gui.pages.list_page import Emptiness
from curator.gui.widgets.sidebar import view_words
from curator.workspace import reading

FEW = 20
"""Digests of one step that are selected together. More would not be in sight, and the next key
would be about all of them."""
TRAIL = 100
"""How many digests back the way is remembered."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person worked: a digest, and maybe a row of one of its tables."""

    digest_id: int
    table: RowTable | None = None
    record_id: int = 0


class Browsing(QObject):
    """Signals:
    moved(): another digest is shown, or the list shows others.
    """

    moved = QtSignal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._trail: list[Place] = []
        self._row = 0
        self._search = ""
        desk.sidebar.view_chosen.connect(self._choose_view)
        desk.search_box.searched.connect(self._search_for)
        desk.search_box.paste_refused.connect(self._tell_refusal)
        desk.search_box.list_requested.connect(self._go_to_list)
        desk.search_box.hit_requested.connect(self._go_to_hit)
        desk.list_page.digest_chosen.connect(self._show)
        desk.list_page.digest_entered.connect(desk.digest_page.enter)
        desk.list_page.selection_changed.connect(self.moved)
        desk.digest_page.key_requested.connect(self.open_key)
        desk.side_panel.key_requested.connect(self.open_key)
        desk.actions.connect(
            {
                "digest.next": partial(self._step, 1),
                "digest.previous": partial(self._step, -1),
                "digest.back": self.go_back,
                "edit.find": self._go_to_search,
                "edit.clear_search": desk.search_box.clear,
            }
        )

    # --- what the list shows --------------------------------------------------------------------

    def refresh(self) -> bool:
        """Ask the library again for the list and the counts; False where the list does not have
        the digest that is shown."""
        desk, workspace = self._desk, self._desk.session.workspace
        counts = desk.session.ask(partial(reading.counts, workspace), None)
        desk.sidebar.show_counts(counts or {})
        listing = Listing(desk.sidebar.view(), self._search)
        ids = desk.session.ask(partial(reading.digest_ids, workspace, listing), None)
        if ids is None or (counts is None and not ids):
            desk.list_page.show_unreadable()
            self.moved.emit()
            return False
        counts = counts or dict.fromkeys(VIEWS, len(ids))
        counted = _counted(len(ids), desk.sidebar.view(), counts)
        desk.list_page.show_ids(ids, counted, self._emptiness(counts))
        listed = desk.list_page.point_to(desk.digest_page.digest_id())
        self.moved.emit()
        return listed

    def apply(self, changes: Changes) -> None:
        """Follow a commit: a view that may hold other digests now is asked again."""
        moved = any(map(_changes_views, changes.of_kind("digest")))
        if moved or changes.wholesale or changes.of_kind("conflict"):
            self.refresh()
        self._desk.list_page.apply(changes)

    def has_way_back(self) -> bool:
        """Whether there is a digest to go back to."""
        return bool(self._trail)

    # --- going to a digest ----------------------------------------------------------------------

    def open_digest(self, digest_id: int) -> None:
        """Show a digest; the list stays as it is and points to it where it has it."""
        before = self._place()
        if digest_id == before.digest_id:
            return
        if before.digest_id:
            self._trail = [*self._trail[-TRAIL:], before]
        self._go(digest_id)

    def open_key(self, key: str) -> None:
        """Show the digest that a link names, or say that the library does not have it."""
        try:
            digest = reading.digest_by_key(self._desk.session.workspace, key)
        except UnknownRecord:
            links = self._desk.digest_page.links.links()
            name = next((link.title for link in links if link.target_key == key), "") or key
            self._desk.session.messages.notify(
                Notice(
                    f"“{name}” is not in this library.",
                    topic="dangling",
                    of_digest=True,
                )
            )
            return
        self.open_digest(digest.id)

    def go_back(self) -> None:
        """Show the digest that a link or an undo led away from, where it was left."""
        if self._trail:
            place = self._trail.pop()
            self._go(place.digest_id)
            if place.table is not None:
                place.table.select(place.record_id)

    def go_on(self) -> None:
        """Go to the next digest, or to what took the place of the one that left the list."""
        page = self._desk.list_page
        if page.current_id():
            page.go_to_row(page.current_row() + 1)
        else:
            page.go_to_row(self._row)

    def stay_near(self) -> None:
        """After digests left the list, go to what took the place of the current one."""
        if not self._desk.list_page.current_id():
            self._desk.list_page.go_to_row(self._row)
            if not self._desk.list_page.shown_ids():
                self._show(0)

    def reveal(self, changes: Changes) -> None:
        """Go to what a step changed: its digest, and in it the row; to one of many digests."""
        ids = changes.digest_ids
        if len(ids) == 1 and not changes.wholesale:
            self.open_digest(next(iter(ids)))
            self._desk.digest_page.reveal(changes)
        elif ids:
            self._desk.list_page.select_ids(self._told_of(ids))
            self.stay_near()

    def _told_of(self, ids: Collection[int]) -> list[int]:
        """Which digests of a step are to be selected."""
        page = self._desk.list_page
        if len(ids) <= FEW:
            return sorted(ids)
        if page.current_id() in ids:
            return [page.current_id()]
        return [id_ for id_ in page.shown_ids() if id_ in ids][:1]

    # --- the way there --------------------------------------------------------------------------

    def _place(self) -> Place:
        page = self._desk.digest_page
        for rows in page.tables():
            if rows.isAncestorOf(self._desk.window.focusWidget()):
                return Place(page.digest_id(), rows, rows.current_id())
        return Place(page.digest_id())

    def _go(self, digest_id: int) -> None:
        if not self._desk.list_page.point_to(digest_id):
            self._show(digest_id)

    def _show(self, digest_id: int) -> None:
        row = self._desk.list_page.current_row()
        self._row = row if row >= 0 else self._row
        if digest_id != self._desk.digest_page.digest_id():
            self._desk.session.messages.digest_left.emit()
        self._desk.digest_page.show_digest(digest_id)
        self._desk.side_panel.show_digest(digest_id)
        if not digest_id:
            self._desk.list_page.point_to(0)  # its foot names no open digest any more
        self.moved.emit()

    def _step(self, step: int, _checked: bool = False) -> None:
        page = self._desk.list_page
        row = page.current_row()
        page.go_to_row(self._row if row < 0 else row + step)

    def _choose_view(self, _view: str) -> None:
        self._list_others()

    def _search_for(self, text: str) -> None:
        self._search = text
        self._list_others()

    def _list_others(self) -> None:
        """Show what was asked for; the page never stays with what the person moved away from."""
        if not self.refresh():
            self._desk.list_page.go_to_row(0)
            if not self._desk.list_page.shown_ids():
                self._show(0)

    def _go_to_hit(self) -> None:
        self._desk.list_page.go_to_row(0)
        self._desk.list_page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell_refusal(self, sentence: str) -> None:
        self._desk.session.messages.notify(Notice(sentence))

    def _go_to_search(self) -> None:
        self._desk.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._desk.search_box.selectAll()

    def _go_to_list(self) -> None:
        self._desk.list_page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._desk.list_page.current_id():
            self._desk.list_page.go_to_row(0)

    def _show_all(self) -> None:
        self._show_view(ALL)

    def _show_trash(self) -> None:
        self._show_view(TRASH)

    def _show_view(self, view: str) -> None:
        self._desk.search_box.clear()
        self._search = ""
        self._desk.sidebar.choose(view)
        self._list_others()

    def _emptiness(self, counts: dict[str, int]) -> Emptiness:
        view, actions = self._desk.sidebar.view(), self._desk.actions
        if not counts[ALL] and not counts[TRASH]:
            return Emptiness(
                "This library is empty",
                "Drop Markdown files or folders here, or begin with one of these:",
                (
                    ("Import a folder …", actions["file.import_folder"].trigger),
                    ("Add the sample digests", actions["library.sample"].trigger),
                    ("Open another library …", actions["library.open"].trigger),
                ),
            )
        if self._search and counts[view]:
            return Emptiness(
                "No digest found",
                f"The search “{self._search}” hides {_all(counts[view])} of “{view_words(view)}”.",
                (("Clear the search", self._desk.search_box.clear), ("Show all", self._show_all)),
            )
        if view == TRASH:
            return Emptiness("The trash is empty")
        if not counts[ALL]:
            return Emptiness(
                f"Nothing in “{view_words(view)}”",
                f"The trash holds {_all(counts[TRASH])} of the library.",
                (("Show the trash", self._show_trash),),
            )
        return Emptiness(
            f"Nothing in “{view_words(view)}”",
            f"The view hides {_all(counts[ALL])} of the library.",
            (("Show all digests", self._show_all),),
        )


def _all(number: int) -> str:
    return "the only digest" if number == 1 else f"all {number:,} digests"


def _counted(shown: int, view: str, counts: dict[str, int]) -> str:
    if view == TRASH:
        return f"{shown:,} of {counts[TRASH]:,} in the trash"
    if counts[ALL]:
        return f"{shown:,} of {counts[ALL]:,} shown"
    return f"{counts[TRASH]:,} in the trash" if counts[TRASH] else ""


def _changes_views(change: Change) -> bool:
    before, after = change.before, change.after
    if isinstance(before, Digest) and isinstance(after, Digest):
        return (before.review, before.trashed) != (after.review, after.trashed)
    return True
