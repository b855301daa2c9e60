"""Keeps what is being typed in a draft, and tells when somebody else changes the same field."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from curator.domain.errors import CuratorError
from curator.domain.text import quoted
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.drafts_offer import DraftsOffer
from curator.gui.controllers.watching import Watching
from curator.gui.messages import ERROR, Notice
from curator.gui.models.typing_place import Typing
from curator.workspace import drafts
from curator.workspace.drafts import Draft
from curator.workspace.typed_fields import standing

PACE = 1_000
"""Milliseconds from a keystroke to its draft, at most, on the disk of the program's own state."""
_TOPIC = "typing"
_PUT_BACK = "date"
"""The field whose text is put back where no digest can hold it; nobody misses that."""


class Drafting(QObject):
    """A draft goes when its text was committed or given up. It stays where neither happened,
    because the disk was full, the library was held by somebody else, or the row was deleted."""

    def __init__(
        self, desk: Desk, offer: DraftsOffer, watching: Watching, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._offer = offer
        self._typing: Typing | None = None
        self._draft: Draft | None = None
        self._failed = ""
        self._told = False
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self.look)
        self._pages = (desk.digest_page.typing, desk.ledger_page.typing)
        for page in self._pages:
            page.typed.connect(self._wait)
            page.committing.connect(self.look)
            page.ended.connect(self.look)
            page.given_up.connect(self._give_up)
        desk.session.messages.save_failed.connect(self._hear_failure)
        desk.session.messages.crashed.connect(self._hear_crash)
        desk.session.feed.changed.connect(self._follow)
        watching.changed_elsewhere.connect(self.look)
        watching.changed_elsewhere.connect(offer.refresh)

    def look(self) -> None:
        """See what is being typed now, and keep or end the draft of it."""
        typing = next(filter(None, (page.being_typed() for page in self._pages)), None)
        before = self._typing
        if before is not None and (typing is None or typing.place != before.place):
            self._end(before)
            before = None
        self._typing = typing
        if typing is None:
            self._timer.stop()
            return
        self._wait()
        if before is not None and typing.stored != before.stored:
            self._tell_changed(typing)
        if before is None or self._draft is None or typing.text != before.text:
            self._keep(typing)

    def stop(self) -> None:
        """The window closes: what could not be committed stays as a draft."""
        self.look()
        if self._typing is not None:
            self._leave()
        self._timer.stop()
        self.blockSignals(True)
        for page in self._pages:
            page.blockSignals(True)
        self._desk.digest_page.head.revert()  # nothing can be committed any more

    def _wait(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self, typing: Typing) -> None:
        path = self._draft.path if self._draft else None
        try:
            self._draft = drafts.keep(
                self._desk.session.workspace, typing.place, typing.stored, typing.text, path
            )
        except CuratorError as error:
            if not self._told:  # once, not each second
                self._desk.session.messages.tell_error(error)
            self._told = True
            return
        self._told = False

    def _end(self, before: Typing) -> None:
        self._desk.session.messages.topic_settled.emit(_TOPIC)
        if self._is_lost(before):
            self._leave()
            self._tell_kept(before)
        else:
            self._discard()

    def _is_lost(self, before: Typing) -> bool:
        if before.place.field == _PUT_BACK:
            return False
        session = self._desk.session
        if self._failed or session.access.reason:
            return True
        now = session.ask(partial(standing, session.workspace, before.place), None)
        return now is None or bool(now.obstacle)

    def _give_up(self) -> None:
        self._desk.session.messages.topic_settled.emit(_TOPIC)
        self._discard()
        self._typing = None

    def _discard(self) -> None:
        draft, self._draft, self._failed = self._draft, None, ""
        if draft is not None:
            self._try(drafts.throw_away, draft)

    def _leave(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            self._try(drafts.let_go, draft)

    def _try(self, deed: Callable[[Draft], None], draft: Draft) -> None:
        try:
            deed(draft)
        except CuratorError as error:
            self._desk.session.messages.tell_error(error)

    def _hear_failure(self, words: str) -> None:
        if self._typing is not None:
            self._failed = words

    def _hear_crash(self, _crash: object) -> None:
        self._hear_failure("A fault of the program may have kept it out of the library.")

    def _follow(self, *_changes: object) -> None:
        self._failed = ""
        self.look()

    def _tell_changed(self, typing: Typing) -> None:
        changed = f"{quoted(typing.words, 60)} was changed elsewhere to {quoted(typing.stored)}."
        self._desk.session.messages.notify(
            Notice(
                changed,
                hint="What you type will replace it; Esc takes theirs.",
                topic=_TOPIC,
                of_digest=True,
                lasting=True,
            )
        )

    def _tell_kept(self, before: Typing) -> None:
        failed, self._failed = self._failed, ""
        kept = f"What you typed in {quoted(before.words, 60)} is kept as a draft."
        self._desk.session.messages.notify(
            Notice(
                f"{failed} {kept}".strip(),
                ERROR,
                verb="Look at it",
                act=self._offer.show,
                topic="drafts",
            )
        )
