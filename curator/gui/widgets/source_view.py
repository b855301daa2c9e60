"""The Markdown of a digest as it would be exported now, to read and to copy."""

from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class SourceView(QPlainTextEdit):
    """Read-only text in a fixed font; can point at one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, readOnly=True)
        self.setObjectName("sourceView")
        self.setAccessibleName("Source of the digest in Markdown")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.document().setDocumentMargin(12)

    def show_text(self, text: str) -> None:
        """Show `text`; the place where it was read stays when nothing changed."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def point_at(self, line: int) -> None:
        """Select line `line` (counted from 1) and bring it into sight."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            self.setTextCursor(cursor)
            self.centerCursor()
