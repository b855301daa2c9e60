"""Completion with values of the whole library: beginnings first, then words, then anywhere."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

from curator.domain.text import visible

Index = QModelIndex | QPersistentModelIndex
MOST_SHOWN = 50
_PAUSE = 100  # milliseconds without a key before the library is asked
_TAKEN_WITH_CHOICE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_TAKEN_ALWAYS = frozenset({Qt.Key.Key_Escape})


class _Values(QStringListModel):
    """Shows each value with the marks that nobody sees, and gives it to the editor as it is."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = super().data(index, role)
        return visible(value) if role == Qt.ItemDataRole.DisplayRole and value else value


class Completer(QCompleter):
    """A list under an editor that offers what `source(text)` answers: first what begins with the
    text, then what has a word that does, then the rest, each in the order of the source.

    It opens while the person types, never takes the focus, and chooses nothing by itself: Down and
    Up choose, Enter or Tab take the choice, Esc closes the list and leaves the text.
    """

    def __init__(self, editor: QWidget, source: Callable[[str], list[str]]) -> None:
        super().__init__(editor)
        self._source = source
        self._text = ""
        self._values = _Values(self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._offer)
        self.setModel(self._values)
        # The source has chosen and ranked already.
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(8)
        self._list = self._dressed_list()
        self.setWidget(editor)

    def complete_later(self, text: str) -> None:
        """Offer values for `text` after a short pause in typing."""
        self._text = text
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._list.hide()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key of the editor belongs to the open list."""
        if not self._list.isVisible():
            return False
        # Qt makes the first value current by itself; only a person selects one.
        chosen = self._list.selectionModel().hasSelection()
        return event.key() in _TAKEN_ALWAYS or (chosen and event.key() in _TAKEN_WITH_CHOICE)

    def _offer(self) -> None:
        found = [value for value in self._source(self._text) if value != self._text]
        values = sorted(found, key=partial(_rank, self._text.casefold().strip()))[:MOST_SHOWN]
        self._values.setStringList(values)
        if values and self.widget().isVisible():
            self.complete()
        else:
            self._list.hide()

    def _dressed_list(self) -> QAbstractItemView:
        # Qt's own list: it dies with the completer, where one of ours would die twice.
        view = cast(QAbstractItemView, self.popup())
        view.setObjectName("completions")
        view.setAccessibleName("Completions")
        return view


def _rank(text: str, value: str) -> int:
    folded = value.casefold()
    if folded.startswith(text):
        return 0
    return 1 if re.search(rf"\b{re.escape(text)}", folded) else 2
