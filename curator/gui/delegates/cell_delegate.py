"""Cells of text: wrapped in full, painted from cached lines, edited in place."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from curator.gui.theme import FOCUS_WIDTH, Type, colour, font, icon
from curator.gui.widgets.cell_editor import PADDING, CellEditor
from curator.gui.widgets.hit_ranges import HitRanges
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.roles import FIELD_ROLE, NOTE_ROLE, STRONG_ROLE
from curator.gui.widgets.wrapped_text import LINE_HEIGHT, WrappedText

Index = QModelIndex | QPersistentModelIndex
_ACROSS, _DOWN = PADDING
_HAIRLINE = 1
_MARK = 16  # pixels of the sign before a note
_MOST_CACHED = 4_000
_TIP_CHARACTERS = 4_000


class CellDelegate(QStyledItemDelegate):
    """Paints and edits text cells; `completions` makes the editor offer values while typing."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        completions: Callable[[str], list[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._completions = completions
        self.lines = 0
        """How many lines of text a cell shows, where all rows are of one height; 0: all."""
        self._lines: dict[tuple[Any, ...], WrappedText] = {}
        self.hits = HitRanges()
        """What a search found in the cells, which is shown in them."""
        self._edited: tuple[QPersistentModelIndex, CellEditor] | None = None

    # --- painting -----------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the whole text in the width of `option.rect`, or of its open editor."""
        width = option.rect.width() - 2 * _ACROSS
        height = self._wrapped(index, width).height + 2 * _DOWN + _HAIRLINE
        if index.data(NOTE_ROLE):
            height += LINE_HEIGHT
        if self._edited and self._edited[0] == index:
            height = max(height, self._edited[1].sizeHint().height())
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, text, note, and the focus ring on top."""
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_ground(painter, option)
        left, top = option.rect.left() + _ACROSS, option.rect.top() + _DOWN
        wrapped = self._wrapped(index, option.rect.width() - 2 * _ACROSS)
        hits = self.hits.ranges(index.data(FIELD_ROLE), wrapped.shown) if self.hits else ()
        wrapped.draw(painter, left, top, colour("text"), colour("muted"), hits=hits)
        note = index.data(NOTE_ROLE)
        if note:
            width = option.rect.width() - 2 * _ACROSS
            _paint_note(painter, QRect(left, top + wrapped.height, width, LINE_HEIGHT), note)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A tooltip with the whole text, where the cell could not show it."""
        wrapped = self._wrapped(index, option.rect.width() - 2 * _ACROSS)
        if event.type() == QEvent.Type.ToolTip and wrapped.cut:
            tip = plain_tip(self.text_of(index)[:_TIP_CHARACTERS])
            QToolTip.showText(event.globalPos(), tip, view)
            return True
        return super().helpEvent(event, view, option, index)

    def text_of(self, index: Index) -> str:
        """What a cell shows."""
        return str(index.data() or "")

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            # Qt has filled the place of what is selected already, focus or not.
            ground = "accent_soft" if _is_worked_in(option.widget) else "panel"
            painter.fillRect(option.rect, colour(ground))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colour("hover"))
        under = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), _HAIRLINE)
        painter.fillRect(under, colour("line"))

    def _wrapped(self, index: Index, width: int) -> WrappedText:
        strong = bool(index.data(STRONG_ROLE))
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        text = self.text_of(index)
        key = (text, strong, width, alignment, self.lines)
        wrapped = self._lines.get(key)
        if wrapped is None:
            if len(self._lines) >= _MOST_CACHED:
                self._lines.clear()
            kind = Type.TABLE_STRONG if strong else Type.TABLE
            sideways = Qt.AlignmentFlag(alignment or 0) & Qt.AlignmentFlag.AlignHorizontal_Mask
            wrapped = self._lines[key] = WrappedText(
                text, font(kind), width, sideways, lines=self.lines
            )
        return wrapped

    # --- editing ------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor over the cell, which makes its row grow."""
        kind = Type.TABLE_STRONG if index.data(STRONG_ROLE) else Type.TABLE
        editor = CellEditor(parent, text_font=font(kind), completions=self._completions)
        self._edited = (QPersistentModelIndex(index), editor)
        editor.grew.connect(self._tell_growth)
        editor.finished.connect(partial(self._finish, editor))
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor and give the row its own height again."""
        self._edited = None
        super().destroyEditor(editor, index)
        self.sizeHintChanged.emit(_plain(index))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Give the text to the editor once; later changes of the row do not disturb typing."""
        if isinstance(editor, CellEditor) and not editor.document().isModified():
            text = str(index.data(Qt.ItemDataRole.EditRole) or "")
            if text != editor.text():
                editor.begin(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the text to the model where it was changed; what it refuses stays in the editor."""
        if isinstance(editor, CellEditor) and editor.document().isModified():
            editor.document().setModified(False)
            taken = model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)
            editor.refused = not taken and editor.text() != index.data(Qt.ItemDataRole.EditRole)
            editor.document().setModified(editor.refused)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the whole cell, its border on the grid lines."""
        editor.setGeometry(option.rect)

    def _tell_growth(self) -> None:
        if self._edited and self._edited[0].isValid():
            self.sizeHintChanged.emit(_plain(self._edited[0]))

    def _finish(self, editor: CellEditor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)


def _is_worked_in(table: QWidget | None) -> bool:
    """Only the table with the focus shows its selection in full; the others keep theirs quietly."""
    focused = QApplication.focusWidget()
    if table is None or focused is None:
        return table is None
    return table is focused or table.isAncestorOf(focused)


def _plain(index: Index) -> QModelIndex:
    return index.model().index(index.row(), index.column()) if index.isValid() else QModelIndex()


def _paint_note(painter: QPainter, place: QRect, note: str) -> None:
    top = place.top() + (LINE_HEIGHT - _MARK) // 2
    icon("warning", "warn").paint(painter, QRect(place.left(), top, _MARK, _MARK))
    painter.setFont(font(Type.QUIET))
    painter.setPen(colour("warn"))
    words = place.adjusted(_MARK + 4, 0, 0, 0)
    shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


def paint_ring(painter: QPainter, place: QRect) -> None:
    """The frame around what has the cursor."""
    pen = QPen(colour("accent"), FOCUS_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(place.adjusted(1, 1, -1, -1))
