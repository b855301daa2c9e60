"""Offers the texts that were being typed when Curator ended, and does what is said of each."""

from functools import partial

from PySide6.QtCore import QObject

from curator.domain.errors import CuratorError
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.undoing import Undoing
from curator.gui.dialogs.draft_dialog import DraftDialog, DraftView
from curator.gui.messages import Notice
from curator.workspace import drafts
from curator.workspace.drafts import Draft
from curator.workspace.typed_fields import put_over, standing

TOPIC = "drafts"


class DraftsOffer(QObject):
    """A draft is applied only by the button for it, as one step that can be undone."""

    def __init__(
        self, desk: Desk, browsing: Browsing, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._browsing = browsing
        self._undoing = undoing
        self._dialog: DraftDialog | None = None
        desk.actions.connect({"edit.drafts": self.show})
        desk.session.feed.changed.connect(self.refresh)

    def offer(self) -> None:
        """Say that there are drafts, if there are."""
        number = len(self._views() or ())
        if number:
            places = "one place" if number == 1 else f"{number:,} places"
            self._desk.session.messages.notify(
                Notice(
                    f"Curator ended while you were typing in {places}.",
                    verb="Look at it" if number == 1 else "Look at them",
                    act=self.show,
                    topic=TOPIC,
                    lasting=True,
                )
            )

    def show(self) -> None:
        """Open the drafts beside what the library says there."""
        self._desk.commit()
        views = self._views()
        if views is None or self._dialog is not None:
            return
        if not views:
            self._desk.session.messages.notify(
                Notice("There are no unfinished texts.", topic=TOPIC)
            )
            return
        dialog = DraftDialog(views, self._desk.window)
        dialog.take_requested.connect(partial(self._take, dialog))
        dialog.throw_away_requested.connect(partial(self._throw_away, dialog))
        dialog.finished.connect(self._leave)
        self._dialog = dialog
        self._desk.open_dialog(dialog)

    def refresh(self, *_changes: object) -> None:
        """Show what the library says now beside the drafts that are looked at."""
        if self._dialog is None or (views := self._views()) is None:
            return
        if not views:
            self._desk.session.messages.topic_settled.emit(TOPIC)
        self._dialog.follow(views)

    def _leave(self) -> None:
        self._dialog = None

    def _views(self) -> list[DraftView] | None:
        """The drafts that are left; None where they can't be read, which is told."""
        workspace = self._desk.session.workspace
        try:
            left = drafts.left_behind(workspace)
            return [DraftView(draft, standing(workspace, draft.place)) for draft in left]
        except CuratorError as error:
            self._desk.session.messages.tell_error(error)
            return None

    def _take(self, dialog: DraftDialog, view: DraftView) -> None:
        draft = view.draft
        changes = self._desk.session.attempt(
            partial(put_over, place=draft.place, text=draft.text, shown=view.standing.now)
        )
        self.refresh()  # where it was refused, what was shown may be old
        if changes is not None and self._forget(draft):
            dialog.settle(view)
            self._browsing.reveal(changes)
            words = (
                f"The draft is in: {changes.label}." if changes.label else "It is there already."
            )
            self._undoing.offer(words, changes, TOPIC)

    def _throw_away(self, dialog: DraftDialog, view: DraftView) -> None:
        if self._forget(view.draft):
            dialog.settle(view)
            self._desk.session.messages.notify(
                Notice(
                    "The draft was thrown away.",
                    verb="Undo",
                    act=partial(self._bring_back, view.draft),
                    topic=TOPIC,
                )
            )

    def _forget(self, draft: Draft) -> bool:
        try:
            drafts.throw_away(draft)
        except CuratorError as error:
            self._desk.session.messages.tell_error(error)
            return False
        return True

    def _bring_back(self, draft: Draft) -> None:
        try:
            drafts.let_go(draft)
        except CuratorError as error:
            self._desk.session.messages.tell_error(error)
