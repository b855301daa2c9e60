"""Other libraries, and a copy of this one."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from curator.settings import load_settings, save_settings
from tests.gui.screen import Screen


def test_a_picked_library_is_asked_for(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[Path] = []
    screen.window.library_requested.disconnect()
    screen.window.library_requested.connect(asked.append)
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
    asked: list[Path] = []
    screen.window.library_requested.disconnect()
    screen.window.library_requested.connect(asked.append)
    menu.actions()[0].trigger()
    assert asked == [other]


def test_a_backup_is_made_and_told(screen: Screen, library: Path) -> None:
    screen.trigger("file.backup")
    screen.wait_for_notice("verified copy")
    assert len(list((library.parent / "backups").iterdir())) == 1
