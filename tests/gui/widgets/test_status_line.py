"""The foot of the window says what was done last, and in which library."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from curator.gui.widgets.status_line import StatusLine
from tests.gui.screen import Screen


def test_it_names_the_library_whatever_it_is_called(qtbot: QtBot, screen: Screen) -> None:
    assert screen.label("libraryName") == "library.curator"
    library = screen.window.library()
    line = StatusLine(library.with_name("\u202e<b>.curator"))
    qtbot.addWidget(line)
    name = line.findChild(QLabel, "libraryName")
    assert isinstance(name, QLabel)
    assert name.text() == "‹RLO›<b>.curator"
    assert str(library.parent) in name.toolTip()


def test_what_was_said_last_is_old_news_after_the_next_edit(screen: Screen) -> None:
    screen.choose(1)
    screen.type_cell("themesTable", 0, 0, "Power")
    screen.trigger("edit.undo")
    assert screen.label("statusLine").startswith("Undone: ")
    screen.type_cell("themesTable", 0, 0, "Electricity")
    assert screen.label("statusLine") == ""
