"""What another process writes to the library is seen."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from curator.gui.controllers.ensemble import Ensemble
from tests.digests import KEY_B
from tests.gui.screen import Screen


def test_an_edit_of_the_command_line_is_seen_when_the_window_comes_to_the_front(
    screen: Screen, library: Path, repository: Path
) -> None:
    command = [sys.executable, "-m", "curator", "set", KEY_B, "title", "By wire"]
    subprocess.run(
        [*command, "--library", str(library)], check=True, capture_output=True, cwd=repository
    )
    QApplication.sendEvent(screen.window, QEvent(QEvent.Type.WindowActivate))
    screen.qtbot.waitUntil(lambda: screen.title() == "By wire")
    assert screen.titles()[0] == "By wire"
    assert screen.action("edit.undo").text().startswith("Undo: ")


def test_own_edits_are_no_change_outside(screen: Screen) -> None:
    told: list[bool] = []
    watching = screen.part(Ensemble, "controllers").watching
    watching.changed_elsewhere.connect(lambda: told.append(True))
    screen.type_cell("themesTable", 0, 0, "Sea power")
    watching.look()
    assert told == []
