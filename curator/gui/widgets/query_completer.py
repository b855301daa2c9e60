"""What a search could go on with: names of fields, and values with how often they are used."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from curator.domain.query_completion import Offer
from curator.domain.text import visible
from curator.gui.theme import Type, colour, font

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MARGIN, _GAP = 8, 16
_DETAIL = Qt.ItemDataRole.UserRole.value
_TAKEN_WITH_CHOICE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class _Offers(QAbstractListModel):
    """One line per offer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Have other lines."""
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Lines; they have none below them."""
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of an offer, what is to be known of it, and both for a screen reader."""
        offer = self.offers[index.row()]
        if role == _DETAIL:
            return offer.detail
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (visible(offer.words), offer.detail) if part)
        return visible(offer.words) if role == Qt.ItemDataRole.DisplayRole else None


class _OfferDelegate(QStyledItemDelegate):
    """The words on the left, the detail quiet on the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Words, then as much of the detail as there is room for."""
        super().paint(painter, option, index)
        quiet = font(Type.QUIET)
        words = QFontMetrics(option.font).horizontalAdvance(str(index.data()))
        place = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        place.setLeft(min(place.left() + words + _GAP, place.right()))
        painter.save()
        painter.setFont(quiet)
        painter.setPen(colour("muted"))
        detail = QFontMetrics(quiet).elidedText(
            str(index.data(_DETAIL)), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()


class QueryCompleter(QCompleter):
    """A list below the box. It never takes the focus and chooses nothing by itself: Down and Up
    choose, Enter and Tab take the choice, Esc closes the list and leaves the text.

    Signals:
        taken(Offer): the person wants this in the box.
    """

    taken = QtSignal(object)

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self._offers = _Offers(self)
        self.setModel(self._offers)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(10)
        # Qt's own list: it dies with the completer, where one of ours would die twice.
        self._list = cast(QAbstractItemView, self.popup())
        self._list.setObjectName("completions")
        self._list.setAccessibleName("Completions")
        self._list.setItemDelegate(_OfferDelegate(self._list))
        self.setWidget(box)
        self.activated[QModelIndex].connect(self._take)  # type: ignore[index]

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these; none closes the list."""
        self._offers.show(offers)
        box = self.widget()
        if offers and box.hasFocus():
            self.complete(QRect(0, 0, box.width(), box.height() + 2))
        else:
            self._list.hide()

    def is_open(self) -> bool:
        """Whether anything is offered now."""
        return self._list.isVisible()

    def has_choice(self) -> bool:
        """Whether a line of the open list was chosen by the person."""
        # Qt makes the first line current by itself; only a person selects one.
        return self.is_open() and self._list.selectionModel().hasSelection()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key of the box belongs to the open list."""
        if event.key() == Qt.Key.Key_Escape:
            return self.is_open()
        return self.has_choice() and event.key() in _TAKEN_WITH_CHOICE

    def close(self) -> None:
        """Offer nothing."""
        self._list.hide()

    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offers.offers):
            self.taken.emit(self._offers.offers[index.row()])
