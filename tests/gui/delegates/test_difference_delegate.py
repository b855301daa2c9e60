"""A line of a preview shows what differs, and marks it by more than a colour."""

import pytest
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from curator.gui.delegates.difference_delegate import DifferenceDelegate, near_difference
from curator.gui.theme import colour
from curator.gui.widgets.roles import SPANS_ROLE


def painted(text: str, spans: object, *, comes: bool, selected: bool = False) -> QImage:
    """One cell as it is painted."""
    model = QStandardItemModel()
    item = QStandardItem(text)
    item.setData(spans, SPANS_ROLE)
    model.appendRow(item)
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(colour("panel"))
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    option.state = QStyle.StateFlag.State_Enabled
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    painter = QPainter(image)
    DifferenceDelegate(comes=comes).paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize(("comes", "soft"), [(True, "accent_soft"), (False, "danger_soft")])
def test_a_difference_is_marked(qtbot: QtBot, comes: bool, soft: str) -> None:
    plain = painted("low price", (), comes=comes)
    marked = painted("low price", ((4, 9),), comes=comes)
    assert colour(soft).name() in colours(marked)
    assert colour(soft).name() not in colours(plain)


def test_a_selected_row_is_seen(qtbot: QtBot) -> None:
    assert colour("accent_soft").name() in colours(painted("", (), comes=False, selected=True))


def test_a_long_text_begins_near_its_difference(qtbot: QtBot) -> None:
    text = "word " * 100 + "teh end"
    start = text.index("teh")
    shown, spans = near_difference(text, ((start, start + 3),), 200)
    assert shown.startswith("…")
    assert [shown[a:b] for a, b in spans] == ["teh"]
    assert near_difference("teh end", ((0, 3),), 200) == ("teh end", ((0, 3),))
    assert near_difference("nothing", (), 200) == ("nothing", ())
