"""Every view hears of every commit once, on its own thread."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from curator.domain.changes import Change, Changes
from curator.gui.change_feed import ChangeFeed

EDIT = Changes("Change theme", (Change("term", 3, 1),), step_id=7)


def test_an_edit_of_the_window_is_told_at_once(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    heard: list[object] = []
    feed.changed.connect(heard.append)
    feed.publish(EDIT)
    assert heard == [EDIT]


def test_an_import_in_a_worker_is_told_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    heard: list[object] = []

    def hear(changes: Changes) -> None:
        heard.append((changes, QThread.currentThread()))

    feed.changed.connect(hear)
    with ThreadPoolExecutor(1) as lane:
        lane.submit(feed.publish, EDIT).result()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(EDIT, feed.thread())]


def test_many_commits_arrive_in_their_order(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    heard: list[object] = []
    feed.changed.connect(heard.append)
    edits = [Changes(f"Edit {n}", EDIT.items, n) for n in range(50)]
    with ThreadPoolExecutor(1) as lane:
        list(lane.map(feed.publish, edits))
    qtbot.waitUntil(lambda: len(heard) == 50)
    assert heard == edits


def test_nothing_changed_nothing_told(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    heard: list[object] = []
    feed.changed.connect(heard.append)
    feed.publish(Changes("Change theme"))
    assert heard == []
