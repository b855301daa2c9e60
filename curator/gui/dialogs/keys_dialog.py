"""All keys on one sheet, read from the table of actions."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from curator.gui.actions import ACTIONS, MENUS
from curator.gui.dialogs.sheet_dialog import SheetDialog, sheet_table

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
    "ledgerTable": "in the signals of all digests",
}


class KeysDialog(SheetDialog):
    """A sheet to read; it stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("keys", "Keys", "Keys and what they do", keys_html(), parent)


def keys_html() -> str:
    """The sheet: a table per menu, then the keys that every table knows."""
    parts = [sheet_table("In tables", IN_TABLES)]
    for menu in MENUS:
        rows = []
        for spec in ACTIONS:
            if spec.menu == menu and spec.keys:
                where = _SCOPES.get(spec.scope, "")
                rows.append((_native(spec.keys), f"{spec.text} {where}".strip()))
        if rows:
            parts.append(sheet_table(menu, rows))
    return "".join(parts)


def _native(keys: tuple[str, ...]) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(form) for key in keys)
