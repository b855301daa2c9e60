"""Values are chosen and excluded, with mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.facets import FacetValue, Pick
from curator.gui.delegates.facet_delegate import ROW_HEIGHT, exclude_rect
from curator.gui.models.facet_values import FacetValues
from curator.gui.pages.facet_panel.value_list import ValueList
from curator.gui.theme import apply_theme

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def values(qtbot: QtBot, qapp: QApplication) -> ValueList:
    apply_theme(qapp, "light")
    model = FacetValues("theme")
    model.show_values((FacetValue("energy", 3), FacetValue("law", 1)), "digest")
    shown = ValueList(model)
    model.setParent(shown)
    qtbot.addWidget(shown)
    shown.resize(200, 100)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    return shown


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (Qt.Key.Key_Return, NONE, ["law", False, False]),
        (Qt.Key.Key_Space, CTRL, ["law", False, True]),
        (Qt.Key.Key_Return, SHIFT, ["law", True, False]),
        (Qt.Key.Key_Minus, NONE, ["law", True, False]),
    ],
)
def test_keys_choose_and_exclude(
    values: ValueList,
    qtbot: QtBot,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    wanted: list[object],
) -> None:
    qtbot.keyClick(values, Qt.Key.Key_Down)
    with qtbot.waitSignal(values.picked) as told:
        qtbot.keyClick(values, key, held)
    assert told.args == wanted


def test_a_click_chooses_and_on_the_sign_it_excludes(values: ValueList, qtbot: QtBot) -> None:
    index = values.model().index(1, 0)
    row = values.visualRect(index)
    clicks = [
        (row.center() - QPoint(40, 0), NONE, ["law", False, False]),
        (row.center() - QPoint(40, 0), CTRL, ["law", False, True]),
        (exclude_rect(row, index).center(), NONE, ["law", True, False]),
    ]
    for place, held, wanted in clicks:
        with qtbot.waitSignal(values.picked) as told:
            qtbot.mouseClick(values.viewport(), LEFT, held, place)
        assert told.args == wanted


def test_a_click_on_what_is_picked_takes_that_back_wherever_it_is(
    values: ValueList, qtbot: QtBot
) -> None:
    model = values.model()
    assert isinstance(model, FacetValues)
    model.show_picks([Pick("theme", "law")])
    index = model.index(1)
    place = exclude_rect(values.visualRect(index), index).center()
    with qtbot.waitSignal(values.picked) as told:
        qtbot.mouseClick(values.viewport(), LEFT, NONE, place)
    assert told.args == ["law", False, False]


def test_a_click_beside_the_values_picks_nothing(values: ValueList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(values.picked):
        qtbot.mouseClick(values.viewport(), LEFT, NONE, QPoint(50, 90))
        qtbot.mouseClick(
            values.viewport(), Qt.MouseButton.RightButton, NONE, QPoint(50, ROW_HEIGHT // 2)
        )


def test_arrows_at_the_ends_go_on_to_the_neighbours(values: ValueList, qtbot: QtBot) -> None:
    for row, key, step in ((0, Qt.Key.Key_Up, -1), (-1, Qt.Key.Key_Down, 1)):
        values.point_to(row)
        with qtbot.waitSignal(values.stepped) as told:
            qtbot.keyClick(values, key)
        assert told.args == [step]


def test_it_is_as_high_as_its_values(values: ValueList) -> None:
    assert values.sizeHint().height() == values.minimumSizeHint().height() == 2 * ROW_HEIGHT


def test_an_empty_list_picks_nothing(values: ValueList, qtbot: QtBot) -> None:
    model = values.model()
    assert isinstance(model, FacetValues)
    model.show_values((), "digest")
    values.point_to(0)
    with qtbot.assertNotEmitted(values.picked):
        qtbot.keyClick(values, Qt.Key.Key_Return)
