"""A digest in a list: its title, and in quiet words date, signals, themes and state."""

from datetime import date

from PySide6.QtCore import (
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.domain.dates import impossible_day
from curator.domain.listing import DigestCard
from curator.domain.review import DONE, IN_WORK, SECOND_LOOK, TO_DO
from curator.domain.text import visible
from curator.gui.theme import FOCUS_WIDTH, Type, colour, font
from curator.gui.widgets.hit_ranges import HitRanges, draw_line, length_for_qt
from curator.gui.widgets.roles import CARD_ROLE
from curator.gui.widgets.title_lines import title_lines

Index = QModelIndex | QPersistentModelIndex
_ACROSS, _DOWN, _LINE = 16, 12, 18
_LAST_GAP = 4
HEIGHT = 2 * _DOWN + 3 * _LINE + _LAST_GAP
_LEAST_WIDTH = 80
_BAR = 3
_RING = 10
_GAP = " · "
_DAYS = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_STATE_COLOURS = {TO_DO: "muted", IN_WORK: "warn", DONE: "accent", SECOND_LOOK: "text"}


class DigestDelegate(QStyledItemDelegate):
    """Three lines of one height, so that a list of a hundred thousand needs no measuring.

    A title takes up to two of them; under a short one the themes get a line of their own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitRanges()
        """What a search found in the titles, which is shown in them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for every card; the list sets the width."""
        return QSize(_LEAST_WIDTH, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, title, quiet lines, state."""
        card = index.data(CARD_ROLE)
        place = option.rect
        painter.save()
        painter.setClipRect(place)
        _paint_ground(painter, place, option.state)
        if isinstance(card, DigestCard):
            inner = place.adjusted(_ACROSS, _DOWN, -_ACROSS, -_DOWN)
            _paint_card(painter, inner, card, self.hits)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("accent"), FOCUS_WIDTH))
            painter.drawRect(place.adjusted(1, 1, -1, -2))
        painter.restore()


def day_in_words(date: str) -> str:
    """A day as people write it ("18 Aug 2024"); anything else as it is."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    return _DAYS.toString(day, "d MMM yyyy") if day.isValid() else date


def paint_state(painter: QPainter, place: QRectF, review: str) -> None:
    """A ring whose filling tells the state without its colour: empty, half, full, or a dot."""
    ink = colour(_STATE_COLOURS.get(review, "muted"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.75))
    ring = place.adjusted(1, 1, -1, -1)
    painter.drawEllipse(ring)
    painter.setBrush(ink)
    if review == DONE:
        painter.drawEllipse(ring)
    elif review == IN_WORK:
        painter.drawPie(ring, 90 * 16, 180 * 16)
    elif review == SECOND_LOOK:
        quarter = ring.width() / 4 + 0.5
        painter.drawEllipse(ring.adjusted(quarter, quarter, -quarter, -quarter))
    painter.restore()


def _paint_ground(painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, colour("accent_soft"))
        painter.fillRect(QRect(place.topLeft(), QSize(_BAR, place.height())), colour("accent"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, colour("hover"))
    under = QRect(place.left(), place.bottom(), place.width(), 1)
    painter.fillRect(under, colour("line"))


def _paint_card(painter: QPainter, place: QRect, card: DigestCard, hits: HitRanges) -> None:
    title = title_lines(card.title, font(Type.TABLE_STRONG), place.width())
    _paint_title(painter, place, title, hits)
    if not card.review:
        return  # it could not be read; more is not known of it
    painter.setFont(font(Type.QUIET))
    last = _line_of(place, 2).translated(0, _LAST_GAP)
    room = last.adjusted(0, 0, -_paint_review(painter, last, card), 0)
    facts = _GAP.join(part for part in (_day(card), _signals(card)) if part)
    themes = visible(", ".join(card.themes))
    painter.setPen(colour("muted"))
    if len(title) > 1:
        _write(painter, room, _GAP.join(part for part in (facts, themes) if part))
    else:
        _write(painter, _line_of(place, 1).translated(0, _LAST_GAP // 2), facts)
        _write(painter, room, themes)


def _paint_title(painter: QPainter, place: QRect, title: list[str], hits: HitRanges) -> None:
    painter.setFont(font(Type.TABLE_STRONG))
    painter.setPen(colour("text"))
    spans = hits.spans("title", " ".join(title))
    start = 0
    for number, line in enumerate(title):
        here = tuple((max(a - start, 0), b - start) for a, b in spans if b > start)
        if here:
            draw_line(painter, _line_of(place, number), line, here)
        else:
            _write(painter, _line_of(place, number), line)
        start += length_for_qt(line) + 1


def _paint_review(painter: QPainter, line: QRect, card: DigestCard) -> int:
    """Paint the state at the right end of a line; the answer is the width it takes."""
    words, ink = _state_words(card)
    metrics = QFontMetrics(painter.font())
    width = metrics.horizontalAdvance(words) + 6 if words else 0
    top, left = line.top() + (_LINE - _RING) // 2, line.right() - _RING - width
    paint_state(painter, QRectF(left, top, _RING, _RING), card.review)
    painter.setPen(ink)
    place = QRect(left + _RING + 6, line.top(), width, _LINE)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
    return width + _RING + 8


def _state_words(card: DigestCard) -> tuple[str, QColor]:
    if card.conflict:
        return "conflict", colour("danger")
    words = "" if card.review == TO_DO else card.review
    return words, colour(_STATE_COLOURS.get(card.review, "muted"))


def _day(card: DigestCard) -> str:
    future = impossible_day(card.date, "", date.today())
    day = visible(day_in_words(card.date))
    return f"{day} (impossible)" if future else day


def _signals(card: DigestCard) -> str:
    return f"{card.signals} signal{'' if card.signals == 1 else 's'}"


def _line_of(place: QRect, number: int) -> QRect:
    return QRect(place.left(), place.top() + number * _LINE, place.width(), _LINE)


def _write(painter: QPainter, place: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
