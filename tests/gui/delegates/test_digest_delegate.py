"""Cards: one height, readable days, a state that needs no colour."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from curator.domain.listing import DigestCard
from curator.domain.review import REVIEWS
from curator.gui.delegates.digest_delegate import (
    HEIGHT,
    DigestDelegate,
    day_in_words,
    paint_state,
)
from curator.gui.models.digest_list import DigestList
from curator.gui.theme import colour
from tests.gui.desk import Desk

CARD = DigestCard(1, "k", "Ukraine's Fury Robot in Combat", "2024-08-18", "to do", 6, ("War",))
LONG = "Ukraine Bets on Land Robots for Defense and Seeks Investment in Domestic Arms Industry"


def painted(qtbot: QtBot, *cards: DigestCard, width: int = 300) -> QImage:
    """The list as it looks, without a current line."""
    view = QListView()
    qtbot.addWidget(view)
    model = DigestList(
        lambda ids: [replace(card, id=n) for n, card in zip(ids, cards, strict=True)]
    )
    model.setParent(view)
    model.refresh(range(1, len(cards) + 1))
    view.setModel(model)
    delegate = DigestDelegate(view)
    view.setItemDelegate(delegate)
    view.resize(width, HEIGHT * len(cards) + 2)
    view.show()
    return view.viewport().grab().toImage()


def inks(picture: QImage) -> set[str]:
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name() for x, y in points}


@pytest.mark.parametrize(
    ("date", "words"),
    [("2024-08-18", "18 Aug 2024"), ("1535.0", "1535.0"), ("20290911", "20290911"), ("", "")],
)
def test_days_are_written_as_people_do(date: str, words: str) -> None:
    assert day_in_words(date) == words


def test_all_cards_have_one_height(desk: Desk) -> None:
    model = DigestList(lambda ids: [replace(CARD, id=n, title=LONG * (n - 1)) for n in ids])
    model.refresh([1, 2])
    hints = {
        DigestDelegate().sizeHint(QStyleOptionViewItem(), model.index(row)).height()
        for row in (0, 1)
    }
    assert hints == {HEIGHT}


@pytest.mark.parametrize("title", [CARD.title, LONG, "Donaudampfschifffahrt" * 9, ""])
@pytest.mark.parametrize("width", [180, 300])
def test_a_card_stays_inside_its_margins(desk: Desk, qtbot: QtBot, title: str, width: int) -> None:
    card = replace(CARD, title=title, themes=("International relations",) * 9, review="second look")
    picture = painted(qtbot, card, width=width)
    panel = colour("panel").name()
    sides = [picture.copy(0, 0, 14, HEIGHT - 1), picture.copy(width - 15, 0, 14, HEIGHT - 1)]
    assert [inks(side) for side in sides] == [{panel}, {panel}]
    assert inks(picture.copy(0, HEIGHT - 9, width - 4, 8)) == {panel}
    assert len(inks(picture)) > 3


def test_a_conflict_is_told_in_the_colour_of_danger(desk: Desk, qtbot: QtBot) -> None:
    danger = colour("danger").name()
    assert danger in inks(painted(qtbot, replace(CARD, conflict=True)))
    assert danger not in inks(painted(qtbot, CARD))


def test_a_digest_that_is_gone_is_an_empty_line(desk: Desk, qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = DigestList(lambda ids: [replace(CARD, id=n) for n in ids if n > 1])
    model.refresh([1])
    view.setModel(model)
    delegate = DigestDelegate(view)
    view.setItemDelegate(delegate)
    view.resize(300, HEIGHT + 2)
    view.show()
    assert inks(view.viewport().grab().toImage().copy(0, 0, 280, HEIGHT - 1)) == {
        colour("panel").name()
    }


def test_states_differ_in_shape_and_not_only_in_colour(desk: Desk) -> None:
    shapes = set()
    for review in REVIEWS:
        picture = QImage(12, 12, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_state(painter, QRectF(1, 1, 10, 10), review)
        painter.end()
        points = [(x, y) for y in range(12) for x in range(12)]
        shapes.add(tuple(picture.pixelColor(x, y).alpha() > 127 for x, y in points))
    assert len(shapes) == len(REVIEWS)
