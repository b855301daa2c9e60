"""Completion with values of the whole library: matches anywhere in the word, most used first."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

MOST_SHOWN = 50
_PAUSE = 100  # milliseconds without a key before the library is asked
_TAKEN_WITH_CHOICE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_TAKEN_ALWAYS = frozenset({Qt.Key.Key_Escape})


class Completer(QCompleter):
    """A list under an editor that offers what `source(text)` answers, in its order.

    It opens while the person types, never takes the focus, and chooses nothing by itself: Down and
    Up choose, Enter or Tab take the choice, Esc closes the list and leaves the text.
    """

    def __init__(self, editor: QWidget, source: Callable[[str], list[str]]) -> None:
        super().__init__(editor)
        self._source = source
        self._text = ""
        self._values = QStringListModel(self)
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
        values = [value for value in self._source(self._text)[:MOST_SHOWN] if value != self._text]
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
