"""How fast the window answers: opening, the arrow keys, an edit of a cell, undo.

Each time is from the key to the moment when all views are painted again, on the digests of the
samples three times over, under keys of their own.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.main_window import MainWindow
from curator.workspace.importing import import_paths
from curator.workspace.samples import sample_folder
from curator.workspace.workspace import Workspace

TIMES_OVER = 3
ROUNDS = 40


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of about a hundred digests."""
    folder, path = tmp_path / "digests", tmp_path / "bench.curator"
    folder.mkdir()
    for number in range(TIMES_OVER):
        for sample in sample_folder().iterdir():
            (folder / f"{number}{sample.stem[1:]}.md").write_bytes(sample.read_bytes())
    workspace = Workspace.open(path)
    import_paths(workspace, [folder])
    workspace.close()
    return path


@pytest.fixture
def window(qtbot: QtBot, library: Path) -> Iterator[MainWindow]:
    """The window on it; prints how long it took beside an empty window of the same Qt."""
    start = perf_counter()
    empty = QMainWindow()
    empty.show()
    QApplication.processEvents()
    floor = perf_counter() - start
    empty.close()
    start = perf_counter()
    opened = open_window(library)
    QApplication.processEvents()
    took = perf_counter() - start
    print(f"\nwindow to first list: {took * 1000:.0f} ms; an empty window: {floor * 1000:.0f} ms")
    qtbot.addWidget(opened)
    with qtbot.waitActive(opened):
        opened.activateWindow()
    yield opened
    opened.close()


class Stopwatch:
    """Times of one deed, printed as median and worst in milliseconds."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._times: list[float] = []

    def __enter__(self) -> None:
        self._start = perf_counter()

    def __exit__(self, *_: object) -> None:
        QApplication.processEvents()
        self._times.append((perf_counter() - self._start) * 1_000)

    def tell(self) -> None:
        """Print them."""
        print(f"{self._name}: median {median(self._times):.1f} ms, worst {max(self._times):.1f} ms")


def bench_a_day_at_the_window(window: MainWindow, qtbot: QtBot) -> None:
    """Through the list by arrow key, then edits of a cell, each undone."""
    going, editing, undoing = map(Stopwatch, ("arrow key", "edit of a cell", "undo"))
    listed = window.findChild(QWidget, "digestList")
    undo = window.findChild(QAction, "edit.undo")
    assert listed is not None
    assert undo is not None
    listed.setFocus()
    for _ in range(90):
        with going:
            qtbot.keyClick(listed, Qt.Key.Key_Down)
    for number in range(ROUNDS):
        signals = window.findChild(QTableView, "signalsTable")
        assert signals is not None
        signals.setFocus()
        signals.setCurrentIndex(signals.model().index(0, 1))
        qtbot.keyClick(signals, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        qtbot.keyClicks(editor, f"Round {number}")
        with editing:
            qtbot.keyClick(editor, Qt.Key.Key_Return)
        with undoing:
            undo.trigger()
    for stopwatch in (going, editing, undoing):
        stopwatch.tell()
