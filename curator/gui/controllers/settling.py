"""Conflicts between the library and files that changed outside: compared, then settled."""

from functools import partial

from PySide6.QtCore import QObject

from curator.gui.controllers.desk import Desk
from curator.gui.controllers.undoing import Undoing
from curator.gui.dialogs.conflict_dialog import KEEP_BOTH, KEEP_MINE, TAKE_THEIRS, ConflictDialog
from curator.gui.messages import Notice
from curator.workspace import conflicts, reading

DEEDS = {
    KEEP_MINE: conflicts.keep_mine,
    TAKE_THEIRS: conflicts.take_theirs,
    KEEP_BOTH: conflicts.keep_both,
}
WORDS = {
    KEEP_MINE: "Yours is kept; the same file will not be asked about again.",
    TAKE_THEIRS: "The file was taken; your edits stay in the history.",
    KEEP_BOTH: "Both are kept; the file is a digest of its own now.",
}


class Settling(QObject):
    """Opens the compare view and does what it answers; each answer is one step."""

    def __init__(self, desk: Desk, undoing: Undoing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undoing = undoing
        desk.actions.connect({"file.conflicts": self.compare})
        desk.digest_page.compare_requested.connect(self.compare)

    def compare(self) -> None:
        """Show the open conflicts, that of the shown digest first."""
        self._desk.commit()
        views = reading.conflicts(self._desk.session.workspace)
        if not views:
            self._desk.session.messages.notify(Notice("There are no conflicts.", topic="conflict"))
            return
        shown = self._desk.digest_page.digest_id()
        views.sort(key=lambda view: view.conflict.digest_id != shown)
        dialog = ConflictDialog(views, self._desk.window)
        dialog.settled.connect(self.settle)
        self._desk.open_dialog(dialog)

    def settle(self, conflict_id: int, verdict: str) -> None:
        """Do what was chosen for one conflict."""
        changes = self._desk.session.do(partial(DEEDS[verdict], conflict_id=conflict_id))
        if not changes.is_empty:
            self._undoing.offer(WORDS[verdict], changes, "conflict")
