"""Two texts side by side, with the lines and words that differ marked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QWidget

from curator.gui.theme import colour

_PADDING = re.compile(r" {2,}|-{2,}")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


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


def reading_pane(name: str, accessible_name: str, parent: QWidget) -> QPlainTextEdit:
    """A text to read, select and copy, with all its lines wrapped."""
    side = QPlainTextEdit(parent, readOnly=True)
    side.setObjectName(name)
    side.setAccessibleName(accessible_name)
    side.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return side


def panes(sides: Mapping[str, QPlainTextEdit]) -> QGridLayout:
    """Panes beside each other, each under its heading."""
    grid = QGridLayout()
    grid.setSpacing(8)
    for column, (words, side) in enumerate(sides.items()):
        heading = QLabel(words, side.parentWidget())
        heading.setProperty("tone", "heading")
        heading.setBuddy(side)
        grid.addWidget(heading, 0, column)
        grid.addWidget(side, 1, column)
        grid.setColumnStretch(column, 1)
    return grid


def fill(side: QPlainTextEdit, lines: Sequence[Line]) -> None:
    """Show lines with what differs marked."""
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
