"""The page that tells whether somebody's work is safe, kept up to date while it is open."""

from functools import partial

from PySide6.QtCore import QObject

from curator.domain.errors import CuratorError
from curator.domain.listing import TRASH
from curator.gui.background import Latest, task_of
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.dialogs.trust_dialog import TrustDialog
from curator.gui.messages import Notice
from curator.workspace.trust import Trust, trust

STAYING = {"file.backup": "Backing up …", "help.check": "Checking …"}
"""Deeds that run behind the page, and what it says meanwhile; the others put it away first."""


class Trusting(QObject):
    """Asks in the background, since a long history takes a while to be measured."""

    def __init__(self, desk: Desk, long_deeds: LongDeeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dialog: TrustDialog | None = None
        self._latest = Latest(desk.session.background, self)
        self._latest.answered.connect(self._show)
        self._latest.failed.connect(self._refuse)
        desk.actions.connect({"help.safe": self.open, "view.trash": self.show_trash})
        desk.session.feed.changed.connect(self.refresh)
        desk.session.messages.notice_raised.connect(self._repeat)
        long_deeds.ended.connect(self.refresh)

    def open(self) -> None:
        """Open the page."""
        if self._dialog is None:
            self._desk.commit()
            self._dialog = TrustDialog(self._desk.window)
            self._dialog.mend_requested.connect(self._mend)
            self._dialog.finished.connect(self._forget)
            self._desk.open_dialog(self._dialog)
        self.refresh()

    def refresh(self, *_told: object) -> None:
        """Ask again, where the page is open."""
        if self._dialog is not None:
            self._latest.ask(task_of(partial(trust, self._desk.session.workspace)))

    def show_trash(self) -> None:
        """Go to the view of what was trashed."""
        self._desk.sidebar.choose(TRASH)
        self._desk.list_page.view.setFocus()

    def _mend(self, action_id: str) -> None:
        if self._dialog is None:
            return
        if action_id in STAYING:
            self._dialog.tell(STAYING[action_id])
        else:
            self._dialog.accept()
        self._desk.actions[action_id].trigger()

    def _show(self, answer: object) -> None:
        if self._dialog is not None and isinstance(answer, Trust):
            actions = self._desk.actions
            mends = {fact.mend for fact in answer.facts if fact.mend}
            off = {id_: actions[id_].toolTip() for id_ in mends if not actions[id_].isEnabled()}
            self._dialog.show_trust(answer, off)

    def _refuse(self, error: object) -> None:
        if self._dialog is not None and isinstance(error, CuratorError):
            self._dialog.show_refusal(str(error))
        elif isinstance(error, BaseException):
            self._desk.session.messages.tell_exception(error)

    def _repeat(self, notice: Notice) -> None:
        # The bar of the window lies behind the page.
        if self._dialog is not None:
            self._dialog.tell(f"{notice.text} {notice.hint}".strip())

    def _forget(self) -> None:
        self._dialog = None
        self._latest.forget()
