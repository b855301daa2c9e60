"""How the lines of the sidebar look: a name, a quiet count, and a mark where there is one."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from curator.domain.text import visible
from curator.gui.theme import Type, colour, font, icon

Index = QModelIndex | QPersistentModelIndex
VIEW, COUNT, SEARCH, MARK, CHANGED, NOUN = (Qt.ItemDataRole.UserRole + n for n in range(6))
"""What an item holds: the name of a view, a number, the id of a saved search, one of the marks,
whether what is listed is no longer what the search says, and what is counted."""
WRONG, ROWS = "warning", "rows"
"""Marks: the search has a mistake; it lists signals."""
ROW_HEIGHT = 30
_SIDE, _INNER, _SIGN = 8, 10, 14
_FILLED = "filled"


class LineDelegate(QStyledItemDelegate):
    """The name on the left, the count quietly on the right; names of searches are edited in place.

    Signals:
    renamed(int, str): a saved search is to have another name.
    """

    renamed = QtSignal(int, str)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box = option.rect.adjusted(_SIDE, 1, -_SIDE, -1)
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._paint_line(painter, option, box, index)
        else:
            painter.setFont(font(Type.QUIET))
            painter.setPen(colour("muted"))
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(box.adjusted(_INNER, 0, -_INNER, -4), bottom, index.data())
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("searchName")
        editor.setAccessibleName("Name of the saved search")
        editor.setFrame(False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Once: a count that arrives later must not take back what is being typed."""
        if not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        name = editor.text() if isinstance(editor, QLineEdit) else ""
        if name.strip() and name != index.data():
            self.renamed.emit(index.data(SEARCH), name)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(_SIDE, 1, -_SIDE, -1))

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, index: Index
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft") if chosen else colour("line"))
            painter.drawRoundedRect(box, 5, 5)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 5, 5)
        lettering = QFont(option.font)
        lettering.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        lettering.setItalic(bool(index.data(CHANGED)))
        painter.setFont(lettering)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        _write(painter, box.adjusted(_INNER, 0, -_INNER, 0), index)


def _write(painter: QPainter, box: QRect, index: Index) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    count = index.data(COUNT)
    number = "" if count is None else f"{count:,}"
    room = painter.fontMetrics().horizontalAdvance(number) + 8
    name_box = box.adjusted(0, 0, -room, 0)
    if mark := index.data(MARK):
        place = QRect(name_box.left(), box.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
        icon(mark, "warn" if mark == WRONG else "muted").paint(painter, place)
        name_box.setLeft(name_box.left() + _SIGN + 6)
    sign = " *" if index.data(CHANGED) else ""
    width = name_box.width() - painter.fontMetrics().horizontalAdvance(sign)
    name = painter.fontMetrics().elidedText(
        visible(index.data()), Qt.TextElideMode.ElideRight, width
    )
    painter.drawText(name_box, middle | Qt.AlignmentFlag.AlignLeft, name + sign)
    painter.setPen(colour("muted"))
    painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, number)
