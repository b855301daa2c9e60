"""Lines of a cell: all of them up to twelve, then a mark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from curator.gui.theme import Type, font
from curator.gui.widgets.wrapped_text import LINE_HEIGHT, MOST_LINES, WrappedText


def wrapped(text: str, width: int = 200) -> WrappedText:
    return WrappedText(text, font(Type.TABLE), width)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("one", 1), ("one\ntwo", 2), ("one\n\nthree", 3), ("\n" * 11, 12)],
)
def test_lines_are_counted(qapp: QApplication, text: str, lines: int) -> None:
    text_of_cell = wrapped(text)
    assert text_of_cell.height == lines * LINE_HEIGHT
    assert not text_of_cell.cut


def test_past_twelve_lines_a_mark_says_that_there_is_more(qapp: QApplication) -> None:
    text = wrapped("\n".join("abcdefghijklm"))
    assert text.cut
    assert text.height == (MOST_LINES + 1) * LINE_HEIGHT


def test_a_megabyte_is_cut_where_it_is_no_longer_seen(qapp: QApplication) -> None:
    text = wrapped("word " * 200_000)
    assert text.cut
    assert text.height == (MOST_LINES + 1) * LINE_HEIGHT


@pytest.mark.parametrize("width", [-5, 0, 3])
def test_no_width_is_too_narrow(qapp: QApplication, width: int) -> None:
    assert wrapped("Robots", width).height >= LINE_HEIGHT


def inked_columns(text: WrappedText) -> list[int]:
    picture = QImage(200, max(text.height, 1), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    text.draw(painter, 0, 0, QColor("black"), QColor("gray"))
    painter.end()
    rows = range(picture.height())
    return [x for x in range(200) if any(picture.pixelColor(x, y).alpha() > 60 for y in rows)]


def test_text_starts_where_its_script_does(qapp: QApplication) -> None:
    assert min(inked_columns(wrapped("Robots"))) < 4
    right = WrappedText("1,041", font(Type.TABLE), 200, Qt.AlignmentFlag.AlignRight)
    assert min(inked_columns(right)) > 100


def test_the_mark_of_a_cut_is_drawn_below_the_text(qapp: QApplication) -> None:
    cut, whole = wrapped("\n" * 13), wrapped("\n" * 11)
    assert inked_columns(cut)
    assert not inked_columns(whole)


@pytest.mark.fault("F36")
def test_marks_that_nobody_sees_are_painted_by_name(qapp: QApplication) -> None:
    assert inked_columns(wrapped("ab\u200bc")) == inked_columns(wrapped("ab‹ZWSP›c"))
    assert inked_columns(wrapped("ab\u200bc")) != inked_columns(wrapped("abc"))


@pytest.mark.parametrize("text", ["word " * 50, "one\ntwo\nthree", "\n\n\n", "ab" * 300])
def test_where_few_lines_are_wanted_the_last_ends_in_an_ellipsis(
    qapp: QApplication, text: str
) -> None:
    few = WrappedText(text, font(Type.TABLE), 120, lines=2)
    assert few.cut
    assert few.height == 2 * LINE_HEIGHT
    assert inked_columns(few)
    whole = WrappedText("Robots", font(Type.TABLE), 120, lines=2)
    assert not whole.cut
    assert whole.height == LINE_HEIGHT
