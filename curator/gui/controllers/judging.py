"""Judging by one key: review states, relations of closest digests, the trash."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.link import RELATIONS
from curator.domain.measures import counted
from curator.domain.review import DONE, REVIEWS
from curator.gui.controllers.browsing import Browsing
from curator.gui.controllers.chosen import Chosen
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.undoing import Undoing
from curator.workspace import reviewing


class Judging(QObject):
    """Deeds on the selected digests, or on the one that is shown where the list has none."""

    def __init__(
        self,
        desk: Desk,
        browsing: Browsing,
        undoing: Undoing,
        chosen: Chosen,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._browsing = browsing
        self._undoing = undoing
        self._chosen = chosen
        self.choosing = chosen.choosing
        slots: dict[str, Callable[[], object]] = {
            "review.done_next": self.finish_and_go_on,
            "digest.trash": self.trash,
            "digest.restore": self.restore,
        }
        for state in REVIEWS:
            slots[f"review.{state.replace(' ', '')}"] = partial(self._review_by_key, state)
        for name in (*RELATIONS, ""):
            slots[f"relation.{name.replace(' ', '') or 'clear'}"] = partial(self._relate, name)
        desk.actions.connect(slots)
        desk.digest_page.review_chosen.connect(self._review_shown)
        desk.digest_page.restore_requested.connect(self.restore)

    def chosen(self) -> list[int]:
        """The digests of the list that a deed is about."""
        return self._chosen.of_list()

    def review(self, state: str, ids: Sequence[int]) -> None:
        """Mark digests."""
        self._desk.commit()
        if ids:
            self._desk.session.do(partial(reviewing.set_review, digest_ids=ids, review=state))

    def finish_and_go_on(self) -> None:
        """Mark the digest that is shown as done and go to the next."""
        if shown := self._desk.digest_page.digest_id():
            self.review(DONE, [shown])
            self._browsing.go_on()

    def trash(self) -> None:
        """Put the chosen digests into the trash and offer to take that back."""
        self._desk.commit()
        self._chosen.then("Move to the trash", self._trash)

    def restore(self) -> None:
        """Take the chosen digests out of the trash."""
        self._chosen.then("Restore", self._restore)

    def _trash(self, ids: Sequence[int]) -> None:
        changes = self._desk.session.do(partial(reviewing.trash, digest_ids=ids))
        self._browsing.stay_near()
        self._tell("moved to the trash", changes)

    def _restore(self, ids: Sequence[int]) -> None:
        changes = self._desk.session.do(partial(reviewing.restore, digest_ids=ids))
        self._browsing.stay_near()
        self._tell("restored", changes)

    def _tell(self, words: str, changes: Changes) -> None:
        if number := len(changes.digest_ids):
            self._undoing.offer(f"{counted(number, 'digest')} {words}.", changes, "trash")

    def _review_by_key(self, state: str, _checked: bool = False) -> None:
        self._desk.commit()
        self._chosen.then(f"Mark as {state}", partial(self._review_chosen, state))

    def _review_chosen(self, state: str, ids: Sequence[int]) -> None:
        self.review(state, ids)
        if self._chosen.is_by_row():
            self._desk.session.messages.say(f"{counted(len(ids), 'digest')} marked as {state}.")

    def _review_shown(self, state: str) -> None:
        self.review(state, [self._desk.digest_page.digest_id()])

    def _relate(self, relation: str, _checked: bool = False) -> None:
        self._desk.digest_page.links.relate(relation)
