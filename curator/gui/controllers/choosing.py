"""What is listed: the view, the search and the facets, and the list that follows them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import Change, Changes
from curator.domain.digest import Digest
from curator.domain.facet_words import in_order, pick_words
from curator.domain.facets import Pick
from curator.domain.listing import ALL, TRASH, VIEWS, Listing
from curator.domain.saved_search import DIGESTS
from curator.domain.text import shortened
from curator.gui.background import PATIENCE, Latest, task_of
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.list_question import Found, is_answered_at_once, look_up
from curator.gui.messages import Notice
from curator.gui.widgets.empty_state import Emptiness
from curator.gui.widgets.sidebar import view_words
from curator.workspace.stopping import Stop


class Choosing(QObject):
    """Signals:
    leaving(bool): something else is about to be listed. True: a list that has a place of its own,
        such as a view or what a cleared search gives back; False: what is typed or ticked on.
    listed(bool): the list was asked for again; True where the person chose to see something else.
    turned(): the window shows another page, and the list of the former one may grow old.
    """

    turned = QtSignal()
    leaving = QtSignal(bool)
    listed = QtSignal(bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = DIGESTS
        self._counts = dict.fromkeys(VIEWS, 0)
        self._search = ""
        self._picks: tuple[Pick, ...] = ()
        self._others = False
        self._waiting: list[Callable[[], object]] = []
        self._question = Latest(desk.session.background, self)
        self._question.answered.connect(self._show)
        self._question.failed.connect(desk.session.messages.tell_exception)
        desk.sidebar.view_chosen.connect(self._choose_view)
        desk.search_box.searched.connect(self._search_for)
        desk.search_box.paste_refused.connect(self._tell_refusal)
        desk.actions.connect({"edit.clear_search": desk.search_box.clear})

    def listing(self) -> Listing:
        """What is asked for now."""
        return Listing(self._desk.sidebar.view(), self._search, self._picks)

    def page(self) -> str:
        """What is listed: DIGESTS, or SIGNALS, the rows of all of them."""
        return self._page

    def turn_to(self, page: str) -> None:
        """List digests, or their signals, by the same view, search and facets."""
        if page != self._page:
            self._page = page
            self.turned.emit()
            self.refresh()

    def choose(self, listing: Listing, page: str = "") -> None:
        """List something else: a view, a search and facets at once, maybe on the other page."""
        self.leaving.emit(True)
        if page not in {"", self._page}:
            self._page = page
            self.turned.emit()
        box, sidebar = self._desk.search_box, self._desk.sidebar
        with QSignalBlocker(sidebar):
            sidebar.choose(listing.view)
        box.show_text(listing.search)
        self._search, self._picks = listing.search, listing.picks
        self.refresh(others=True)

    def pick(self, picks: Sequence[Pick]) -> None:
        """Narrow what is listed by these facets, and by no others."""
        self.leaving.emit(not picks)
        self._picks = tuple(picks)
        self.refresh(others=True)

    def show_all(self) -> None:
        """List every digest outside the trash."""
        self.choose(Listing())

    def show_trash(self) -> None:
        """List what was moved to the trash."""
        self.choose(Listing(TRASH))

    def refresh(self, *, others: bool = False) -> None:
        """Ask the library again for the list and the counts.

        The list that is shown stays until the answer is there, which may be in a later turn.
        """
        self._others = self._others or others
        stop, workspace = Stop(), self._desk.session.workspace
        task = task_of(partial(look_up, workspace, self.listing(), stop))
        if is_answered_at_once(workspace):
            self._question.answer(task)
        else:
            self._question.ask(task, stop, patience=PATIENCE)

    def once_listed(self, deed: Callable[[], object]) -> None:
        """Do something as soon as the list shows what is asked for: now, where it does."""
        if deed not in self._waiting:  # a key that is held down does not count twice
            self._waiting.append(deed)
        if not self._question.is_waiting:
            self._do_what_waits()

    def apply(self, changes: Changes) -> None:
        """Follow a commit: a list that may hold other digests now is asked again."""
        moved = any(map(_changes_views, changes.of_kind("digest")))
        if self._search or self._picks:
            moved = moved or bool(changes.digest_ids)
        if moved or changes.wholesale or changes.of_kind("conflict"):
            self.refresh()
        self._desk.list_page.apply(changes)

    def _show(self, found: Found) -> None:
        desk, counts = self._desk, found.counts
        for error in found.errors:
            desk.session.tell_unreadable(error)
        desk.sidebar.show_counts(counts or {})
        self._counts = counts or self._counts
        if found.ids is None or (counts is None and not found.ids):
            desk.list_page.show_unreadable()
        else:
            counts = counts or dict.fromkeys(VIEWS, len(found.ids))
            counted = _counted(len(found.ids), desk.sidebar.view(), counts)
            desk.list_page.show_ids(found.ids, counted, self._emptiness(counts))
        others, self._others = self._others, False
        self.listed.emit(others)
        self._do_what_waits()

    def _do_what_waits(self) -> None:
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed()

    def _choose_view(self, _view: str) -> None:
        self.leaving.emit(True)
        self.refresh(others=True)

    def _search_for(self, text: str) -> None:
        self.leaving.emit(not text)
        self._search = text
        self.refresh(others=True)

    def _tell_refusal(self, sentence: str) -> None:
        self._desk.session.messages.notify(Notice(sentence))

    def emptiness(self) -> Emptiness | None:
        """Why the chosen view has no digests at all; None where it has some."""
        view = self._desk.sidebar.view()
        return None if self._counts[view] else self._emptiness(self._counts)

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
        if (self._search or self._picks) and counts[view]:
            return self._hidden(counts[view])
        if view == TRASH:
            return Emptiness("The trash is empty")
        if not counts[ALL]:
            return Emptiness(
                f"Nothing in “{view_words(view)}”",
                f"The trash holds {_all(counts[TRASH])} of the library.",
                (("Show the trash", self.show_trash),),
            )
        return Emptiness(
            f"Nothing in “{view_words(view)}”",
            f"The view hides {_all(counts[ALL])} of the library.",
            (("Show all digests", self.show_all),),
        )

    def _hidden(self, number: int) -> Emptiness:
        """Say which filters hide all of a view, and offer to take each away."""
        hiding: list[str] = []
        ways: list[tuple[str, Callable[[], object]]] = []
        if self._search:
            hiding.append(f"The search “{self._search}”")
            ways.append(("Clear the search", self._desk.search_box.clear))
        if self._picks:
            told = "; ".join(map(pick_words, in_order(self._picks)))
            hiding.append(f"{'the' if hiding else 'The'} facets ({shortened(told, 120)})")
            ways.append(("Clear the facets", partial(self.pick, ())))
        verb = "hide" if self._picks else "hides"
        of_view = f"{_all(number)} of “{view_words(self._desk.sidebar.view())}”"
        words = f"{' and '.join(hiding)} {verb} {of_view}."
        return Emptiness("No digest found", words, (*ways, ("Show all", self.show_all)))


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
