"""A value of a facet as it is painted: told by sign and colour, with room for all of it."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from curator.domain.facets import FacetValue, Pick
from curator.gui.delegates.facet_delegate import (
    ROW_HEIGHT,
    FacetDelegate,
    count_rect,
    exclude_rect,
)
from curator.gui.models.facet_values import FacetValues
from curator.gui.theme import apply_theme, colour

ROW = QRect(0, 0, 200, ROW_HEIGHT)


@pytest.fixture
def values(qtbot: QtBot, qapp: QApplication) -> FacetValues:
    apply_theme(qapp, "light")
    values = FacetValues("theme")
    many = FacetValue("Künstliche Intelligenz in der öffentlichen Verwaltung", 123_456)
    values.show_values((many, FacetValue("law", 1)), "digest")
    return values


def painted(values: FacetValues, row: int = 0, state: QStyle.StateFlag | None = None) -> QImage:
    image = QImage(ROW.size(), QImage.Format.Format_RGB32)
    image.fill(colour("sidebar"))
    option = QStyleOptionViewItem()
    option.rect = ROW
    if state is not None:
        option.state |= state
    painter = QPainter(image)
    FacetDelegate().paint(painter, option, values.index(row))
    painter.end()
    return image


def test_every_row_has_the_same_height(values: FacetValues) -> None:
    size = FacetDelegate().sizeHint(QStyleOptionViewItem(), values.index(1))
    assert size == QSize(0, ROW_HEIGHT)


@pytest.mark.parametrize(("excluded", "ground"), [(False, "accent_soft"), (True, "danger_soft")])
def test_what_is_picked_has_a_ground_and_a_sign(
    values: FacetValues, excluded: bool, ground: str
) -> None:
    plain = painted(values, 1)
    values.show_picks([Pick("theme", "law", excluded=excluded)])
    picked = painted(values, 1)
    assert picked.pixelColor(100, 4) == colour(ground)
    sign = QRect(8, 0, 24, ROW_HEIGHT)
    assert picked.copy(sign) != plain.copy(sign)


def test_the_sign_to_exclude_comes_up_under_the_pointer_and_the_focus(values: FacetValues) -> None:
    place = exclude_rect(ROW, values.index(1))
    plain = painted(values, 1).copy(place)
    assert painted(values, 1, QStyle.StateFlag.State_MouseOver).copy(place) != plain
    assert painted(values, 1, QStyle.StateFlag.State_HasFocus).copy(place) != plain


def test_the_count_stands_at_the_right_and_fades_while_it_is_old(values: FacetValues) -> None:
    place = count_rect(ROW, values.index(0))
    assert 150 < place.right() < ROW.right()
    assert not place.intersects(exclude_rect(ROW, values.index(0)))
    before = painted(values).copy(place)
    values.fade()
    assert painted(values).copy(place) != before
