"""A desk for tests of tables: a real library with one digest, and the feed that tells of edits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.changes import Changes
from curator.domain.errors import CuratorError
from curator.domain.signal import SIGNAL, Signal
from curator.domain.term import Term
from curator.domain.whole import WholeDigest
from curator.gui.change_feed import ChangeFeed
from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.models.record_table import RecordTable
from curator.gui.models.scope import Scope
from curator.gui.models.signal_columns import signal_columns
from curator.gui.theme import apply_theme
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from curator.library.write import Write
from curator.workspace import reading
from curator.workspace.workspace import Deed, Workspace
from tests.builders import a_digest, a_link, a_signal
from tests.gui.screen import go_to_cell

WHOLE = WholeDigest(
    digest=a_digest(),
    themes=(Term(name="War technology"), Term(name="Ethics")),
    signals=(a_signal("Land robots"), a_signal("Cheap drones"), a_signal("Jamming")),
    closest=(a_link("robots", title="On robots"), a_link("gone", title="On nothing")),
)


class Desk:
    """What a page has: the workspace, the feed, and the digest as the library has it now."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.feed = ChangeFeed()
        self.refusals: list[CuratorError] = []
        workspace.do(_arrive)
        workspace.subscribe(self.feed.publish)

    def do(self, deed: Deed) -> Changes:
        """Do a deed as the window does: what is refused is told, never raised into Qt."""
        try:
            return self.workspace.do(deed)
        except CuratorError as error:
            self.refusals.append(error)
            return Changes()

    @property
    def whole(self) -> WholeDigest:
        """The digest with its rows."""
        return reading.whole(self.workspace, 1)

    def signals(self) -> RecordTable:
        """A model of its signals that follows the feed."""
        rows = self.whole.signals
        model = RecordTable(signal_columns(SIGNAL, rows, "A"), self.do)
        model.show(rows, Scope(Signal, 1, SIGNAL))
        self.feed.changed.connect(model.apply)
        return model

    def table(
        self, qtbot: QtBot, model: RecordTable | None = None, width: int = 700
    ) -> WholeRowsTable:
        """A shown table with the focus on its first cell."""
        table = WholeRowsTable()
        qtbot.addWidget(table)
        table.setItemDelegate(CellDelegate(table))
        table.setModel(model or self.signals())
        table.resize(width, table.sizeHint().height())
        with qtbot.waitActive(table):
            table.show()
            table.activateWindow()
        table.setFocus()
        if table.model().rowCount():
            go_to_cell(table, 0, 0)
        return table


def _arrive(write: Write) -> str:
    write.arrive(WHOLE, "# the text of the file")
    return "Import a digest"


def texts(model: RecordTable, column: int = 0) -> list[str]:
    """One column, from the top."""
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def place(index: QModelIndex) -> tuple[int, int]:
    """Row and column of a cell."""
    return index.row(), index.column()


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk in the light scheme."""
    apply_theme(qapp, "light")
    workspace = Workspace.open(tmp_path / "watch.curator", actor="Ada")
    yield Desk(workspace)
    workspace.close()
