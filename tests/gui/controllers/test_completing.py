"""The box offers what the library has, while it is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.screen import Screen, part_of


@pytest.fixture
def box(screen: Screen, qtbot: QtBot) -> QLineEdit:
    box = screen.part(QLineEdit, "searchBox")
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    return box


def popup(box: QLineEdit) -> QAbstractItemView:
    """The list below the box."""
    view = part_of(box, QCompleter, "").popup()
    assert isinstance(view, QAbstractItemView)
    return view


def offered(box: QLineEdit) -> list[str]:
    """What is offered now."""
    if not popup(box).isVisible():
        return []
    model = popup(box).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("th", ["theme:"]),
        ("land su", ["summary:"]),
        ("review:", ["to do", "in work", "done", "second look"]),
        ("kind:con", ["concern"]),
        ("-has:fin", ["findings"]),
        ("theme:en", ["Energy", "energy"]),
        ("keyword:", ["ferries", "batteries", "charging", "ports"]),
        ("type:", ["news"]),
        ("category:tech", ["technology"]),
        ("layout:", ["A", "B"]),
        ("date:2025", ["2025-05"]),
        ("date:2024-08..", ["2025-05", "2024-08"]),
    ],
)
def test_what_can_be_taken_is_offered(
    box: QLineEdit, qtbot: QtBot, typed: str, offers: list[str]
) -> None:
    qtbot.keyClicks(box, typed)
    qtbot.waitUntil(lambda: sorted(offered(box)) == sorted(offers))


@pytest.mark.parametrize("typed", ["t", "title:harb", "theme:nothing", "robots ", "key:0f"])
def test_nothing_is_offered_where_nothing_is_known(
    box: QLineEdit, screen: Screen, qtbot: QtBot, typed: str
) -> None:
    qtbot.keyClicks(box, typed)
    qtbot.keyClicks(box, " ")
    assert offered(box) == []


def test_a_question_is_made_without_typing_it_out(
    box: QLineEdit, screen: Screen, qtbot: QtBot
) -> None:
    qtbot.keyClicks(box, "th")
    qtbot.keyClick(popup(box), Qt.Key.Key_Down)
    qtbot.keyClick(popup(box), Qt.Key.Key_Tab)
    assert box.text() == "theme:"
    qtbot.waitUntil(lambda: len(offered(box)) == 3)
    qtbot.keyClicks(box, "ship")
    qtbot.waitUntil(lambda: offered(box) == ["Shipping"])
    qtbot.keyClick(popup(box), Qt.Key.Key_Down)
    qtbot.keyClick(popup(box), Qt.Key.Key_Return)
    assert box.text() == "theme:Shipping "
    qtbot.waitUntil(lambda: screen.titles() == ["Harbours Learn to Charge Ships"])


def test_the_list_stays_while_a_question_can_not_be_meant(
    box: QLineEdit, screen: Screen, qtbot: QtBot
) -> None:
    qtbot.keyClicks(box, "theme:shipping")
    qtbot.waitUntil(lambda: screen.titles() == ["Harbours Learn to Charge Ships"])
    qtbot.keyClicks(box, " review:dno")
    qtbot.waitUntil(lambda: "can’t be “dno”" in box.accessibleDescription())
    assert screen.titles() == ["Harbours Learn to Charge Ships"]
    assert screen.label("shownCount") == "1 of 2 shown"
