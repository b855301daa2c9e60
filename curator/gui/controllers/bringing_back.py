"""Bringing back an earlier copy of the library: when it is of use, and what came of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.domain.measures import counted
from curator.gui.background import Latest, task_of
from curator.gui.controllers.closed_deed import ClosedDeed
from curator.gui.controllers.copy_choice import CopyChoice
from curator.gui.controllers.desk import Desk
from curator.gui.messages import ERROR, Notice
from curator.workspace import backups
from curator.workspace.backups import Copy, RestoreReport
from curator.workspace.workspace import Workspace

ACTION = "file.bring_back"
TOPIC = "copy in place"
"""Which state of the library lies there: who has just brought an older one back is told that."""


class _Shelf(NamedTuple):
    copies: Sequence[Copy]
    writes: int


class BringingBack(QObject):
    """Signals:
    closed_deed_requested(ClosedDeed): the copy is put in its place while the library is closed.
    """

    closed_deed_requested = QtSignal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._copies = Latest(desk.session.background, self)
        self._copies.answered.connect(self._choose)
        self._copies.failed.connect(desk.session.messages.tell_exception)
        self._choice = CopyChoice(desk.session.background, self)
        self._choice.chosen.connect(self.bring_back)
        self._choice.failed.connect(desk.session.messages.tell_exception)
        desk.actions.connect({ACTION: self.ask})
        self._tell_missing()

    def ask(self) -> None:
        """Look which copies there are, then let one be chosen."""
        self._desk.commit()
        self._copies.ask(task_of(partial(_shelf, self._desk.session.workspace)))

    def bring_back(self, copy: Path) -> None:
        """Put `copy` in the place of the library."""
        library = self._desk.session.workspace.path
        deed = partial(backups.restore, library, copy)
        self.closed_deed_requested.emit(ClosedDeed("Bringing back the copy", deed))

    def tell(self, report: RestoreReport) -> None:
        """Say what was brought back and where the former library lies, with a way back."""
        words = f"{Path(report.backup).name} is in place."
        notice = Notice(words, lasting=True, topic=TOPIC)
        if report.previous:
            notice = Notice(
                f"{words} What was there before lies in {report.previous}",
                verb="Undo",
                act=partial(self.bring_back, Path(report.previous)),
                lasting=True,
                topic=TOPIC,
            )
        self._desk.session.messages.notify(notice)

    def _tell_missing(self) -> None:
        """Say where the library is older than it was, because nothing else would show it."""
        workspace, action = self._desk.session.workspace, self._desk.actions[ACTION]
        if not workspace.missing or workspace.is_damaged:
            return
        words = (
            f"{workspace.path.name} is {counted(workspace.missing, 'step')} behind what it was when"
            " it was closed here last."
        )
        notice = Notice(
            words,
            ERROR,
            hint="It may be an older copy, or a part of it was left behind.",
            verb="" if workspace.only_reads else action.text(),
            act=action.trigger,
            topic=TOPIC,
            lasting=True,
        )
        self._desk.session.messages.notify(notice)

    def _choose(self, shelf: object) -> None:
        if isinstance(shelf, _Shelf):
            library = self._desk.session.workspace.path
            self._choice.open(library, shelf.copies, shelf.writes, self._desk.window)


def _shelf(workspace: Workspace) -> _Shelf:
    return _Shelf(backups.copies(workspace.path), backups.writes_ever(workspace))
