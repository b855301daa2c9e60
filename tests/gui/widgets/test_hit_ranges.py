"""Hits are painted over their letters, whatever letters stand before them."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from curator.domain.query import Words
from curator.domain.query_hits import NO_HITS, hits_of
from curator.gui.theme import Type, apply_theme, colour, font
from curator.gui.widgets.hit_ranges import HitRanges, draw_line, hit_format

LAND = hits_of(Words("land"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("land of robots", [(0, 4)]),
        ("\U0001f916 land", [(3, 4)]),
        ("é land \U0001f916\U0001f916 Länd", [(2, 4), (12, 4)]),
        ("island", []),
    ],
)
def test_places_are_counted_as_qt_counts_letters(text: str, places: list[tuple[int, int]]) -> None:
    ranges = HitRanges()
    ranges.show(LAND)
    assert [(one.start, one.length) for one in ranges.ranges("title", text)] == places


def test_nothing_is_shown_in_what_no_question_looks_at() -> None:
    ranges = HitRanges()
    assert not ranges
    assert ranges.ranges("title", "land") == []
    ranges.show(LAND)
    assert ranges
    assert ranges.ranges("", "land") == []
    assert ranges.ranges("title", "land")
    ranges.show(NO_HITS)
    assert ranges.ranges("title", "land") == []


def test_many_texts_do_not_fill_the_memory() -> None:
    ranges = HitRanges()
    ranges.show(LAND)
    assert sum(len(ranges.spans("title", f"land {number}")) for number in range(5_000)) == 5_000


def inks(text: str, spans: tuple[tuple[int, int], ...], place: QRect) -> set[str]:
    """The colours of a line in one place of it."""
    picture = QImage(300, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(font(Type.TABLE))
    draw_line(painter, QRect(0, 0, 300, 20), text, spans)
    painter.end()
    inside = picture.copy(place)
    rows, columns = range(inside.height()), range(inside.width())
    return {inside.pixelColor(x, y).name() for x in columns for y in rows}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_line_shows_its_hits_by_ground_and_line(qapp: QApplication, scheme: str) -> None:
    apply_theme(qapp, scheme)
    shown = {colour("accent_soft").name(), colour("accent").name()}
    assert inks("land", ((0, 4),), QRect(0, 0, 20, 20)) >= shown
    assert not inks("land", (), QRect(0, 0, 20, 20)) & shown
    assert not inks("land", ((4, 9),), QRect(0, 0, 300, 20)) & shown
    assert not inks("land robots", ((0, 4),), QRect(120, 0, 60, 20)) & shown
    assert hit_format().background().color() == colour("accent_soft")
    apply_theme(qapp, "light")
