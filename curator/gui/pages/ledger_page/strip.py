"""The strip above the ledger: how its rows are grouped, which columns it has, how tall rows are."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from curator.domain.ledger import BY_DIGEST, BY_FORCE, BY_HORIZON, BY_MONTH, BY_THEME
from curator.gui.widgets.column_table import LINES, ColumnTable

NO_GROUPS = ""
GROUP_WORDS = {
    NO_GROUPS: "No grouping",
    BY_THEME: "Theme",
    BY_FORCE: "Driving force",
    BY_HORIZON: "10y horizon",
    BY_DIGEST: "Digest",
    BY_MONTH: "Month",
}
"""What the ways to group are called; no grouping is the first."""


class LedgerStrip(QWidget):
    """Three quiet buttons with menus.

    Signals:
        group_chosen(str): by what rows shall be grouped; empty: not at all.
        lines_chosen(int): how many lines of text a row shall be tall.
    split_asked(): the digest shall be shown beside the table, or no more.
    """

    group_chosen = QtSignal(str)
    lines_chosen = QtSignal(int)
    split_asked = QtSignal()

    def __init__(self, table: ColumnTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerStrip")
        self._table = table
        self._group = self._button("groupButton", "Group by")
        self._columns = self._button("columnsButton", "Columns")
        self._lines = self._button("linesButton", "Height of rows")
        self._columns.setText("&Columns")
        self._split = QToolButton(self)
        self._split.setObjectName("splitButton")
        self._split.setText("Digest &beside")
        self._split.setToolTip("Show the digest of the current row beside the table (Shift+F7)")
        self._split.setCheckable(True)
        self._split.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._split.clicked.connect(self.split_asked)
        self._fill_groups()
        self._fill_lines()
        self._columns.menu().aboutToShow.connect(self._fill_columns)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)
        layout.setSpacing(4)
        layout.addWidget(self._group)
        layout.addWidget(self._columns)
        layout.addWidget(self._lines)
        layout.addStretch()
        layout.addWidget(self._split)
        self.show_group(NO_GROUPS)
        self.show_lines(table.lines())

    def show_group(self, by: str) -> None:
        """Say by what rows are grouped."""
        words = GROUP_WORDS[by]
        self._group.setText(f"&Group: {words.lower()}" if by else "&Group by …")
        self._group.setAccessibleName(f"Group by: {words}")
        _check(self._group, by)

    def show_lines(self, lines: int) -> None:
        """Say how tall rows are."""
        words = "1 line" if lines == 1 else f"{lines} lines"
        self._lines.setText(f"&Rows: {words}")
        self._lines.setAccessibleName(f"Height of rows: {words}")
        _check(self._lines, str(lines))

    def show_split(self, split: bool) -> None:
        """Say whether the digest of the current row is shown beside the table."""
        self._split.setChecked(split)

    def open_groups(self) -> None:
        """Open the menu of ways to group."""
        self._open(self._group)

    def open_columns(self) -> None:
        """Open the menu of columns, first with what can be done with the current one."""
        self._open(self._columns)

    def _button(self, name: str, spoken: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(spoken)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(QMenu(button))
        return button

    def _fill_groups(self) -> None:
        group = QActionGroup(self)
        for by, words in GROUP_WORDS.items():
            action = self._group.menu().addAction(words)
            action.setObjectName(by)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_group, by))
            group.addAction(action)
            if by == NO_GROUPS:
                self._group.menu().addSeparator()

    def _fill_lines(self) -> None:
        group = QActionGroup(self)
        for lines in LINES:
            action = self._lines.menu().addAction("1 line" if lines == 1 else f"{lines} lines")
            action.setObjectName(str(lines))
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_lines, lines))
            group.addAction(action)

    def _fill_columns(self) -> None:
        self._table.fill_menu(self._columns.menu(), self._table.currentIndex().column())

    def _choose_group(self, by: str, _checked: bool = False) -> None:
        self.group_chosen.emit(by)

    def _choose_lines(self, lines: int, _checked: bool = False) -> None:
        self.lines_chosen.emit(lines)

    def _open(self, button: QToolButton) -> None:
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _check(button: QToolButton, name: str) -> None:
    for action in button.menu().actions():
        if not action.isSeparator():
            action.setChecked(action.objectName() == name)
