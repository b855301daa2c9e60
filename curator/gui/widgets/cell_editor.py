"""The editor of one cell: grows with its text, ends as a spreadsheet's does."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from curator.gui.theme import FOCUS_WIDTH, Type, font
from curator.gui.widgets.completer import Completer
from curator.gui.widgets.growing_text import BREAK_MODIFIERS, GrowingText
from curator.gui.widgets.wrapped_text import LINE_HEIGHT

_Hint = QAbstractItemDelegate.EndEditHint
_ENDS = {
    Qt.Key.Key_Return: _Hint.SubmitModelCache,
    Qt.Key.Key_Enter: _Hint.SubmitModelCache,
    Qt.Key.Key_Tab: _Hint.EditNextItem,
}
PADDING = (8, 7)
"""Pixels between the edge of a cell and its text, across and down; the same in cell and editor."""


class CellEditor(GrowingText):
    """Enter and Tab commit, Esc reverts, Alt+Enter breaks the line, losing the focus commits.

    `completions(text)` gives whole values that contain what was typed, best first.

    Signals:
        finished(QAbstractItemDelegate.EndEditHint): a key ended the edit, and says where to go.
    """

    finished = QtSignal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        text_font: QFont | None = None,
        completions: Callable[[str], list[str]] | None = None,
    ) -> None:
        super().__init__(text_font or font(Type.TABLE), LINE_HEIGHT, parent)
        across, down = PADDING[0] - FOCUS_WIDTH, PADDING[1] - FOCUS_WIDTH
        # Tab ends the edit even when it comes by way of the list of completions.
        self.setTabChangesFocus(False)
        self.setViewportMargins(across, down, across, down)
        self.setAccessibleName("Cell")
        self.refused = False
        """Whether the library did not take the text; the editor then stays open with it."""
        self._completer: Completer | None = None
        if completions is not None:
            self._completer = Completer(self, completions)
            self._completer.activated.connect(self._take_completion)

    def begin(self, text: str) -> None:
        """Start with `text`, all of it selected, so that typing replaces it."""
        self.write_text(text)
        self.selectAll()

    def move_to_end(self) -> None:
        """Put the caret behind the text, to go on writing."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of an open list of completions go to it; Enter ends the edit."""
        if self._completer and self._completer.wants(event):
            event.ignore()  # the completer does what is left over
            return
        end = None if event.modifiers() & BREAK_MODIFIERS else _ENDS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Backtab:
            end = _Hint.EditPreviousItem
        if end is not None:
            self.finished.emit(end)
            return
        before = self.text()
        super().keyPressEvent(event)
        if self._completer and self.text() != before:
            self._completer.complete_later(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret without scrolling the first line out of a small cell."""
        super().focusInEvent(event)
        self.ensureCursorVisible()

    def _take_completion(self, value: str) -> None:
        self.selectAll()
        self.textCursor().insertText(value)
