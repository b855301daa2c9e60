"""What is listed: views, searches, and what an empty list says."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.background import LANE_WIDTH, Background
from curator.gui.change_feed import ChangeFeed
from curator.gui.main_window import MainWindow
from curator.gui.messages import Messages
from curator.gui.session import Session
from curator.gui.theme import apply_theme
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.window_state import WindowState
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen
from tests.library.deeds import rewritten


def search(screen: Screen, words: str) -> None:
    """Type into the search box and press Enter."""
    box = screen.part(QLineEdit, "searchBox")
    box.setText(words)
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)


def test_a_view_shows_its_digests_only(screen: Screen) -> None:
    screen.trigger("review.done")
    screen.choose_view(3)
    assert screen.titles() == ["Ferries on Batteries"]
    assert screen.label("shownCount") == "1 of 2 shown"
    screen.choose_view(1)
    assert screen.titles() == ["Harbours Learn to Charge Ships"]


def test_a_search_narrows_the_view_and_escape_takes_it_back(screen: Screen) -> None:
    search(screen, "charging arms")
    assert screen.titles() == ["Harbours Learn to Charge Ships"]
    screen.qtbot.keyClick(screen.part(QLineEdit, "searchBox"), Qt.Key.Key_Escape)
    assert len(screen.titles()) == 2


def test_the_trash_counts_what_lies_in_it(screen: Screen) -> None:
    screen.trigger("digest.trash")
    screen.choose_view(5)
    assert screen.label("shownCount") == "1 of 1 in the trash"


def test_an_empty_result_says_what_hides_the_rows_and_offers_to_clear_it(screen: Screen) -> None:
    search(screen, "submarine")
    empty = _empty(screen)
    assert empty.heading() == "No digest found"
    screen.qtbot.mouseClick(_button(empty, "Clear the search"), Qt.MouseButton.LeftButton)
    assert len(screen.titles()) == 2


def test_an_empty_view_leads_back_to_all_digests(screen: Screen) -> None:
    screen.choose_view(4)
    empty = _empty(screen)
    assert empty.heading() == "Nothing in “Second look”"
    screen.qtbot.mouseClick(_button(empty, "Show all digests"), Qt.MouseButton.LeftButton)
    assert len(screen.titles()) == 2


def test_an_empty_library_says_what_to_do(empty_screen: Screen) -> None:
    empty = _empty(empty_screen)
    assert empty.heading() == "This library is empty"
    words = [button.text() for button in empty.findChildren(QPushButton)]
    assert words == ["Import a folder …", "Add the sample digests", "Open another library …"]
    assert not empty_screen.action("file.export").isEnabled()


def test_the_search_can_be_cleared_from_the_menu(screen: Screen) -> None:
    search(screen, "submarine")
    screen.trigger("edit.clear_search")
    assert len(screen.titles()) == 2


# --- a library so large that its answers may come late -----------------------------------------

FERRIES, HARBOURS = "Ferries on Batteries", "Harbours Learn to Charge Ships"


class Large(Screen):
    """The window on a large library, whose quick lane can be kept busy."""

    def __init__(self, window: MainWindow, qtbot: QtBot, background: Background) -> None:
        super().__init__(window, qtbot)
        self._background = background
        self._gate = Event()

    def hold(self) -> None:
        """Let no answer come until `let_go`."""
        self._gate.clear()
        for _ in range(LANE_WIDTH):
            self._background.run(lambda _progress, _cancelled: self._gate.wait(20), quick=True)

    def let_go(self) -> None:
        self._gate.set()

    def wait_for_titles(self, *titles: str) -> None:
        """Wait until the list shows just these."""
        self.qtbot.waitUntil(lambda: self.titles() == list(titles))


@pytest.fixture
def large(qtbot: QtBot, qapp: QApplication, tmp_path: Path, files: Path) -> Iterator[Large]:
    """A window on a library in which thousands of digests came and went before these two."""
    apply_theme(qapp, "light")
    path = tmp_path / "large.curator"
    Workspace.open(path).close()
    rewritten(path, "INSERT INTO sqlite_sequence (name, seq) VALUES ('digest', 5000)")
    workspace, feed, background = Workspace.open(path, actor="Ada"), ChangeFeed(), Background()
    import_paths(workspace, [files])
    workspace.subscribe(feed.publish)
    state = WindowState(tmp_path / "config")
    window = MainWindow(Session(workspace, feed, Messages(), background, state))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    large = Large(window, qtbot, background)
    large.wait_for_titles(FERRIES, HARBOURS)
    qtbot.waitUntil(lambda: large.title() == FERRIES)  # which is opened once the list was seen
    yield large
    large.let_go()
    window.close()


def test_the_last_list_stays_until_the_new_one_is_there(large: Large) -> None:
    large.hold()
    search(large, "charging arms")
    assert large.titles() == [FERRIES, HARBOURS]
    assert large.label("shownCount") == "2 of 2 shown"
    large.let_go()
    large.wait_for_titles(HARBOURS)
    assert large.label("shownCount") == "1 of 2 shown"
    assert large.title() == HARBOURS


def test_only_what_was_typed_last_is_listed(large: Large) -> None:
    large.hold()
    for words in ("submarine", "nothing at all", "title:ferries"):
        search(large, words)
    large.let_go()
    large.wait_for_titles(FERRIES)
    assert not large.part(EmptyState, "listEmpty").isVisible()


def test_an_edit_is_followed_when_the_answer_comes_late(large: Large) -> None:
    large.choose_view(1)
    large.wait_for_titles(FERRIES, HARBOURS)
    large.choose(0)
    large.hold()
    large.trigger("review.done_next")
    large.trigger("review.done_next")
    large.let_go()
    large.wait_for_titles(HARBOURS)
    large.qtbot.waitUntil(lambda: large.title() == HARBOURS)


def test_what_went_to_the_trash_is_left_when_the_answer_comes_late(large: Large) -> None:
    large.choose(0)
    large.hold()
    large.trigger("digest.trash")
    large.let_go()
    large.wait_for_titles(HARBOURS)
    large.qtbot.waitUntil(lambda: large.title() == HARBOURS)
    large.trigger("edit.undo")
    large.wait_for_titles(FERRIES, HARBOURS)


def test_what_the_list_moved_away_from_is_not_shown_when_the_answer_comes(large: Large) -> None:
    large.choose(1)
    large.hold()
    large.choose_view(5)
    assert large.title() == HARBOURS
    large.let_go()
    large.qtbot.waitUntil(large.part(EmptyState, "listEmpty").isVisible)
    assert large.titles() == []


def test_a_window_can_be_closed_while_an_answer_is_still_to_come(large: Large) -> None:
    large.hold()
    search(large, "charging")
    large.let_go()
    large.window.close()
    assert not large.window.isVisible()


def _empty(screen: Screen) -> EmptyState:
    empty = screen.part(EmptyState, "listEmpty")
    assert empty.isVisible()
    return empty


def _button(empty: EmptyState, words: str) -> QPushButton:
    return next(b for b in empty.findChildren(QPushButton) if b.text() == words)
