"""Compares a digest with its file that changed outside, and asks which of them to keep."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFontDatabase, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from curator.domain.text import visible
from curator.gui.dialogs.comparing import (
    Line,
    differences,
    fill,
    panes,
    reading_pane,
    side_by_side,
)
from curator.gui.widgets.plain_label import PlainLabel
from curator.gui.widgets.plain_tip import plain_tip
from curator.workspace.reading import ConflictView

KEEP_MINE, TAKE_THEIRS, KEEP_BOTH = "keep mine", "take theirs", "keep both"


class ConflictDialog(QDialog):
    """Shows open conflicts one by one.

    Signals:
        settled(int, str): the id of the conflict, and keep mine, take theirs or keep both.
    """

    settled = QtSignal(int, str)

    def __init__(self, views: Sequence[ConflictView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflictDialog")
        self.setWindowTitle("Files that changed outside")
        self.resize(1080, 640)
        self._views = list(views)
        self._differences: Sequence[int] = ()
        self._lines: tuple[list[Line], list[Line]] = ([], [])
        self._at = -1
        self._jumping = False
        self._which = QComboBox(self)
        self._which.setObjectName("conflictChoice")
        self._which.setAccessibleName("Digest")
        self._which.addItems([visible(view.card.title or view.card.key) for view in self._views])
        self._path = PlainLabel("", self, tone="quiet")
        self._mine = reading_pane("conflictMine", "As it stands in the library", self)
        self._theirs = reading_pane("conflictTheirs", "As the file says now", self)
        for side in (self._mine, self._theirs):
            side.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._which.currentIndexChanged.connect(self._show)
        self._lay_out()
        self._show()

    def go_on(self) -> None:
        """Bring the next difference into sight; after the last comes the first."""
        if self._differences:
            self._at = (self._at + 1) % len(self._differences)
            self._point()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now are the lines as wide as they stay."""
        super().showEvent(event)
        self._point()

    def _point(self) -> None:
        """Bring the current difference into sight on both sides, within long lines too."""
        if not self._differences:
            return
        number = self._differences[self._at]
        self._jumping = True
        for side, lines in zip((self._mine, self._theirs), self._lines, strict=True):
            cursor = QTextCursor(side.document().findBlockByNumber(number))
            spans = lines[number].spans
            cursor.setPosition(cursor.position() + (spans[0][0] if spans else 0))
            side.setTextCursor(cursor)
            side.centerCursor()
        self._jumping = False

    def _scroll_along(self, side: QPlainTextEdit, value: int) -> None:
        if not self._jumping:
            side.verticalScrollBar().setValue(value)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(self._which)
        layout.addWidget(self._path)
        both = {"Mine: in the library": self._mine, "Theirs: the file": self._theirs}
        layout.addLayout(panes(both), stretch=1)
        layout.addLayout(self._buttons())
        for one, other in ((self._mine, self._theirs), (self._theirs, self._mine)):
            follow = partial(self._scroll_along, other)
            one.verticalScrollBar().valueChanged.connect(follow)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for words, verdict, tip in (
            ("Keep mine", KEEP_MINE, "The same file is not asked about again"),
            ("Take theirs", TAKE_THEIRS, "Your edits stay in the history; undo brings them back"),
            ("Keep both", KEEP_BOTH, "The file becomes a digest of its own"),
        ):
            button = QPushButton(words, self)
            button.setObjectName(verdict.replace(" ", "."))
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._settle, verdict))
            line.addWidget(button)
        line.addStretch()
        further = QPushButton("Next difference", self)
        further.setObjectName("nextDifference")
        further.setShortcut("F3")
        further.setToolTip("Go to the next difference (F3)")
        further.setAutoDefault(False)
        further.clicked.connect(self.go_on)
        line.addWidget(further)
        later = QPushButton("Later", self)
        later.clicked.connect(self.reject)
        line.addWidget(later)
        return line

    def _show(self) -> None:
        row = self._which.currentIndex()
        if 0 <= row < len(self._views):
            view = self._views[row]
            where = PurePath(view.conflict.path).name or view.card.key
            self._path.setText(f"{where} changed after you edited this digest here.")
            self._path.setToolTip(plain_tip(view.conflict.path))
            mine, theirs = self._lines = side_by_side(view.mine, view.theirs)
            fill(self._mine, mine)
            fill(self._theirs, theirs)
            self._differences = differences(mine, theirs)
            self._at = -1
            self.go_on()

    def _settle(self, verdict: str, _checked: bool = False) -> None:
        row = self._which.currentIndex()
        view = self._views.pop(row)
        self._which.removeItem(row)
        if not self._views:
            self.accept()
        self.settled.emit(view.conflict.id, verdict)
