"""What a person sees and does in the window, in the words of tests: by the names of its parts."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QListView,
    QListWidget,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from curator.gui.main_window import MainWindow
from curator.gui.widgets.notice_bar import NoticeBar
from curator.gui.widgets.whole_rows_table import WholeRowsTable

Part = TypeVar("Part", bound=QObject)


class Tables:
    """The parts of a window by name, and its tables."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def part(self, kind: type[Part], name: str) -> Part:
        """The part called `name`."""
        return part_of(self.window, kind, name)

    def table(self, name: str) -> WholeRowsTable:
        """A table of the digest page."""
        return self.part(WholeRowsTable, name)

    def cells(self, name: str, column: int = 0) -> list[str]:
        """One column of a table, from the top."""
        model = self.table(name).model()
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def put_cursor(self, name: str, row: int, column: int = 0) -> QTableView:
        """Go to a cell."""
        table = self.table(name)
        table.setFocus()
        go_to_cell(table, row, column)
        return table

    def type_cell(self, name: str, row: int, column: int, text: str) -> None:
        """Write into a cell as its editor does."""
        model = self.table(name).model()
        model.setData(model.index(row, column), text, Qt.ItemDataRole.EditRole)


READ_ONLY = "library.curator lies in a folder that can’t be written."
"""Why the library of a viewer can’t be edited."""


class Screen(Tables):
    """A window and the hands of a tester."""

    def action(self, id_: str) -> QAction:
        """The action with this id."""
        return self.part(QAction, id_)

    def trigger(self, id_: str) -> None:
        """Choose an action from the menu."""
        action = self.action(id_)
        assert action.isEnabled(), f"{id_} is off"
        action.trigger()

    def titles(self) -> list[str]:
        """The list of digests, from the top."""
        model = self.part(QListView, "digestList").model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def choose(self, row: int) -> None:
        """Go to a digest of the list."""
        go_to_cell(self.part(QListView, "digestList"), row, 0)

    def choose_view(self, row: int) -> None:
        """Go to a view of the sidebar."""
        self.part(QListWidget, "sidebar").setCurrentRow(row)

    def title(self) -> str:
        """The title of the digest that is shown."""
        return self.part(QTextEdit, "titleEdit").toPlainText()

    def type_title(self, words: str) -> QTextEdit:
        """Write another title, without sending it off."""
        title = self.part(QTextEdit, "titleEdit")
        title.setFocus()
        title.selectAll()
        self.qtbot.keyClicks(title, words)
        return title

    def label(self, name: str) -> str:
        """What a label says."""
        return self.part(QLabel, name).text()

    def notice(self) -> str:
        """What the bar says, or nothing while it is hidden."""
        bar = self.part(NoticeBar, "noticeBar")
        return bar.notice.text if bar.isVisible() else ""

    def wait_for_notice(self, words: str) -> None:
        """Wait until the bar says something with these words."""
        self.qtbot.waitUntil(lambda: words in self.notice(), timeout=5_000)

    def libraries_asked_for(self) -> list[Path]:
        """Which libraries the window wants to be opened from now on; none is."""
        asked: list[Path] = []
        self.window.library_requested.disconnect()
        self.window.library_requested.connect(asked.append)
        return asked

    def dialog(self, kind: type[Part]) -> Part:
        """The open dialog of a kind."""
        found = [child for child in self.window.findChildren(kind) if _is_shown(child)]
        assert found, f"no {kind.__name__} is open"
        return found[-1]


def part_of(whole: QObject, kind: type[Part], name: str) -> Part:
    """The part of a dialog, or of another widget, that is called `name`."""
    found = whole.findChild(kind, name)
    assert isinstance(found, kind), f"there is no {kind.__name__} called {name}"
    return found


def successor_of(screen: Screen) -> Screen:
    """The window that took the place of this one, as soon as it is there."""

    def others() -> list[MainWindow]:
        windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        return [window for window in windows if window.isVisible() and window is not screen.window]

    screen.qtbot.waitUntil(lambda: len(others()) == 1, timeout=10_000)
    return Screen(others()[0], screen.qtbot)


def go_to_cell(view: QAbstractItemView, row: int, column: int) -> None:
    """Put the cursor into a cell, and select it alone."""
    # Said outright: the view itself would ask which modifier keys an earlier key press left down.
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().setCurrentIndex(view.model().index(row, column), flag)


def _is_shown(child: QObject) -> bool:
    return isinstance(child, QWidget) and child.isVisible()
