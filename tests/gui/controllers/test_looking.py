"""Schemes, panes, panels and sheets, all by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.dialogs.about_dialog import AboutDialog
from curator.gui.dialogs.keys_dialog import KeysDialog
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.gui.dialogs.search_help_dialog import SearchHelpDialog
from curator.gui.theme import current_scheme
from curator.logbook import log_path, note
from curator.settings import load_settings
from tests.gui.screen import Screen


def test_a_scheme_is_put_on_and_remembered(screen: Screen) -> None:
    screen.trigger("view.dark")
    assert current_scheme() == "dark"
    assert load_settings()[0].colour_scheme == "dark"
    screen.trigger("view.light")
    assert current_scheme() == "light"
    screen.trigger("view.system")
    assert screen.action("view.system").isChecked()
    assert not screen.action("view.light").isChecked()


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("view.sidebar", "sidebar"),
        ("view.list", "digestList"),
        ("view.signals", "signalsTable"),
        ("view.closest", "closestTable"),
        ("view.title", "titleEdit"),
        ("view.themes", "themesTable"),
        ("view.keywords", "keywordsTable"),
        ("view.panel", "previewBrowser"),
    ],
)
def test_each_pane_is_one_key_away(screen: Screen, id_: str, name: str) -> None:
    screen.trigger(id_)
    screen.qtbot.waitUntil(screen.part(QWidget, name).hasFocus)


@pytest.mark.parametrize(
    ("name", "place"), [("preview", 0), ("history", 1), ("findings", 2), ("source", 3)]
)
def test_each_page_of_the_side_panel_is_one_key_away(screen: Screen, name: str, place: int) -> None:
    screen.trigger(f"view.{name}")
    assert screen.part(QTabWidget, "sidePanel").currentIndex() == place


def test_the_side_panel_can_be_put_away(screen: Screen) -> None:
    panel = screen.part(QTabWidget, "sidePanel")
    screen.trigger("view.side_panel")
    assert not panel.isVisible()
    screen.trigger("view.history")
    assert panel.isVisible()


def test_the_notice_is_one_key_away_and_never_takes_the_focus_itself(screen: Screen) -> None:
    view = screen.part(QListView, "digestList")
    view.setFocus()
    height = view.mapTo(screen.window, QPoint()).y()
    screen.trigger("digest.trash")
    assert screen.notice()
    verb = screen.part(QPushButton, "noticeVerb")
    assert view.hasFocus()
    assert verb.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert view.mapTo(screen.window, QPoint()).y() == height
    screen.trigger("view.notice")
    screen.qtbot.waitUntil(verb.hasFocus)
    screen.qtbot.keyClick(verb, Qt.Key.Key_Escape)
    assert not screen.notice()
    assert len(screen.titles()) == 1


def test_the_sheets_of_help_open(screen: Screen, library: object) -> None:
    screen.trigger("help.keys")
    screen.dialog(KeysDialog).close()
    screen.trigger("help.search")
    screen.dialog(SearchHelpDialog).close()
    screen.trigger("help.about")
    about = screen.dialog(AboutDialog)
    assert str(library) in about.text()
    about.close()


def test_the_log_can_be_read_and_copied(screen: Screen) -> None:
    screen.trigger("help.log")
    empty = screen.dialog(ReportDialog)
    assert str(log_path()) in empty.text()
    empty.accept()
    note("Curator starts.")
    screen.trigger("help.log")
    assert "Curator starts." in screen.dialog(ReportDialog).text()


def test_a_side_panel_that_was_opened_stays_open_in_a_narrow_window(
    qtbot: QtBot, library: Path
) -> None:
    shown = []
    for start in range(2):
        window = open_window(library)
        qtbot.addWidget(window)
        screen = Screen(window, qtbot)
        window.resize(900, 600)
        panel = screen.part(QTabWidget, "sidePanel")
        qtbot.waitUntil(panel.isVisible if start else panel.isHidden)
        if not start:
            screen.trigger("view.side_panel")
        shown.append(panel.isVisible())
        window.close()
    assert shown == [True, True]
