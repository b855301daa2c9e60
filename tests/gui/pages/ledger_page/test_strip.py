"""The strip says how the table stands, and changes it by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from curator.gui.pages.ledger_page.strip import GROUP_WORDS
from tests.gui.ledger import Ledger
from tests.gui.screen import Screen


@pytest.fixture
def ledger(screen: Screen) -> Ledger:
    return Ledger(screen)


def menu(ledger: Ledger, name: str) -> QMenu:
    found = ledger.screen.part(QToolButton, name).menu()
    assert isinstance(found, QMenu)
    return found


def words(ledger: Ledger, name: str) -> list[str]:
    return [action.text() for action in menu(ledger, name).actions() if action.text()]


def test_groups_are_chosen_from_a_menu_that_a_key_opens(ledger: Ledger, qtbot: QtBot) -> None:
    ledger.screen.trigger("ledger.group")
    groups = menu(ledger, "groupButton")
    assert groups.isVisible()
    assert words(ledger, "groupButton") == list(GROUP_WORDS.values())
    groups.actions()[-1].trigger()
    groups.close()
    ledger.wait_until_first("2025-05")
    button = ledger.screen.part(QToolButton, "groupButton")
    assert button.accessibleName() == "Group by: Month"
    assert [action.text() for action in groups.actions() if action.isChecked()] == ["Month"]


def test_columns_are_chosen_from_a_menu_that_a_key_opens(ledger: Ledger) -> None:
    ledger.go(0, "change")
    ledger.screen.trigger("ledger.columns")
    columns = menu(ledger, "columnsButton")
    assert words(ledger, "columnsButton")[0] == "Sort by change, upwards"
    next(action for action in columns.actions() if action.text() == "Themes").trigger()
    columns.close()
    assert ledger.model.names.index("themes") in ledger.table.shown_columns()


def test_the_height_of_rows_is_chosen_from_a_menu(ledger: Ledger) -> None:
    menu(ledger, "linesButton").actions()[0].trigger()
    assert ledger.table.lines() == 1
    assert ledger.screen.part(QToolButton, "linesButton").accessibleName().endswith("1 line")


def test_the_digest_beside_is_shown_by_a_button(ledger: Ledger, qtbot: QtBot) -> None:
    button = ledger.screen.part(QToolButton, "splitButton")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(ledger.page.strip.split_asked):
        button.click()
    assert button.isChecked()
