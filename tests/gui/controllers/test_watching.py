"""What another process writes to the library is seen."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QTextEdit

from curator.gui.controllers.ensemble import Ensemble
from curator.workspace import reading
from curator.workspace.editing import set_signal_field
from curator.workspace.rows import add_signal
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B
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


@pytest.mark.parametrize("where", ["a row", "a new row", "the title"])
def test_what_is_being_typed_survives_an_edit_of_another_process(
    screen: Screen, library: Path, where: str
) -> None:
    screen.choose(1)
    begin_typing(screen, where)
    editor = screen.window.focusWidget()
    screen.qtbot.keyClicks(editor, "Sails")
    elsewhere = Workspace.open(library, create=False)
    digest = reading.digest_by_key(elsewhere, KEY_A)
    rows = reading.whole(elsewhere, digest.id).signals
    elsewhere.do(set_signal_field, rows[1].id, "name", "Plugs")
    elsewhere.do(add_signal, digest.id, "signal", after_id=0, name="Wires")
    elsewhere.close()
    screen.part(Ensemble, "controllers").watching.look()
    assert screen.cells("signalsTable")[-2:] == ["Plugs", "Wires"]
    assert screen.window.focusWidget() is editor
    screen.qtbot.keyClicks(editor, " up")
    screen.qtbot.keyClick(editor, Qt.Key.Key_Return)
    told = [*screen.cells("signalsTable"), screen.title()]
    assert any("Sails up" in text for text in told)


def begin_typing(screen: Screen, where: str) -> None:
    if where == "the title":
        screen.part(QTextEdit, "titleEdit").setFocus()
        return
    table = screen.put_cursor("signalsTable", 0)
    if where == "a row":
        screen.qtbot.keyClick(table, Qt.Key.Key_F2)
    else:
        screen.trigger("signal.add")


def test_own_edits_are_no_change_outside(screen: Screen) -> None:
    told: list[bool] = []
    watching = screen.part(Ensemble, "controllers").watching
    watching.changed_elsewhere.connect(lambda: told.append(True))
    screen.type_cell("themesTable", 0, 0, "Sea power")
    watching.look()
    assert told == []
