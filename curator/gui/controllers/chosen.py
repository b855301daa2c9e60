"""What a deed on digests is about: those of the list, or those of the selected rows."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from curator.domain.measures import counted
from curator.domain.saved_search import SIGNALS
from curator.gui.background import Cancelled, Progress
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.dialogs.large_deed_dialog import LargeDeedDialog
from curator.workspace import ledger
from curator.workspace.workspace import Workspace

MOST_UNASKED = 100
"""Rows whose digests are touched without a question."""
_AT_ONCE = 1_000
OfDigests = Callable[[Sequence[int]], object]


class Chosen(QObject):
    """Names the number of digests and rows before many of them are touched."""

    def __init__(
        self, desk: Desk, choosing: Choosing, long_deeds: LongDeeds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.choosing = choosing
        self._long_deeds = long_deeds

    def is_by_row(self) -> bool:
        """Whether rows are selected, not digests."""
        return self.choosing.page() == SIGNALS

    def of_list(self) -> list[int]:
        """The selected digests of the list, or the one that is shown where the list has none."""
        shown = self._desk.digest_page.digest_id()
        selected = self._desk.list_page.selected_ids()
        return [shown] if shown and shown not in selected else selected

    def then(self, verb: str, deed: OfDigests) -> None:
        """Do something to the chosen digests; `verb` says what, where that has to be asked."""
        if not self.is_by_row():
            if ids := self.of_list():
                deed(ids)
            return
        rows = self._desk.ledger_page.selected_row_ids()
        workspace = self._desk.session.workspace
        if len(rows) > MOST_UNASKED:
            task = partial(_digests_of, workspace, rows)
            self._long_deeds.run("Counting", task, partial(self._ask, verb, len(rows), deed))
        elif len(rows):
            deed(self._desk.session.ask(partial(_found, workspace, rows), []))

    def _ask(self, verb: str, rows: int, deed: OfDigests, found: object) -> None:
        ids = list(found) if isinstance(found, list) else []
        asked = (
            f"{verb}: {counted(len(ids), 'digest')}, of which {counted(rows, 'row')} are selected?"
        )
        dialog = LargeDeedDialog(asked, verb, self._desk.window)
        dialog.accepted.connect(partial(deed, ids))
        if ids:
            self._desk.open_dialog(dialog)


def _found(workspace: Workspace, rows: Sequence[int]) -> list[int]:
    return list(dict.fromkeys(row.digest.id for row in ledger.rows(workspace, rows)))


def _digests_of(
    workspace: Workspace, rows: "array[int]", progress: Progress, cancelled: Cancelled
) -> list[int]:
    """The digests of some rows, in their order; none where it was given up."""
    ids: dict[int, None] = {}
    for start in range(0, len(rows), _AT_ONCE):
        if cancelled():
            return []
        ids.update(dict.fromkeys(_found(workspace, rows[start : start + _AT_ONCE])))
        progress(start, len(rows), "rows")
    return list(ids)
