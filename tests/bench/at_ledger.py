"""A person at the ledger, on the window of `AtWindow`, watched for moments when it stands still."""

import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QTableView

from curator.domain.signal import Signal
from curator.gui.dialogs.bulk_dialog import BulkDialog
from curator.gui.main_window import MainWindow
from tests.bench.painting import wait_for_paint

_STRIDE = 79_193
PATIENCE = 120
"""Seconds after which something that should happen counts as missing."""
_SORTED = ("change", "title", "driving_force", "themes", "date")


class AtLedger:
    """What the hands do there; a deed ends when its rows are painted, or a notice says so."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        table = window.findChild(QTableView, "ledgerTable")
        box = window.findChild(QLineEdit, "searchBox")
        assert table is not None
        assert box is not None
        self._table, self._box = table, box

    def open(self) -> None:
        """Turn to the page and wait for its rows."""
        self._trigger("view.ledger")
        self._wait(lambda: self._count() > 0)

    def rows(self) -> Iterator[int]:
        """Rows all over it, in no order, without end."""
        place = 0
        while True:
            place += _STRIDE
            yield place % self._count()

    def jump(self, row: int) -> None:
        """Bring a row into sight, and wait until it is painted."""
        index = self._model().index(row, 0)
        wait_for_paint(self._table.viewport(), lambda: self._table.scrollTo(index))

    def page_down(self) -> None:
        """One page on."""
        bar = self._table.verticalScrollBar()
        wait_for_paint(self._table.viewport(), lambda: bar.setValue(bar.value() + bar.pageStep()))

    def search(self, words: str) -> None:
        """Type words letter by letter, and wait for the rows."""
        before = self._foot()
        self._box.setFocus()
        self._box.selectAll()
        QTest.keyClicks(self._box, words, delay=60)
        self._wait(lambda: self._foot() != before)
        self.rest()

    def clear_search(self) -> None:
        """All rows again."""
        before = self._count()
        self._trigger("edit.clear_search")
        self._wait(lambda: self._count() > before)
        self.rest()

    def sort(self) -> None:
        """By one column after the other, each a click in the header."""
        header = self._table.horizontalHeader()
        for name in _SORTED:
            first = self._first()
            header.sectionClicked.emit(self._column(name))
            self._wait(partial(self._is_other, first), most=10)
            self.rest()

    def begin_edit(self, text: str) -> None:
        """Type into a cell of the row in sight."""
        row = self._table.rowAt(40)
        self._table.setFocus()
        self._table.setCurrentIndex(self._model().index(row, self._column("change")))
        QTest.keyClick(self._table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert editor is not None
        self._editor = editor
        QTest.keyClicks(editor, text)

    def commit_edit(self) -> None:
        """Leave the cell, and wait until that is painted."""
        key = Qt.Key.Key_Return
        wait_for_paint(self._table.viewport(), lambda: QTest.keyClick(self._editor, key))

    def undo(self) -> None:
        """Take the last step back, and wait until it can be done again."""
        self._trigger("edit.undo")
        self._wait(lambda: self._action("edit.redo").isEnabled())

    def replace_in_forces(self, find: str, by: str) -> int:
        """Replace a word in all rows that are shown; the number of rows that the button names."""
        self._trigger("edit.replace")
        dialog = self._window.findChild(BulkDialog)
        assert dialog is not None
        for name in Signal.TEXT_FIELDS:
            box = dialog.findChild(QCheckBox, f"field.{name}")
            assert box is not None
            box.setChecked(name == "driving_force")
        for name, text in (("bulkFind", find), ("bulkBy", by)):
            field = dialog.findChild(QLineEdit, name)
            assert field is not None
            field.setText(text)
        go = dialog.findChild(QPushButton, "bulkGo")
        assert go is not None
        self._wait(go.isEnabled)
        self.rest()
        words = go.text()
        undo = self._action("edit.undo")
        go.click()
        self._wait(lambda: "Replace" in undo.text() and undo.isEnabled())
        return int("".join(filter(str.isdigit, words)))

    def rest(self, seconds: float = 0.3) -> None:
        """Look at it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.002)

    def _wait(self, there: Callable[[], bool], most: float = PATIENCE) -> None:
        until = time.monotonic() + most
        while not there() and time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.001)

    def _trigger(self, name: str) -> None:
        self._action(name).trigger()

    def _action(self, name: str) -> QAction:
        action = self._window.findChild(QAction, name)
        assert action is not None
        return action

    def _count(self) -> int:
        return self._model().rowCount()

    def _model(self) -> QAbstractItemModel:
        return self._table.model()

    def _first(self) -> str:
        index = self._model().index(0, 0)
        return f"{index.data()} {self._count()}"

    def _is_other(self, first: str) -> bool:
        return self._first() != first

    def _foot(self) -> str:
        return f"{self._count()} {self._first()}"

    def _column(self, name: str) -> int:
        titles = {
            "change": "Change",
            "driving_force": "Driving force",
            "title": "Digest",
            "themes": "Themes",
            "date": "Date",
        }
        across = Qt.Orientation.Horizontal
        shown = [self._model().headerData(i, across) for i in range(self._model().columnCount())]
        return shown.index(titles[name])
