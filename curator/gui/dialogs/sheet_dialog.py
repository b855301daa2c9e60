"""A sheet to read beside the window, made of tables of two columns."""

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

WIDTH, HEIGHT = 600, 640


class SheetDialog(QDialog):
    """Shows HTML of our own making; `name` is that of the dialog, its sheet is called like it."""

    def __init__(
        self, name: str, title: str, spoken: str, html: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Dialog")
        self.setWindowTitle(title)
        self.resize(WIDTH, HEIGHT)
        sheet = QTextBrowser(self)
        sheet.setObjectName(f"{name}Sheet")
        sheet.setAccessibleName(spoken)
        sheet.setHtml(html)
        sheet.document().setDocumentMargin(16)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(sheet)
        layout.addWidget(buttons)


def sheet_table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    """A heading and a table under it: what is typed, and what that does."""
    lines = "".join(
        f"<tr><td width='180'><b>{escape(typed)}</b></td><td>{escape(words)}</td></tr>"
        for typed, words in rows
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='3'>{lines}</table>"
