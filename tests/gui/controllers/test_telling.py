"""What is said to the window is shown in it, each thing in its place."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.crash_dialog import CrashDialog
from curator.gui.main_window import MainWindow
from curator.gui.messages import Crash, Notice
from curator.gui.session import Session
from tests.gui.screen import Screen


def test_what_was_said_before_there_was_a_window_is_told_in_it(
    session: Session, qtbot: QtBot
) -> None:
    session.messages.notify(Notice("The settings can’t be read.", lasting=True))
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    assert Screen(window, qtbot).notice() == "The settings can’t be read."
    window.close()


def test_the_window_says_since_when_all_is_saved(screen: Screen) -> None:
    assert screen.label("saveState").startswith("Saved ")
    assert screen.part(QWidget, "saveState").toolTip().startswith("Each edit is in the library")


def test_a_mistake_of_the_program_opens_one_window_for_all(session: Session, qtbot: QtBot) -> None:
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    for number in ("first", "second"):
        session.messages.crashed.emit(Crash(f"{number} mistake", f"trace {number}"))
    dialogs = [d for d in window.findChildren(CrashDialog) if d.isVisible()]
    assert len(dialogs) == 1
    assert "first mistake" in dialogs[0].report()
    assert "second mistake" in dialogs[0].report()
    dialogs[0].accept()
    session.messages.crashed.emit(Crash("first mistake", "trace first", is_new=False))
    assert not [d for d in window.findChildren(CrashDialog) if d.isVisible()]
    window.close()


def test_where_there_is_no_notice_its_key_says_so(screen: Screen) -> None:
    screen.trigger("view.notice")
    assert screen.label("statusLine") == "There is no notice."
