"""Titles in lists take two lines at most."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from curator.gui.theme import Type, font
from curator.gui.widgets.title_lines import title_lines

LONG = "Ukraine Bets on Land Robots for Defense and Seeks Investment in Domestic Arms Industry"


@pytest.mark.parametrize(
    ("title", "lines", "elided"),
    [
        ("", 1, False),
        ("Short", 1, False),
        (LONG, 2, True),
        ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", 1, True),
        (LONG * 1_000, 2, True),
    ],
    ids=["none", "short", "long", "compound", "endless"],
)
def test_two_lines_at_most_and_none_too_wide(
    qapp: QApplication, title: str, lines: int, elided: bool
) -> None:
    strong = font(Type.TABLE_STRONG)
    broken = title_lines(title, strong, 250)
    assert len(broken) == lines
    assert broken[-1].endswith("…") is elided
    assert all(QFontMetrics(strong).horizontalAdvance(line) <= 250 for line in broken)


@pytest.mark.fault("F36")
def test_marks_that_nobody_sees_are_named(qapp: QApplication) -> None:
    assert title_lines("pay\u202egnp.exe", font(Type.TABLE_STRONG), 400) == ["pay‹RLO›gnp.exe"]
