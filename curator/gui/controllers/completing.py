"""Offering what a search could go on with, while it is typed."""

from functools import partial

from PySide6.QtCore import QObject

from curator.domain.query_completion import Offer, Typing, choice_offers, name_offers
from curator.domain.query_fields import CHOICE_FIELDS
from curator.gui.background import Latest, task_of
from curator.gui.controllers.desk import Desk
from curator.workspace.completions import values
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace

FEWEST_LETTERS = 2
"""Letters of a word before it may be the name of a field."""


class Completing(QObject):
    """Names of fields and of their few values are known at once; the library is asked for others
    beside the window; another letter stops the question, and only the newest answer counts."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = desk.session.workspace
        self._box = desk.search_box
        self._latest = Latest(desk.session.background, self)
        self._latest.answered.connect(self._answer)
        self._box.typing_changed.connect(self.ask)

    def ask(self, typing: Typing | None) -> None:
        """Offer something for what is typed now; None: for nothing."""
        self._latest.forget()
        if typing is None:
            self._box.offer(None, ())
        elif not typing.field:
            found = name_offers(typing.text) if len(typing.text) >= FEWEST_LETTERS else []
            self._box.offer(typing, found)
        elif typing.field in CHOICE_FIELDS:
            self._box.offer(typing, choice_offers(typing.field, typing.text))
        else:
            stop = Stop()
            self._latest.ask(task_of(partial(_answered, self._workspace, typing, stop)), stop)

    def _answer(self, answer: tuple[Typing, list[Offer]]) -> None:
        self._box.offer(*answer)


def _answered(workspace: Workspace, typing: Typing, stop: Stop) -> tuple[Typing, list[Offer]]:
    return typing, values(workspace, typing, stop)
