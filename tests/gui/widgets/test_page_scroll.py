"""A page scrolls to the part of a widget that somebody was led to."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.widgets.page_scroll import area_around, show_in_page


def test_the_page_comes_to_a_cell_far_below(qtbot: QtBot) -> None:
    area, page, table = QScrollArea(), QWidget(), QTableView()
    qtbot.addWidget(area)
    layout = QVBoxLayout(page)
    layout.addSpacing(900)
    layout.addWidget(table)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(300, 200)
    area.show()
    assert area_around(table) is area
    show_in_page(table, QRect(0, 0, 40, 20))
    assert area.verticalScrollBar().value() > 600


def test_a_widget_on_no_page_stays_where_it_is(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    show_in_page(table, QRect(0, 0, 40, 20))
    assert area_around(table) is None
