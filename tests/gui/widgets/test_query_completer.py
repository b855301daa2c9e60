"""The list below the search box: what it shows, and that it opens only where somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from curator.domain.query_completion import Offer
from curator.gui.theme import colour
from curator.gui.widgets.query_completer import QueryCompleter

OFFERS = (Offer("energy", "1,041", "energy"), Offer("AI policy", "7", '"AI policy"'))


@pytest.fixture
def box(qtbot: QtBot) -> QLineEdit:
    box = QLineEdit()
    qtbot.addWidget(box)
    box.resize(300, 30)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    return box


def lines(completer: QueryCompleter) -> QAbstractItemView:
    view = completer.popup()
    assert isinstance(view, QAbstractItemView)
    return view


def key(name: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, name, Qt.KeyboardModifier.NoModifier)


def test_it_takes_keys_only_where_something_was_chosen(qtbot: QtBot, box: QLineEdit) -> None:
    completer = QueryCompleter(box)
    assert not completer.wants(key(Qt.Key.Key_Escape))
    completer.offer(OFFERS)
    assert completer.is_open()
    assert completer.wants(key(Qt.Key.Key_Escape))
    assert not completer.has_choice()
    assert not completer.wants(key(Qt.Key.Key_Return))
    qtbot.keyClick(lines(completer), Qt.Key.Key_Down)
    assert completer.has_choice()
    assert completer.wants(key(Qt.Key.Key_Tab))
    assert not completer.wants(key(Qt.Key.Key_A))
    with qtbot.waitSignal(completer.taken) as told:
        qtbot.keyClick(lines(completer), Qt.Key.Key_Return)
    assert told.args == [OFFERS[0]]
    completer.offer(OFFERS)
    completer.close()
    assert not completer.is_open()


def test_a_click_takes_a_line(qtbot: QtBot, box: QLineEdit) -> None:
    completer = QueryCompleter(box)
    completer.offer(OFFERS)
    view = lines(completer)
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(completer.taken) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [OFFERS[1]]


def test_it_stays_closed_where_nobody_types(qtbot: QtBot, box: QLineEdit) -> None:
    completer = QueryCompleter(box)
    box.clearFocus()
    completer.offer(OFFERS)
    assert not completer.is_open()


def test_each_line_says_how_much_it_is_used(qtbot: QtBot, box: QLineEdit) -> None:
    completer = QueryCompleter(box)
    completer.offer(OFFERS)
    view = lines(completer)
    QAbstractItemModelTester(view.model())
    line = view.viewport().grab(view.visualRect(view.model().index(0, 0))).toImage()
    right = range(line.width() - 40, line.width())
    inks = {line.pixelColor(x, y).name() for x in right for y in range(line.height())}
    assert colour("muted").name() in inks
