"""A person at the window of Curator, in a process of its own, without pytest."""

import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QTableView

from curator.gui.application import open_window
from curator.gui.main_window import MainWindow
from tests.bench.painting import wait_for_paint

_STRIDE = 7_919


class AtWindow:
    """What the hands do; each deed ends when all that it changes was painted again."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        listed = window.findChild(QListView, "digestList")
        undo = window.findChild(QAction, "edit.undo")
        assert listed is not None
        assert undo is not None
        self._listed, self._undo = listed, undo
        viewport = listed.viewport()
        self.shown = wait_for_paint(viewport, viewport.update, lambda: self.count() > 0)
        """When the first lines of the list were painted, as `time.time` tells."""

    @classmethod
    def open(cls, library: Path) -> "AtWindow":
        """Open a library that is not empty, and wait for its list."""
        return cls(open_window(library))

    def close(self) -> None:
        """Close it, as a person does."""
        self.window.close()
        self.process()

    def process(self) -> None:
        """Let Qt do what is due."""
        QApplication.processEvents()

    def count(self) -> int:
        """The digests of the list."""
        return self._listed.model().rowCount()

    def rows(self) -> Iterator[int]:
        """Rows all over the list, in no order, without end."""
        place = 0
        while True:
            place += _STRIDE
            yield place % self.count()

    def go_to(self, row: int) -> None:
        """Open the digest of a row."""
        self._listed.setCurrentIndex(self._listed.model().index(row, 0))
        self.process()

    def begin_edit(self, text: str) -> None:
        """Type into the first row of signals, without leaving the cell."""
        signals = self.window.findChild(QTableView, "signalsTable")
        assert signals is not None
        signals.setFocus()
        signals.setCurrentIndex(signals.model().index(0, 1))
        QTest.keyClick(signals, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert editor is not None
        self._editor = editor
        QTest.keyClicks(self._editor, f"{text}, {time.monotonic_ns()}")

    def commit_edit(self) -> None:
        """Leave the cell by Enter."""
        QTest.keyClick(self._editor, Qt.Key.Key_Return)
        self.process()

    def undo(self) -> None:
        """Take the last step back."""
        self._undo.trigger()
        self.process()

    def search(self, words: str) -> None:
        """Type words letter by letter, or empty the box, and look at what is found."""
        box = self.window.findChild(QLineEdit, "searchBox")
        assert box is not None
        box.setFocus()
        box.selectAll()
        if words:
            QTest.keyClicks(box, words, delay=60)
        else:
            QTest.keyClick(box, Qt.Key.Key_Backspace)
        until = time.monotonic() + 1
        while time.monotonic() < until:
            self.process()
            time.sleep(0.002)

    def scroll_to_end(self) -> None:
        """Through the whole list."""
        bar = self._listed.verticalScrollBar()
        for part in range(21):
            bar.setValue(bar.maximum() * part // 20)
            self.process()
