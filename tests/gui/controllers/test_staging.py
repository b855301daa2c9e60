"""Digests one by one, or all signals: the window turns from one to the other and back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.pages.side_panel import SidePanel
from curator.gui.widgets.search_box import SearchBox
from tests.gui.ledger import CHARGING, FIRE, Ledger
from tests.gui.screen import Screen

HANDLES = 4  # pixels of the handles between the panes
RETURN = Qt.Key.Key_Return


def widths(screen: Screen) -> list[int]:
    return screen.part(QSplitter, "panes").sizes()


def test_the_ledger_takes_the_room_and_gives_it_back(screen: Screen) -> None:
    before = widths(screen)
    ledger = Ledger(screen)
    assert ledger.table.hasFocus()
    assert not screen.part(DigestPage, "digestPage").isVisible()
    assert not screen.part(SidePanel, "sidePanel").isVisible()
    assert widths(screen)[0] == before[0]
    screen.trigger("view.digests")
    assert screen.part(DigestPage, "digestPage").isVisible()
    assert max(abs(a - b) for a, b in zip(widths(screen), before, strict=True)) <= HANDLES


def test_a_tab_turns_the_page(screen: Screen) -> None:
    screen.part(QTabBar, "pageTabs").setCurrentIndex(1)
    ledger = Ledger(screen)
    assert ledger.page.isVisible()
    screen.part(QTabBar, "pageTabs").setCurrentIndex(0)
    assert not ledger.page.isVisible()


def test_enter_goes_to_the_digest_and_alt_left_comes_back(screen: Screen) -> None:
    ledger = Ledger(screen)
    ledger.go(2, "title")
    ledger.key(RETURN)
    assert not ledger.page.isVisible()
    assert screen.title() == "Harbours Learn to Charge Ships"
    signals = screen.table("signalsTable")
    assert signals.hasFocus()
    assert signals.currentIndex().data() == CHARGING
    screen.trigger("digest.back")
    ledger.wait_for(4)
    assert ledger.page.isVisible()
    screen.qtbot.waitUntil(lambda: ledger.current() == CHARGING)
    assert ledger.table.currentIndex().column() == ledger.model.names.index("title")


def test_a_key_goes_to_the_digest_from_any_cell(screen: Screen) -> None:
    ledger = Ledger(screen)
    ledger.go(2, "driving_force")
    ledger.key(RETURN, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not ledger.page.isVisible()
    assert screen.table("signalsTable").currentIndex().data() == CHARGING


def test_alt_left_shows_the_digest_that_was_left_though_another_stood_beside(
    screen: Screen, qtbot: QtBot
) -> None:
    screen.choose(0)
    left = screen.title()
    ledger = Ledger(screen)
    screen.trigger("view.split")
    ledger.go(2)
    qtbot.waitUntil(lambda: screen.title() == "Harbours Learn to Charge Ships")
    assert left != screen.title()
    screen.trigger("digest.back")
    qtbot.waitUntil(lambda: not ledger.page.isVisible() and screen.title() == left)


def test_clear_all_stays_in_sight_when_the_page_is_turned(screen: Screen, qtbot: QtBot) -> None:
    ledger = Ledger(screen)
    box = screen.part(SearchBox, "searchBox")
    box.setText("batteries or harbours or ships")
    box.search_now()
    chips, clear = screen.part(QWidget, "pickChips"), screen.part(QToolButton, "clearAll")
    qtbot.waitUntil(chips.isVisible)
    screen.trigger("view.digests")
    qtbot.waitUntil(lambda: not ledger.page.isVisible())
    qtbot.waitUntil(lambda: chips.rect().contains(clear.geometry()))
    assert clear.isVisible()


def test_the_digest_of_the_row_stands_beside_and_follows(screen: Screen, qtbot: QtBot) -> None:
    ledger = Ledger(screen)
    screen.trigger("view.split")
    page = screen.part(DigestPage, "digestPage")
    assert page.isVisible()
    ledger.go(2)
    qtbot.waitUntil(lambda: screen.title() == "Harbours Learn to Charge Ships")
    ledger.go(1)
    qtbot.waitUntil(lambda: screen.title() == "Ferries on Batteries")
    assert screen.table("signalsTable").currentIndex().data() == FIRE
    assert ledger.table.hasFocus()
    screen.trigger("ledger.open")
    assert ledger.page.isVisible()
    assert screen.table("signalsTable").hasFocus()
    screen.type_cell("signalsTable", 0, 0, "Smoke")
    assert ledger.names()[1] == "Smoke"
    screen.trigger("view.split")
    assert not page.isVisible()


def test_the_side_panel_comes_when_it_is_asked_for(screen: Screen) -> None:
    Ledger(screen)
    screen.trigger("view.history")
    assert screen.part(SidePanel, "sidePanel").isVisible()
    assert screen.part(DigestPage, "digestPage").isVisible()
    screen.trigger("view.side_panel")
    assert not screen.part(SidePanel, "sidePanel").isVisible()


def test_page_split_and_widths_are_back_after_a_restart(
    passing: Screen, library: Path, qtbot: QtBot
) -> None:
    Ledger(passing)
    passing.trigger("view.split")
    before = widths(passing)
    passing.window.close()
    again = Screen(open_window(library), qtbot)
    ledger = Ledger(again)
    assert ledger.page.isVisible()
    assert again.part(DigestPage, "digestPage").isVisible()
    assert abs(before[1] - before[2]) <= HANDLES
    assert abs(widths(again)[1] - widths(again)[2]) <= HANDLES
    again.trigger("view.digests")
    assert again.titles() == ["Ferries on Batteries", "Harbours Learn to Charge Ships"]


def test_search_and_next_row_lead_into_the_table(screen: Screen, qtbot: QtBot) -> None:
    ledger = Ledger(screen)
    ledger.go(0)
    screen.trigger("digest.next")
    assert ledger.table.currentIndex().row() == 1
    screen.trigger("edit.find")
    qtbot.keyClick(screen.window.focusWidget(), Qt.Key.Key_Down)
    assert ledger.table.hasFocus()
