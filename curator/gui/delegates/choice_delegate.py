"""Cells that hold one of a few values, chosen from a list."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget

from curator.gui.delegates.cell_delegate import CellDelegate, Index

NONE = "—"
"""What an empty choice looks like."""


class ChoiceDelegate(CellDelegate):
    """Opens a list over the cell at once; a letter jumps, Enter or a click takes, Esc leaves.

    `empty` says whether a cell may hold none of the choices.
    """

    def __init__(
        self, choices: Sequence[str], parent: QWidget | None = None, *, empty: bool = True
    ) -> None:
        super().__init__(parent)
        self._choices = ("", *choices) if empty else tuple(choices)

    def text_of(self, index: Index) -> str:
        """An empty choice is a dash, so that the cell shows that it waits for one."""
        return super().text_of(index) or NONE

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list of the choices that opens by itself."""
        editor = QComboBox(parent)
        editor.setAccessibleName("Choice")
        editor.setMaxVisibleItems(len(self._choices))
        for choice in self._choices:
            editor.addItem(choice or NONE, choice)
        editor.activated.connect(partial(self._take, editor))
        # The popup can open only when the editor has got its place.
        timer = QTimer(editor, singleShot=True, interval=0)
        timer.timeout.connect(editor.showPopup)
        timer.start()
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin at the present value."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over the value; the model sees for itself whether it is another one."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def _take(self, editor: QComboBox, _: int) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
