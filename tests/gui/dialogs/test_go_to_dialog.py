"""The dialog asks at each key and goes where Enter or a click says."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from curator.domain.destination import ACTION, DIGEST, Destination
from curator.gui.dialogs.go_to_dialog import GoToDialog
from curator.gui.widgets.plain_label import PlainLabel
from tests.gui.screen import part_of

FERRIES = Destination(DIGEST, "Ferries", 7, "2024-08-18")
EXPORT = Destination(ACTION, "Export …", "file.export", "Ctrl+E")


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[GoToDialog]:
    """The dialog on screen, with the answer to its first question."""
    dialog = GoToDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.show_found([FERRIES, EXPORT])
    yield dialog
    dialog.close()


def words(dialog: GoToDialog) -> QLineEdit:
    """The field."""
    return part_of(dialog, QLineEdit, "goToWords")


def chosen(dialog: GoToDialog) -> list[Destination]:
    """What is chosen from now on."""
    told: list[Destination] = []
    dialog.chosen.connect(told.append)
    return told


def test_each_key_asks_anew(dialog: GoToDialog, qtbot: QtBot) -> None:
    asked: list[str] = []
    dialog.asked.connect(asked.append)
    qtbot.keyClicks(words(dialog), "fe")
    words(dialog).clear()
    assert asked == ["f", "fe", ""]


def test_enter_goes_to_the_line_that_is_chosen(dialog: GoToDialog, qtbot: QtBot) -> None:
    told = chosen(dialog)
    qtbot.keyClick(words(dialog), Qt.Key.Key_Down)
    qtbot.keyClick(words(dialog), Qt.Key.Key_Return)
    assert (told, dialog.isVisible()) == ([EXPORT], False)


def test_a_click_goes(dialog: GoToDialog) -> None:
    told = chosen(dialog)
    found = part_of(dialog, QListWidget, "goToFound")
    place = found.visualItemRect(found.item(0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [FERRIES]


def test_enter_is_kept_until_the_answer_comes_and_forgotten_by_another_key(
    dialog: GoToDialog, qtbot: QtBot
) -> None:
    told = chosen(dialog)
    qtbot.keyClicks(words(dialog), "e")
    qtbot.keyClick(words(dialog), Qt.Key.Key_Return)
    qtbot.keyClicks(words(dialog), "x")
    dialog.show_found([EXPORT, FERRIES])
    assert told == []
    qtbot.keyClicks(words(dialog), "p")
    qtbot.keyClick(words(dialog), Qt.Key.Key_Return)
    dialog.show_found([EXPORT])
    assert told == [EXPORT]


def test_where_nothing_is_found_it_says_so_and_enter_does_nothing(
    dialog: GoToDialog, qtbot: QtBot
) -> None:
    dialog.show_found([])
    notes = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert notes == ["Nothing is called so. Try fewer letters."]
    qtbot.keyClick(words(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_escape_leaves(dialog: GoToDialog, qtbot: QtBot) -> None:
    told = chosen(dialog)
    qtbot.keyClick(words(dialog), Qt.Key.Key_Escape)
    assert (told, dialog.isVisible()) == ([], False)
