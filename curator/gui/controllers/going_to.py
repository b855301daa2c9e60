"""Go to anything: what is offered for a few letters, and the way there."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence

from curator.domain.destination import (
    ACTION,
    DIGEST,
    MOST,
    SEARCH,
    THEME,
    VIEW,
    Destination,
    ranked,
)
from curator.domain.facets import Pick
from curator.domain.listing import VIEWS, Listing
from curator.gui.actions import ACTIONS
from curator.gui.background import Latest, task_of
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.saved_searching import SavedSearching
from curator.gui.dialogs.go_to_dialog import GoToDialog
from curator.gui.widgets.sidebar import view_words
from curator.workspace.destinations import destinations

GO_TO = "go.anything"


class GoingTo(QObject):
    """Remembers which digests were shown last, and offers them before anything is typed."""

    def __init__(
        self,
        desk: Desk,
        choosing: Choosing,
        browsing: Browsing,
        saved_searching: SavedSearching,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._browsing = browsing
        self._saved_searching = saved_searching
        self._recent: list[int] = []
        self._text = ""
        self._dialog: GoToDialog | None = None
        self._question = Latest(desk.session.background, self)
        self._question.answered.connect(self._show)
        self._question.failed.connect(desk.session.messages.tell_exception)
        browsing.moved.connect(self._remember)
        desk.actions.connect({GO_TO: self.ask})

    def ask(self) -> None:
        """Open the field to type in."""
        self._dialog = GoToDialog(self._desk.window)
        self._dialog.asked.connect(self._look_up)
        self._dialog.chosen.connect(self._go, Qt.ConnectionType.QueuedConnection)
        self._dialog.finished.connect(self._forget)
        self._desk.open_dialog(self._dialog)
        self._look_up("")

    def _look_up(self, text: str) -> None:
        self._text = text
        shown = self._desk.digest_page.digest_id()
        recent = [id_ for id_ in reversed(self._recent) if id_ != shown]
        question = partial(destinations, self._desk.session.workspace, text, recent)
        self._question.ask(task_of(question))

    def _show(self, found: list[Destination]) -> None:
        if self._dialog is not None:
            offered = [*self._views(), *self._actions()]
            if self._text.strip():
                self._dialog.show_found(ranked(self._text, [*offered, *found]))
            else:
                self._dialog.show_found([*found, *offered])

    def _forget(self) -> None:
        self._dialog = None
        self._question.forget()

    def _views(self) -> Iterator[Destination]:
        for view in VIEWS:
            yield Destination(VIEW, view_words(view), view)

    def _actions(self) -> Iterator[Destination]:
        for spec in ACTIONS:
            action = self._desk.actions[spec.id]
            if spec.id != GO_TO and action.isEnabled():
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words = action.text().replace("&&", "&")
                yield Destination(ACTION, words, spec.id, key)

    def _go(self, destination: Destination) -> None:
        target = destination.target
        self._desk.commit()
        if destination.kind == DIGEST:
            self._browsing.open_digest(int(target))
        elif destination.kind == ACTION:
            self._desk.actions[str(target)].trigger()
        else:
            self._list(destination)

    def _list(self, destination: Destination) -> None:
        target = destination.target
        if destination.kind == SEARCH:
            self._saved_searching.list_search(int(target))
        elif destination.kind == THEME:
            self._choosing.choose(Listing(picks=(Pick(THEME, str(target)),)))
        else:
            self._choosing.choose(Listing(str(target)))
        self._desk.list_page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self) -> None:
        shown = self._desk.digest_page.digest_id()
        if shown and self._recent[-1:] != [shown]:
            self._recent = [*(id_ for id_ in self._recent if id_ != shown), shown][-MOST[DIGEST] :]
