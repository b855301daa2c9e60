"""The scrolled page around a widget, and how a part of the widget comes into view there."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget


def area_around(widget: QWidget) -> QScrollArea | None:
    """The scrolled page that a widget stands in, or None."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def show_in_page(table: QAbstractScrollArea, cell: QRect) -> None:
    """Scroll the page until `cell`, a part of the viewport of a table, can be seen with some room
    around it."""
    area = area_around(table)
    inside = area.widget() if area else None
    if area and inside and inside.isAncestorOf(table):
        place = QRect(table.viewport().mapTo(inside, cell.topLeft()), cell.size())
        margin = min(place.height(), area.viewport().height()) // 2 + 8
        area.ensureVisible(place.center().x(), place.center().y(), 8, margin)
