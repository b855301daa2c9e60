"""Deeds that take long show how far they are and can be stopped; errors are told."""

import pytest
from PySide6.QtWidgets import QPushButton

from curator.domain.errors import Busy
from curator.gui.background import Cancelled, Progress
from curator.gui.controllers.ensemble import Ensemble
from curator.gui.widgets.progress_strip import ProgressStrip
from tests.gui.screen import Screen


@pytest.fixture
def strip(screen: Screen) -> ProgressStrip:
    """The line at the foot of the window."""
    return screen.part(ProgressStrip, "progressStrip")


def test_a_long_deed_shows_a_strip_and_can_be_stopped(screen: Screen, strip: ProgressStrip) -> None:
    done: list[object] = []

    def wait(progress: Progress, cancelled: Cancelled) -> str:
        progress(1, 9, "a file")
        while not cancelled():
            pass
        return "stopped"

    deeds = screen.part(Ensemble, "controllers").long_deeds
    deeds.run("Waiting", wait, done.append, writes=True)
    assert deeds.is_busy()
    screen.qtbot.waitUntil(strip.isVisible, timeout=5_000)
    screen.part(QPushButton, "cancelJob").click()
    screen.qtbot.waitUntil(lambda: done == ["stopped"])
    assert not strip.isVisible()
    assert not deeds.is_busy()


def test_a_short_deed_shows_nothing(screen: Screen, strip: ProgressStrip) -> None:
    done: list[object] = []
    shown: list[bool] = []
    deeds = screen.part(Ensemble, "controllers").long_deeds
    deeds.run("Blinking", lambda _progress, _cancelled: "value", done.append)
    screen.qtbot.waitUntil(lambda: done == ["value"])
    shown.append(strip.isVisible())
    assert shown == [False]


def test_an_error_in_a_long_deed_is_told(screen: Screen) -> None:
    def fail(progress: Progress, cancelled: Cancelled) -> None:
        raise Busy("Somebody else writes.")

    screen.part(Ensemble, "controllers").long_deeds.run("Failing", fail, print)
    screen.wait_for_notice("Somebody else writes.")
