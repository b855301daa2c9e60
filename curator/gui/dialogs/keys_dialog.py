"""All keys on one sheet, read from the table of actions."""

from html import escape

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from curator.gui.actions import ACTIONS, MENUS

IN_TABLES = (
    ("Enter, F2, or typing", "Edit the cell; Enter again commits and goes down"),
    ("Tab, Shift+Tab", "Commit, and go right or left"),
    ("Esc", "Leave the cell as it was"),
    ("Alt+Enter", "Line break in a cell"),
    ("Del", "Clear the cells, or delete rows that are selected as a whole"),
    ("Ctrl+C, Ctrl+V", "Copy and paste cells, also from and to a spreadsheet"),
)
_SCOPES = {
    "sidebar": "in the sidebar",
    "signalsTable": "in the signals",
    "themesTable": "in the themes",
    "keywordsTable": "in the keywords",
    "closestTable": "in the closest digests",
}


class KeysDialog(QDialog):
    """A sheet to read; it stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle("Keys")
        self.resize(560, 620)
        sheet = QTextBrowser(self)
        sheet.setObjectName("keysSheet")
        sheet.setAccessibleName("Keys and what they do")
        sheet.setHtml(keys_html())
        sheet.document().setDocumentMargin(16)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(sheet)
        layout.addWidget(buttons)


def keys_html() -> str:
    """The sheet: a table per menu, then the keys that every table knows."""
    parts = [_table("In tables", IN_TABLES)]
    for menu in MENUS:
        rows = []
        for spec in ACTIONS:
            if spec.menu == menu and spec.keys:
                where = _SCOPES.get(spec.scope, "")
                rows.append((_native(spec.keys), f"{spec.text} {where}".strip()))
        if rows:
            parts.append(_table(menu, rows))
    return "".join(parts)


def _native(keys: tuple[str, ...]) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(form) for key in keys)


def _table(title: str, rows: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td width='190'><b>{escape(keys)}</b></td><td>{escape(words)}</td></tr>"
        for keys, words in rows
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='3'>{lines}</table>"
