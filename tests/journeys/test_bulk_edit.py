"""Find all signals whose force mentions a word, correct them in one step, undo, export."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.signal import Signal
from curator.gui.application import open_window
from curator.gui.dialogs.bulk_dialog import BulkDialog
from curator.gui.widgets.search_box import SearchBox
from curator.workspace.exporting import export
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.digests import LAYOUT_A
from tests.gui.screen import Screen, part_of

DIGESTS = 40


def filled(path: Path, folder: Path) -> None:
    """A library of digests, every second of which has the word in a force."""
    folder.mkdir()
    for number in range(DIGESTS):
        text = LAYOUT_A.replace("Harbours Learn", f"Harbours {number} Learn")
        if number % 2:
            text = text.replace("Air quality law", "Air qualty law")
        (folder / f"digest{number:02}.md").write_text(text, encoding="utf-8")
    workspace = Workspace.open(path)
    import_paths(workspace, [folder])
    workspace.close()


def exported(path: Path, folder: Path) -> dict[str, bytes]:
    workspace = Workspace.open(path, create=False)
    export(workspace, folder)
    workspace.close()
    return {file.name: file.read_bytes() for file in folder.glob("*.md")}


def correct(screen: Screen) -> None:
    """Search for the word in forces, and replace it in what is found."""
    screen.part(SearchBox, "searchBox").setText("force:qualty")
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == DIGESTS // 2, timeout=10_000)
    screen.trigger("edit.replace")
    dialog = screen.dialog(BulkDialog)
    assert "20 digests of the search “force:qualty”" in part_of(dialog, QLabel, "bulkScope").text()
    for name in Signal.TEXT_FIELDS:
        part_of(dialog, QCheckBox, f"field.{name}").setChecked(name == "driving_force")
    part_of(dialog, QCheckBox, "bulk.word").setChecked(True)
    part_of(dialog, QLineEdit, "bulkFind").setText("qualty")
    part_of(dialog, QLineEdit, "bulkBy").setText("quality")
    go = part_of(dialog, QPushButton, "bulkGo")
    screen.qtbot.waitUntil(
        lambda: go.isEnabled() and go.text() == "Replace in 20 rows", timeout=10_000
    )
    go.click()
    screen.wait_for_notice("Done: 20 changes in 20 rows of 20 digests.")


def test_signals_are_corrected_in_one_step_and_come_back_byte_for_byte(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "watch.curator"
    filled(path, tmp_path / "in")
    came = {file.name: file.read_bytes() for file in (tmp_path / "in").glob("*.md")}
    assert exported(path, tmp_path / "before") == came

    window = open_window(path)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    screen = Screen(window, qtbot)
    correct(screen)
    qtbot.waitUntil(lambda: screen.titles() == [], timeout=10_000)
    label = "Replace “qualty” by “quality” in 20 rows"
    assert label in screen.action("edit.undo").text()
    window.close()
    corrected = exported(path, tmp_path / "corrected")
    right = {name: text.replace(b"Air qualty", b"Air quality") for name, text in came.items()}
    changed = {name for name, text in corrected.items() if text != came[name]}
    assert len(changed) == DIGESTS // 2
    assert {name: b"quality law" in text for name, text in corrected.items()} == dict.fromkeys(
        right, True
    )

    again = open_window(path)
    qtbot.addWidget(again)
    Screen(again, qtbot).trigger("edit.undo")
    again.close()
    assert exported(path, tmp_path / "after") == came
