"""The watchdog sees a window that stands still, and lets one pass that does not."""

import time

from pytestqt.qtbot import QtBot

from tests.bench.watchdog import Watchdog


def still_for(seconds: float) -> None:
    """Keep the thread of the window busy."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def test_it_counts_each_time_that_the_window_stands_still(qtbot: QtBot) -> None:
    dog = Watchdog(limit=0.2)
    dog.begin()
    qtbot.wait(20)
    still_for(0.5)
    qtbot.wait(20)
    dog.end()
    longest = max(dog.stalls)
    assert longest[0] >= 0.4
    assert "ms at" in dog.words()


def test_a_window_that_answers_is_no_stall(qtbot: QtBot) -> None:
    dog = Watchdog(limit=30)
    dog.begin()
    qtbot.wait(50)
    dog.end()
    assert dog.stalls == []
    assert dog.words() == ""
