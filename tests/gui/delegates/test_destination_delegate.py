"""A line of *Go to anything* tells its kind by sign and word."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from curator.domain.destination import ACTION, DIGEST, KINDS, THEME, Destination
from curator.gui.delegates.destination_delegate import (
    DESTINATION,
    HEIGHT,
    DestinationDelegate,
    spoken,
)
from curator.gui.theme import apply_theme, colour


@pytest.fixture
def line(qtbot: QtBot, qapp: QApplication) -> QListWidget:
    """A list with one line of each kind."""
    apply_theme(qapp, "light")
    view = QListWidget()
    qtbot.addWidget(view)
    view.setItemDelegate(DestinationDelegate(view))
    view.resize(500, HEIGHT * len(KINDS))
    for kind in KINDS:
        item = QListWidgetItem(kind, view)
        item.setData(DESTINATION, Destination(kind, f"A {kind} with a long name " * 5, 1, "note"))
    return view


def test_lines_are_of_one_height(line: QListWidget) -> None:
    assert {line.sizeHintForRow(row) for row in range(len(KINDS))} == {HEIGHT}


def test_each_kind_is_painted_with_a_sign_of_its_own(line: QListWidget) -> None:
    signs = set()
    picture = line.grab().toImage()
    for row in range(len(KINDS)):
        place = line.visualItemRect(line.item(row)).translated(line.viewport().pos())
        sign = picture.copy(place.left() + 12, place.top(), 16, HEIGHT)
        assert sign.size() == QSize(16, HEIGHT)
        signs.add(bytes(sign.constBits()))
    assert len(signs) == len(KINDS)


def test_the_chosen_line_is_seen(line: QListWidget) -> None:
    line.setCurrentRow(2)
    place = line.visualItemRect(line.item(2)).translated(line.viewport().pos())
    picture = line.grab().toImage()
    assert picture.pixelColor(place.left() + 2, place.top() + 2) == colour("accent_soft")


def test_a_screen_reader_says_name_note_and_kind() -> None:
    digest = Destination(DIGEST, "Ferries", 7, "2024-08-18")
    assert spoken(digest) == "Ferries, 18 Aug 2024 · digest"
    assert spoken(Destination(THEME, "Energy", "Energy", "3 digests")) == (
        "Energy, 3 digests · theme"
    )
    assert spoken(Destination(ACTION, "Close", "file.close")) == "Close, action"
