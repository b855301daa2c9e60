"""All of the library as another file, from the menu."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton

from curator.gui.controllers.ensemble import Ensemble
from curator.workspace import history
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen


def save(screen: Screen, target: Path) -> None:
    """Choose a name for the copy."""
    screen.trigger("file.save_copy")
    picker = screen.dialog(QFileDialog)
    picker.fileSelected.emit(str(target))
    picker.close()


def test_a_copy_has_everything_and_can_be_opened_at_once(screen: Screen, tmp_path: Path) -> None:
    asked = screen.libraries_asked_for()
    screen.choose(1)
    screen.type_cell("signalsTable", 0, 1, "Nobody burns diesel")
    target = tmp_path / "safe" / "copy.curator"
    target.parent.mkdir()
    save(screen, target)
    screen.wait_for_notice("All of it is in copy.curator now")
    verb = screen.part(QPushButton, "noticeVerb")
    assert verb.text() == "Open it"
    verb.click()
    assert asked == [target]
    copy = Workspace.open(target, create=False)
    (step,) = history.steps(copy, limit=1)
    assert step.label.startswith("Edit change of")
    copy.close()


def test_a_copy_never_takes_the_place_of_a_file(screen: Screen, library: Path) -> None:
    before = library.stat().st_ino
    save(screen, library)
    assert "exists already" in screen.notice()
    assert library.stat().st_ino == before


def test_a_copy_that_finds_no_place_is_told(screen: Screen, library: Path) -> None:
    screen.part(Ensemble, "controllers").copying.save(str(library / "copy.curator"))
    screen.wait_for_notice("takes no new file")
    assert screen.part(QPushButton, "noticeVerb").isHidden()
