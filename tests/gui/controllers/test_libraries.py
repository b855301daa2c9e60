"""Other libraries, and a copy of this one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.dialogs.place_dialog import PlaceDialog
from curator.settings import load_settings, save_settings
from tests.gui.screen import Screen


def test_a_picked_library_is_asked_for(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    asked = screen.libraries_asked_for()
    for id_, name in (("library.open", "old.curator"), ("library.new", "new.curator")):
        screen.trigger(id_)
        picker = screen.dialog(QFileDialog)
        picker.fileSelected.emit(str(tmp_path / name))
        picker.close()
    assert asked == [tmp_path / "old.curator", tmp_path / "new.curator"]


def test_a_new_library_never_replaces_a_file(screen: Screen, library: Path) -> None:
    asked: list[Path] = []
    screen.window.library_requested.connect(asked.append)
    screen.trigger("library.new")
    picker = screen.dialog(QFileDialog)
    picker.fileSelected.emit(str(library))
    picker.close()
    assert "exists already" in screen.notice()
    assert asked == []


def test_lately_used_libraries_are_offered(screen: Screen, tmp_path: Path) -> None:
    other = tmp_path / "other.curator"
    other.touch()
    save_settings(load_settings()[0].with_recent(other).with_recent(tmp_path / "gone.curator"))
    menu = next(m for m in screen.window.findChildren(QMenu) if m.title() == "Recent libraries")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [f"other  ({tmp_path})"]
    asked = screen.libraries_asked_for()
    menu.actions()[0].trigger()
    assert asked == [other]


# --- places that are no good for a library -------------------------------------------------------


@pytest.fixture
def cloud(tmp_path: Path) -> Path:
    """A folder that a service keeps in step with other machines."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    return folder


def pick(screen: Screen, id_: str, path: Path) -> None:
    """Choose a file in the dialog of an action."""
    screen.trigger(id_)
    picker = screen.dialog(QFileDialog)
    picker.fileSelected.emit(str(path))
    picker.close()


@pytest.mark.fault("F19")
@pytest.mark.parametrize("id_", ["library.new", "library.open"])
def test_a_place_with_risks_is_told_before_it_is_used(
    screen: Screen, cloud: Path, id_: str
) -> None:
    asked = screen.libraries_asked_for()
    pick(screen, id_, cloud / "drones.curator")
    dialog = screen.dialog(PlaceDialog)
    assert "Dropbox keeps in step" in screen.label("placeWords")
    assert asked == []
    dialog.accept()
    assert asked == [cloud / "drones.curator"]
    pick(screen, id_, cloud / "drones.curator")  # who knows is not asked again
    assert len(asked) == 2


@pytest.mark.fault("F19")
def test_another_place_can_be_chosen_at_once(screen: Screen, cloud: Path) -> None:
    pick(screen, "library.new", cloud / "drones.curator")
    screen.part(QPushButton, "placeAnother").click()
    assert screen.dialog(QFileDialog).windowTitle() == "New library"
    screen.dialog(QFileDialog).close()


@pytest.mark.fault("F19")
def test_a_library_that_lies_there_already_is_told_of_once(qtbot: QtBot, cloud: Path) -> None:
    told = []
    for _ in range(2):
        window = open_window(cloud / "drones.curator")
        qtbot.addWidget(window)
        told.append(Screen(window, qtbot).notice())
        window.close()
    assert "Dropbox keeps in step" in told[0]
    assert told[1] == ""


def test_the_menu_of_recent_libraries_is_filled_when_it_opens(screen: Screen) -> None:
    menu = next(m for m in screen.window.findChildren(QMenu) if m.title() == "Recent libraries")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["No other library yet"]
