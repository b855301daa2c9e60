"""The ledger in a window, in the words of tests."""

from PySide6.QtCore import Qt

from curator.gui.models.ledger_table import LedgerTable
from curator.gui.pages.ledger_page.page import LedgerPage
from curator.gui.widgets.grouped_table import GroupedTable
from tests.gui.screen import Screen, go_to_cell

CHARGING, GRID, SWAP, FIRE = "Charging arms at quay", "Grid too weak", "Swap at quay", "Fire risk"
"""All rows of the two digests of these tests; by date, the last two stand first."""


class Ledger:
    """The page of all signals, opened."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        found = screen.window.findChild(LedgerPage)
        assert isinstance(found, LedgerPage)
        self.page = found
        self.table: GroupedTable = found.table
        self.model: LedgerTable = found.model
        if not found.isVisible():
            screen.trigger("view.ledger")
        self.wait_for(4)

    def wait_for(self, rows: int) -> None:
        """Wait until so many rows are shown."""
        self.screen.qtbot.waitUntil(lambda: self.model.rowCount() == rows, timeout=5_000)

    def wait_until_first(self, name: str) -> None:
        """Wait until the first row, or line, is called so."""
        self.screen.qtbot.waitUntil(lambda: self.names()[:1] == [name], timeout=5_000)

    def names(self) -> list[str]:
        """The first column, from the top."""
        return [str(self.model.index(row, 0).data()) for row in range(self.model.rowCount())]

    def go(self, row: int, name: str = "name") -> None:
        """Put the cursor into a cell."""
        self.table.setFocus()
        go_to_cell(self.table, row, self.model.names.index(name))

    def cell(self, row: int, name: str) -> str:
        """What a cell says."""
        return str(self.model.index(row, self.model.names.index(name)).data())

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key in the table."""
        none = Qt.KeyboardModifier.NoModifier
        self.screen.qtbot.keyClick(self.table, key, modifiers or none)

    def current(self) -> str:
        """The name of the row with the cursor."""
        return self.names()[self.table.currentIndex().row()]
