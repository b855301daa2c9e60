"""A wave stays within its place, and is seen in both schemes."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from curator.gui.theme import apply_theme, colour
from curator.gui.widgets.wave import draw_wave


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [0.5, 7, 40])
def test_it_runs_along_the_foot(qapp: QApplication, scheme: str, width: float) -> None:
    apply_theme(qapp, scheme)
    picture = QImage(60, 20, QImage.Format.Format_RGB32)
    picture.fill(colour("panel"))
    painter = QPainter(picture)
    draw_wave(painter, QRectF(5, 0, width, 15))
    painter.end()
    ground = colour("panel").name()
    inked = {
        (x, y) for x in range(60) for y in range(20) if picture.pixelColor(x, y).name() != ground
    }
    assert inked
    assert all(3 <= x <= 6 + width and 11 <= y <= 16 for x, y in inked)
    apply_theme(qapp, "light")
