"""The wavy line below words that can't be meant."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from curator.gui.theme import colour

_STEP, _HEIGHT = 2.0, 2.0


def draw_wave(painter: QPainter, place: QRectF) -> None:
    """A wave along the foot of a place, in the colour of danger."""
    path = QPainterPath(QPointF(place.left(), place.bottom()))
    x, up = place.left(), True
    while x < place.right():
        x = min(x + _STEP, place.right())
        path.lineTo(x, place.bottom() - (_HEIGHT if up else 0))
        up = not up
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("danger"), 1.2))
    painter.drawPath(path)
    painter.restore()
