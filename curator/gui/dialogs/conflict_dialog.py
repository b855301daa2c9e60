"""Compares a digest with its file that changed outside, and asks which of them to keep."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import zip_longest
from pathlib import PurePath

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from curator.gui.theme import colour
from curator.workspace.reading import ConflictView

_PADDING = re.compile(r" {2,}|-{2,}")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
KEEP_MINE, TAKE_THEIRS, KEEP_BOTH = "keep mine", "take theirs", "keep both"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one side.

    `differs` marks lines that the other side does not have, `filler` the room left for lines that
    only the other side has, and `spans` which characters differ (from, to).
    """

    text: str
    differs: bool = False
    filler: bool = False
    spans: tuple[tuple[int, int], ...] = ()


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
        self._which.addItems([view.card.title or view.card.key for view in self._views])
        self._path = QLabel(self, wordWrap=True)
        self._path.setProperty("tone", "quiet")
        self._mine = _side("conflictMine", "As it stands in the library", self)
        self._theirs = _side("conflictTheirs", "As the file says now", self)
        self._which.currentIndexChanged.connect(self._show)
        self._lay_out()
        self._show()

    def open_count(self) -> int:
        """How many conflicts are still open here."""
        return len(self._views)

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
        sides = QGridLayout()
        sides.setSpacing(8)
        for column, (words, side) in enumerate(
            (("Mine: in the library", self._mine), ("Theirs: the file", self._theirs))
        ):
            heading = QLabel(words, self)
            heading.setProperty("tone", "heading")
            heading.setBuddy(side)
            sides.addWidget(heading, 0, column)
            sides.addWidget(side, 1, column)
            sides.setColumnStretch(column, 1)
        layout.addLayout(sides, stretch=1)
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
        later = QPushButton("Decide later", self)
        later.clicked.connect(self.reject)
        line.addWidget(later)
        return line

    def _show(self) -> None:
        row = self._which.currentIndex()
        if 0 <= row < len(self._views):
            view = self._views[row]
            where = PurePath(view.conflict.path).name or view.card.key
            self._path.setText(f"{where} changed after you edited this digest here.")
            self._path.setToolTip(view.conflict.path)
            mine, theirs = self._lines = side_by_side(view.mine, view.theirs)
            _fill(self._mine, mine)
            _fill(self._theirs, theirs)
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


def side_by_side(mine: str, theirs: str) -> tuple[list[Line], list[Line]]:
    """Both texts as lines of equal number, so that what belongs together stands level."""
    ours, others = mine.splitlines(), theirs.splitlines()
    left: list[Line] = []
    right: list[Line] = []
    matcher = SequenceMatcher(None, _unpadded(ours), _unpadded(others), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            left += [Line(text) for text in ours[a:b]]
            right += [Line(text) for text in others[c:d]]
            continue
        for one, other in zip_longest(ours[a:b], others[c:d]):
            mine_line, their_line = _compared(one, other)
            left.append(mine_line)
            right.append(their_line)
    return left, right


def _unpadded(lines: Sequence[str]) -> list[str]:
    """Lines as they count: padding a table to another width changes nothing in it."""
    return [_PADDING.sub(" ", line) if line.startswith("|") else line for line in lines]


def _compared(one: str | None, other: str | None) -> tuple[Line, Line]:
    if one is None or other is None:
        whole = one if one is not None else other or ""
        line = Line(whole, differs=True, spans=((0, len(whole)),))
        filler = Line("", filler=True)
        return (filler, line) if one is None else (line, filler)
    ours, others = _WORDS.findall(one), _WORDS.findall(other)
    opcodes = SequenceMatcher(None, ours, others, autojunk=False).get_opcodes()
    changed = [code for code in opcodes if code[0] != "equal"]
    mine = tuple(_span(ours, a, b) for _, a, b, _, _ in changed)
    theirs = tuple(_span(others, c, d) for _, _, _, c, d in changed)
    return Line(one, differs=True, spans=mine), Line(other, differs=True, spans=theirs)


def _span(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    before = sum(map(len, words[:start]))
    return before, before + sum(map(len, words[start:end]))


def differences(mine: Sequence[Line], theirs: Sequence[Line]) -> list[int]:
    """The lines, counted from 0, at which stretches that differ begin."""
    odd = [a.differs or b.differs for a, b in zip(mine, theirs, strict=True)]
    return [n for n, differs in enumerate(odd) if differs and (n == 0 or not odd[n - 1])]


def _side(name: str, accessible_name: str, parent: QWidget) -> QPlainTextEdit:
    side = QPlainTextEdit(parent, readOnly=True)
    side.setObjectName(name)
    side.setAccessibleName(accessible_name)
    side.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    side.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return side


def _fill(side: QPlainTextEdit, lines: Sequence[Line]) -> None:
    side.clear()
    cursor = QTextCursor(side.document())
    cursor.beginEditBlock()
    for number, line in enumerate(lines):
        shape = QTextBlockFormat()
        if line.differs or line.filler:
            shape.setBackground(_ground(line))
        if number:
            cursor.insertBlock(shape, QTextCharFormat())
        else:
            cursor.setBlockFormat(shape)
        start = cursor.position()
        cursor.insertText(line.text, QTextCharFormat())
        _mark(cursor, start, line.spans)
    cursor.endEditBlock()
    side.moveCursor(QTextCursor.MoveOperation.Start)


def _mark(cursor: QTextCursor, start: int, spans: Sequence[tuple[int, int]]) -> None:
    """Set what differs in bold and underlined, since colour never tells anything alone."""
    letters = QTextCharFormat()
    letters.setFontWeight(600)
    letters.setFontUnderline(True)
    for first, last in spans:
        cursor.setPosition(start + first)
        cursor.setPosition(start + last, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(letters)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _ground(line: Line) -> QColor:
    return colour("window") if line.filler else colour("warn_soft")
