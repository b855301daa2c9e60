"""The box to search the library in."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, Qt, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from curator.domain.query import Mistake
from curator.domain.query_completion import Offer, Typing, typed_at
from curator.domain.query_parsing import question_of
from curator.gui.theme import set_icon
from curator.gui.widgets.growing_text import refusal_of
from curator.gui.widgets.hit_ranges import place_from_qt, places_for_qt
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.query_completer import QueryCompleter
from curator.gui.widgets.search_note import SearchNote
from curator.gui.widgets.wave import draw_wave

PAUSE = 150  # milliseconds without a key before the library is searched
KEPT = "The list stays as it was."
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CURSOR_MARGIN = 5  # pixels that Qt keeps around the cursor when it says where that is


class SearchBox(QLineEdit):
    """Searches after a short pause in typing, at once on Enter; Esc empties it.

    What can't be meant gets a wavy line and a sentence below the box, and is not searched for, so
    that the list keeps what it shows. While it is typed, the box offers what it could become.

    Signals:
        searched(str): what to search for, without outer blanks; told once for each change.
        list_requested(): Down was pressed: the person wants to go into the results.
        hit_requested(): Enter was pressed on a search: the person wants its first result.
        paste_refused(str): what was pasted or dropped is too large; the sentence to show.
        typing_changed(Typing | None): what is typed at the cursor, for `offer`.
    """

    searched = QtSignal(str)
    list_requested = QtSignal()
    hit_requested = QtSignal()
    paste_refused = QtSignal(str)
    typing_changed = QtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._typing: Typing | None = None
        self._mistakes: tuple[Mistake, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.search_now)
        self.setObjectName("searchBox")
        self.setAccessibleName("Search")
        self.setPlaceholderText("Search digests, signals, themes …   Ctrl+F")
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName("Clear the search")
        sign = self.addAction(QIcon(), self.ActionPosition.LeadingPosition)
        sign.setText("Search")
        set_icon(sign, "search", "muted")
        self._note = SearchNote(self)
        self._completer = QueryCompleter(self)
        self._completer.taken.connect(self._take)
        self.textChanged.connect(self._search_later)
        self.textEdited.connect(self._look_what_is_typed)

    def search_now(self) -> None:
        """Tell what is searched for, if it is something else than before and can be meant."""
        self._timer.stop()
        words = self.text().strip()
        question = question_of(self.text(), typing=True)
        self._show_mistakes([one for one in question.mistakes if self._stands_out(one)])
        if words != self._told and not question.is_guessed:
            self._told = words
            self.searched.emit(words)

    def show_text(self, words: str) -> None:
        """Show a search that is made elsewhere; it is not told again."""
        self._told = words
        with QSignalBlocker(self):
            self.setText(words)
        self._show_mistakes(question_of(words).mistakes)

    def offer(self, typing: Typing | None, offers: Sequence[Offer]) -> None:
        """Offer what can be taken for what is typed, unless something else is typed by now."""
        if typing is not None and typing != self._typing:
            return
        there = self.text()[typing.start : typing.end] if typing else ""
        self._completer.offer([one for one in offers if one.written != there])
        if self._completer.is_open():
            self._note.tell("")

    def mistakes(self) -> tuple[Mistake, ...]:
        """What is marked in the box."""
        return self._mistakes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the first result, Down into the list, Esc empties the box."""
        if self._completer.wants(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_words()
        elif event.key() in _ENTER:
            self._mean_it()
        elif event.key() == Qt.Key.Key_Down:
            self.search_now()
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search_now()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what is chosen in the open list; without a choice it leaves the box."""
        return not self._completer.has_choice() and super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say again what can't be meant."""
        super().focusInEvent(event)
        self._show_mistakes(self._mistakes)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves the box has typed to the end: what is half typed is a mistake now."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._show_mistakes(question_of(self.text()).mistakes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and a wave below what in it can't be meant."""
        super().paintEvent(event)
        if self._mistakes:
            self._paint_waves()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, whose Paste looks at the clipboard first."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_words)
        menu.popup(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped, unless it is too large to be a question."""
        if not self._refuses(event.mimeData().text()):
            super().dropEvent(event)

    def paste_words(self) -> None:
        """Paste, unless the clipboard is too large to be a question."""
        if not self._refuses(QGuiApplication.clipboard().text()):
            self.paste()

    def _refuses(self, text: str) -> bool:
        refusal = refusal_of(text)
        if refusal:
            self.paste_refused.emit(refusal)
        return bool(refusal)

    # --- searching ----------------------------------------------------------------------------

    def _search_later(self) -> None:
        self._show_mistakes([one for one in self._mistakes if one.end < self._cursor()])
        if self.text().strip():
            self._timer.start()
        else:
            self.search_now()  # an empty search is cheap, and waiting for it feels broken

    def _mean_it(self) -> None:
        """Enter: go to the first result, or to the first place that can't be meant."""
        self._completer.close()
        self.search_now()
        question = question_of(self.text())
        self._show_mistakes(question.mistakes)
        if question.is_guessed:
            first = next(one for one in question.mistakes if one.guessed)
            self._select(first.start, first.end)
        elif self.text().strip():
            self.hit_requested.emit()

    # --- what could be typed ------------------------------------------------------------------

    def _look_what_is_typed(self) -> None:
        self._typing = typed_at(self.text(), self._cursor())
        self.typing_changed.emit(self._typing)

    def _take(self, offer: Offer) -> None:
        typing = self._typing
        if typing is None:
            return
        self._select(typing.start, typing.end)
        at_end = typing.end == len(self.text())
        self.insert(offer.written + (" " if typing.field and at_end else ""))
        self._look_what_is_typed()  # behind the name of a field, its values

    def _cursor(self) -> int:
        return place_from_qt(self.text(), self.cursorPosition())

    def _select(self, start: int, end: int) -> None:
        ((first, last),) = places_for_qt(self.text(), ((start, end),))
        self.setSelection(first, last - first)

    # --- what can't be meant ------------------------------------------------------------------

    def _show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        self._mistakes = tuple(mistakes)
        words = " ".join(dict.fromkeys(mistake.words for mistake in mistakes))
        if any(mistake.guessed for mistake in mistakes):
            words = f"{words} {KEPT}"
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            self.setToolTip(plain_tip(words))
        seen = self.hasFocus() and not self._completer.is_open()
        self._note.tell(words if seen else "")
        self.update()

    def _stands_out(self, mistake: Mistake) -> bool:
        """Whether a mistake is worth telling while it is typed: not yet the name of a field alone
        that waits for its value, nor a bracket that waits for its other half."""
        waits = self.text()[: mistake.end].endswith((":", "="))
        return mistake.guessed and not (waits and mistake.end == self._cursor())

    def _text_place(self) -> QRect:
        """Where the text is seen: between the signs at both ends."""
        middle = self.rect().center().x()
        signs = [one.geometry() for one in self.findChildren(QToolButton) if one.isVisible()]
        left = max((place.right() for place in signs if place.right() < middle), default=0)
        right = min(
            (place.left() for place in signs if place.left() > middle), default=self.width()
        )
        return QRect(left, 0, right - left, self.height())

    def _paint_waves(self) -> None:
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        cursor = self.cursorRect()
        left = cursor.left() + _CURSOR_MARGIN - _x(line, self.cursorPosition())
        foot = cursor.bottom()
        painter = QPainter(self)
        painter.setClipRect(self._text_place())
        for mistake in self._mistakes:
            places = places_for_qt(self.text(), ((mistake.start, mistake.end),))[0]
            start, end = sorted(_x(line, place) for place in places)
            draw_wave(painter, QRectF(left + start, foot - 2, end - start, 2))
        painter.end()


def _x(line: QTextLine, place: int) -> float:
    """Pixels from the beginning of a line to one of its places."""
    return cast(tuple[float, int], line.cursorToX(place))[0]
