"""Opening a window: on a library that is there, a new one, a bad one, and with no display."""

import signal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.errors import NotALibrary
from curator.gui.application import (
    has_cursors,
    has_display,
    last_library,
    main,
    named,
    open_window,
)
from curator.gui.handover import Handover
from curator.gui.main_window import MainWindow
from curator.settings import Settings, config_folder, default_library, load_settings, save_settings
from tests.gui.processes import Starts, starts
from tests.gui.screen import Screen

__all__ = ["starts"]  # a fixture


def test_the_window_opens_on_a_library_and_remembers_it(screen: Screen, library: Path) -> None:
    assert screen.window.isVisible()
    assert screen.label("libraryName") == library.name
    assert load_settings()[0].recent_libraries == (str(library),)
    assert last_library() == library


def test_a_library_that_is_not_there_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "mine.curator"
    window = open_window(str(path))
    qtbot.addWidget(window)
    assert path.is_file()
    window.close()


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, this is no library. " * 40, encoding="utf-8")
    with pytest.raises(NotALibrary):
        open_window(path)


def test_damaged_settings_are_told_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.toml").write_text("= no TOML", encoding="utf-8")
    window = open_window(tmp_path / "library.curator")
    qtbot.addWidget(window)
    assert "damaged" in Screen(window, qtbot).notice()
    window.close()


def test_the_named_library_comes_before_the_last_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    last = tmp_path / "last.curator"
    last.touch()
    save_settings(Settings(recent_libraries=(str(tmp_path / "gone.curator"), str(last))))
    assert last_library() == last
    monkeypatch.setenv("CURATOR_LIBRARY", str(tmp_path / "chosen.curator"))
    assert last_library() == default_library() == tmp_path / "chosen.curator"


def test_without_a_display_the_window_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert not has_display()
    assert main([]) == 2
    assert "no display" in capsys.readouterr().err


def test_without_the_cursors_of_x11_the_window_names_the_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("curator.gui.application.XCB_CURSOR", "libnot-here.so.0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert main([]) == 2
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1
    assert "libxcb-cursor0" in lines[0]


def test_other_platforms_need_no_cursors_of_x11(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.gui.application.XCB_CURSOR", "libnot-here.so.0")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_cursors()
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_cursors()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    assert has_cursors()


def test_opening_the_library_on_screen_again_leaves_the_window_as_it_is(
    screen: Screen, library: Path
) -> None:
    screen.window.library_requested.emit(library.parent / "digests" / ".." / library.name)
    assert screen.window.isVisible()
    assert screen.titles()


def test_what_a_command_line_names(library: Path, tmp_path: Path) -> None:
    files = library.parent / "digests"
    plain = tmp_path / "plain"
    plain.write_bytes(library.read_bytes())
    new = tmp_path / "new.curator"
    assert named([]) == (None, [])
    assert named([str(new)]) == (new, [])
    assert named([str(files)]) == (None, [files])
    assert named([str(files), str(plain)]) == (plain, [files])
    folder = tmp_path / "folder.curator"
    folder.mkdir()
    assert named([str(folder)]) == (None, [folder])


def test_paths_are_made_whole_where_they_are_named(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.parent)
    assert named([library.name, "digests"]) == (library, [library.parent / "digests"])


@pytest.mark.parametrize("names", [["--help"], ["a.curator", "b.curator"], ["not-here.md"]])
def test_wrong_arguments_end_with_one_line(
    names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(names) == 2
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1
    assert "usage: curator-window" in said


def test_a_later_start_finds_the_window_by_the_library_that_it_shows_now(
    screen: Screen, qtbot: QtBot, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.curator"
    assert not Handover(library).claim()
    screen.window.library_requested.emit(other)
    (after,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()
    ]
    former, present = Handover(library), Handover(other)
    assert former.claim()
    assert not present.claim()
    former.leave()
    after.close()
    assert present.claim()
    present.leave()


def test_a_library_in_another_window_is_not_opened_twice(
    screen: Screen, starts: Starts, tmp_path: Path
) -> None:
    other = tmp_path / "other.curator"
    starts.shown(other)
    screen.window.library_requested.emit(other)
    assert screen.window.isVisible()
    assert screen.label("libraryName") == "library.curator"


def test_a_window_that_hangs_is_told_in_the_window_that_asks(
    screen: Screen, starts: Starts, tmp_path: Path
) -> None:
    other = tmp_path / "other.curator"
    process = starts.shown(other)
    process.send_signal(signal.SIGSTOP)
    screen.window.library_requested.emit(other)
    assert f"process {process.pid}" in screen.notice()


def test_another_library_takes_the_place_of_the_window(screen: Screen, tmp_path: Path) -> None:
    before = set(QApplication.topLevelWidgets())
    screen.window.library_requested.emit(tmp_path / "other.curator")
    assert not screen.window.isVisible()
    after = [w for w in set(QApplication.topLevelWidgets()) - before if w.isVisible()]
    assert [window.windowTitle() for window in after] == ["other — Curator"]
    after[0].close()


def test_a_library_that_cannot_be_opened_leaves_the_window_as_it_is(
    screen: Screen, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, this is no library. " * 40, encoding="utf-8")
    screen.window.library_requested.emit(path)
    assert screen.window.isVisible()
    assert "letter.txt" in screen.notice()
