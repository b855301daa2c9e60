"""A day at the window: edit, judge, close, come back, undo it all, export byte for byte."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.main_window import MainWindow
from curator.workspace.exporting import export
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B, LAYOUT_A, LAYOUT_B
from tests.gui.screen import go_to_cell

Opened = Callable[[Path], MainWindow]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Open the real window on a library; it is closed at the end."""
    windows: list[MainWindow] = []

    def open_on(path: Path) -> MainWindow:
        window = open_window(path)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.activateWindow()
        windows.append(window)
        return window

    yield open_on
    for window in windows:
        window.close()


@pytest.fixture
def library(tmp_path: Path, inbox: Path) -> Path:
    """A library with one digest of each layout."""
    path = tmp_path / "watch.curator"
    workspace = Workspace.open(path)
    import_paths(workspace, [inbox])
    workspace.close()
    return path


def find(window: MainWindow, name: str) -> QWidget:
    widget = window.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def table(window: MainWindow, name: str) -> QTableView:
    widget = find(window, name)
    assert isinstance(widget, QTableView)
    return widget


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None, name
    assert action.isEnabled(), name
    action.trigger()


def press(key: Qt.Key) -> None:
    """One key, to whatever has the focus."""
    QTest.keyClick(focused(), key)


def type_text(text: str) -> None:
    QTest.keyClicks(focused(), text)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def cells(window: MainWindow, name: str) -> list[list[str]]:
    """What a table shows."""
    model = table(window, name).model()
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data() or "") for column in columns]
        for row in range(model.rowCount())
    ]


def go_to(window: MainWindow, name: str, row: int, column: int) -> QTableView:
    view = table(window, name)
    view.setFocus()
    go_to_cell(view, row, column)
    return view


def edit(window: MainWindow, name: str, row: int, column: int, text: str) -> None:
    """Type over one cell as in a spreadsheet."""
    go_to(window, name, row, column)
    press(Qt.Key.Key_F2)
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(text)
    press(Qt.Key.Key_Return)


def choose(window: MainWindow, row: int) -> None:
    view = find(window, "digestList")
    view.setFocus()
    press(Qt.Key.Key_Home)
    for _ in range(row):
        press(Qt.Key.Key_Down)


def test_the_first_road(opened: Opened, library: Path, tmp_path: Path) -> None:
    window = opened(library)
    choose(window, 1)
    assert cells(window, "signalsTable")[0][1] == "Diesel gives way"

    edit(window, "signalsTable", 0, 1, "Diesel leaves the harbour | for good")
    go_to(window, "signalsTable", 1, 0)
    trigger(window, "signal.add")
    type_text("Ferries as storage")
    press(Qt.Key.Key_Return)
    edit(window, "signalsTable", 2, 3, "Cheap packs")
    edit(window, "themesTable", 0, 0, "Electricity")
    go_to(window, "closestTable", 0, 0)
    trigger(window, "relation.supports")
    assert_edited(window)
    window.close()

    again = opened(library)
    assert_edited(again)
    for _ in range(5):
        trigger(again, "edit.undo")
    assert cells(again, "signalsTable")[0][1] == "Diesel gives way"
    assert len(cells(again, "signalsTable")) == 2
    assert cells(again, "themesTable")[0][0] == "Energy"
    again.close()

    workspace = Workspace.open(library, create=False)
    export(workspace, tmp_path / "out")
    workspace.close()
    assert (tmp_path / "out" / f"{KEY_A}.md").read_bytes() == LAYOUT_A.encode()
    assert (tmp_path / "out" / f"{KEY_B}.md").read_bytes() == LAYOUT_B.encode()


def assert_edited(window: MainWindow) -> None:
    signals = cells(window, "signalsTable")
    assert signals[0][1] == "Diesel leaves the harbour | for good"
    assert (signals[2][0], signals[2][3]) == ("Ferries as storage", "Cheap packs")
    assert cells(window, "themesTable")[0][0] == "Electricity"
    assert any("supports" in cell for cell in cells(window, "closestTable")[0])
