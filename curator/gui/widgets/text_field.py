"""Fields that read like the text of a page and are edited where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.domain.text import hidden_marks, one_line, visible
from curator.gui.theme import FOCUS_WIDTH, Type, font
from curator.gui.widgets.growing_text import BREAK_MODIFIERS, ENTER_KEYS, GrowingText
from curator.gui.widgets.page_scroll import area_around
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.wrapped_text import LINE_HEIGHT

INSET = 8
"""Pixels from the edge of a field to its text; pages pull a field out by it to keep one edge."""
_ENDS = {
    Qt.Key.Key_Home: QTextCursor.MoveOperation.Start,
    Qt.Key.Key_End: QTextCursor.MoveOperation.End,
}
_MARKING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_LED_HERE = frozenset({Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason})
_KEEPS_EDITING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})


def marks_words(marks: Sequence[str]) -> str:
    """Which marks a text holds, in a sentence; empty where there are none."""
    if not marks:
        return ""
    named = " ".join(f"‹{mark}›" for mark in marks)
    return f"This text holds marks that nobody sees or that change its direction: {named}"


class TextField(GrowingText):
    """Enter and losing the focus commit, Esc reverts.

    At rest marks that nobody sees, or that turn the order of letters round, are painted by name;
    what is edited and stored is the text itself.

    Signals:
        committed(str): the text was changed and is meant.
        given_up(): Esc took the text back.
    """

    committed = QtSignal(str)
    given_up = QtSignal()

    def __init__(
        self, name: str, text_font: QFont, line_height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(text_font, line_height, parent)
        self._shown = ""
        self._marks: tuple[str, ...] = ()
        self._at_rest: QTextDocument | None = None
        self.textChanged.connect(self._look_for_marks)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        self.setViewportMargins(INSET - FOCUS_WIDTH, 2, INSET - FOCUS_WIDTH, 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.grew.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Show another text, as the library has it now; what is being typed stays, and Esc then
        brings the new text."""
        typing = self.text() != self._shown
        if text != self._shown:
            self._shown = text
            if not typing:
                self.write_text(text)

    def commit(self) -> None:
        """Tell of the text if it was changed; pages call it before they show another digest."""
        text = self.text()
        if text != self._shown:
            self._shown = text
            self.committed.emit(text)

    def refuse(self, stored: str) -> None:
        """What was committed did not go in: it stays, as something that is still being typed."""
        self._shown = stored

    def stored(self) -> str:
        """The text that the library has."""
        return self._shown

    def is_typed_in(self) -> bool:
        """Whether it holds another text than the library."""
        return self.text() != self._shown

    def be_read_only(self, read_only: bool) -> None:
        """Let the text be read, selected and copied, but not changed; what was typed stays."""
        flags = _READING if read_only else Qt.TextInteractionFlag.TextEditorInteraction
        self.setTextInteractionFlags(flags)

    def revert(self) -> None:
        """Put back the text that the library has."""
        self.write_text(self._shown)
        self.given_up.emit()

    def text_height(self) -> int:
        """Pixels of the text, at rest with its marks by name."""
        named = self._named_text()
        if named is None:
            return super().text_height()
        return max(self._line_height, round(named.size().height()))

    def sizeHint(self) -> QSize:
        """As tall as the text."""
        around = 2 * (FOCUS_WIDTH + 2)
        return QSize(super().sizeHint().width(), self.text_height() + around)

    def minimumSizeHint(self) -> QSize:
        """Never less than the whole text."""
        return QSize(0, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Take Esc before a shortcut of the window does, while there is something to revert."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text() != self._shown
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits, Esc reverts; Alt+Enter and Shift+Enter break the line."""
        if event.key() in ENTER_KEYS and not event.modifiers() & BREAK_MODIFIERS:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.revert()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever is led here sees the field, wherever the page was scrolled to."""
        super().focusInEvent(event)
        self._show_marks()
        area = area_around(self) if event.reason() in _LED_HERE else None
        if area is not None:
            area.ensureWidgetVisible(self, 8, 8)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field commits it; opening its menu does not leave it."""
        super().focusOutEvent(event)
        self._show_marks()
        if event.reason() not in _KEEPS_EDITING:
            self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, at rest with its marks by name."""
        named = self._named_text()
        if named is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        named.documentLayout().draw(painter, context)
        painter.end()

    def _named_text(self) -> QTextDocument | None:
        """What is painted at rest in the place of the text; None where that paints itself."""
        if not self._marks or self.hasFocus():
            return None
        if self._at_rest is None:
            self._at_rest = self.document().clone()
            cursor = QTextCursor(self._at_rest)
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(visible(self.text()))
        self._at_rest.setTextWidth(self.document().textWidth())
        return self._at_rest

    def _look_for_marks(self) -> None:
        before, self._marks = self._marks, hidden_marks(self.text())
        self._at_rest = None
        if self._marks != before:
            self.setAccessibleDescription(marks_words(self._marks))
            self.setToolTip(plain_tip(marks_words(self._marks)))
        if self._marks or before:
            self._show_marks()

    def _show_marks(self) -> None:
        if self._marks:
            self.updateGeometry()
            self.viewport().update()


class TitleField(TextField):
    """The title of a page; its text is one line, however it wraps."""

    def __init__(self, name: str = "Title", parent: QWidget | None = None) -> None:
        super().__init__(name, font(Type.TITLE), 28, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A title has no line breaks, so every Enter commits."""
        if event.key() in ENTER_KEYS:
            self.commit()
        else:
            super().keyPressEvent(event)


class SummaryField(TextField):
    """Running text, with the line height of a page that is meant to be read."""

    def __init__(self, name: str = "Summary", parent: QWidget | None = None) -> None:
        super().__init__(name, font(Type.READING), 21, parent)


class QuietField(TextField):
    """One quiet line, such as the address of a source; every Enter commits.

    At rest a long text is cut with an ellipsis; while it is edited all of it is there.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._resting = True
        super().__init__(name, font(Type.TABLE), LINE_HEIGHT, parent)
        self._name = name

    def text_height(self) -> int:
        """One line at rest."""
        return LINE_HEIGHT if self._resting else super().text_height()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Unfold."""
        super().focusInEvent(event)
        self._rest(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Fold up again, with the beginning in view."""
        super().focusOutEvent(event)
        if event.reason() not in _KEEPS_EDITING:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self._rest(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, or at rest as much of it as one line holds."""
        if not self._resting or not self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        place = QRect(0, 0, self.viewport().width(), LINE_HEIGHT)
        line = visible(one_line(self.text()))
        shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _rest(self, resting: bool) -> None:
        self._resting = resting
        self.updateGeometry()
        self.viewport().update()

    def warn(self, reason: str) -> None:
        """Mark what stands here as doubtful, and say why; an empty reason takes the mark away."""
        self.setProperty("tone", "warn" if reason else "")
        self.setToolTip(plain_tip(reason))
        self.setAccessibleName(f"{self._name}, doubtful: {reason}" if reason else self._name)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An address has no line breaks either; Home and End are those of the whole text."""
        end = _ENDS.get(Qt.Key(event.key()))
        if event.key() in ENTER_KEYS:
            self.commit()
        elif end is not None and not event.modifiers() & ~_MARKING:
            marking = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            mode = QTextCursor.MoveMode
            self.moveCursor(end, mode.KeepAnchor if marking else mode.MoveAnchor)
        else:
            super().keyPressEvent(event)
