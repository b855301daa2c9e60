"""A plain-text editor that is always as tall as its text."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

MOST_PASTED = 5_000_000
"""Characters; more would freeze the window for half a minute, and are surely a mistake."""
ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
BREAK_MODIFIERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def refusal_of(text: str) -> str:
    """Why a text can't be pasted or dropped, in a sentence; empty where it can."""
    if len(text) <= MOST_PASTED:
        return ""
    return (
        f"That is a text of {len(text):,} characters; at most {MOST_PASTED:,} are taken in one go."
        " If it is a digest, save it as a file and import that."
    )


class GrowingText(QTextEdit):
    """Plain text with a fixed line height and no scroll bars.

    Signals:
        grew(): it wants another height.
        paste_refused(str): what was pasted or dropped is too large; the sentence to show.
    """

    grew = QtSignal()
    paste_refused = QtSignal(str)

    def __init__(self, font: QFont, line_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line_height = line_height
        self.setFont(font)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._tell_growth)
        self.write_text("")

    def text(self) -> str:
        """What it holds, with LF between lines."""
        return self.toPlainText()

    def write_text(self, text: str) -> None:
        """Put in another text and forget its keystroke history."""
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(spacing)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)

    def text_height(self) -> int:
        """Pixels that the text needs at the present width, at least one line."""
        return max(self._line_height, round(self.document().size().height()))

    def sizeHint(self) -> QSize:
        """As wide as forty letters, as tall as the text with its frame."""
        margins = self.viewportMargins()
        frame = 2 * self.frameWidth() + margins.top() + margins.bottom()
        width = 40 * QFontMetrics(self.font()).averageCharWidth()
        return QSize(width, self.text_height() + frame)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there are no keystrokes to take back here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Enter and Shift+Enter break the line."""
        breaks = event.key() in ENTER_KEYS and event.modifiers() & BREAK_MODIFIERS
        if breaks and not self.isReadOnly():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the plain text only of what is pasted or dropped."""
        text = source.text()
        if refusal := refusal_of(text):
            self.paste_refused.emit(refusal)
        else:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def _tell_growth(self) -> None:
        self.grew.emit()
