"""A library that can't be edited: looked at, searched, copied, and never written to."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QTextEdit, QWidget

from curator.domain.errors import Damaged
from curator.gui.actions import ACTIONS, PERMISSIONS
from curator.gui.controllers.ensemble import Ensemble
from curator.gui.widgets.review_chip import ReviewChip
from curator.workspace import history, reading
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.gui.screen import READ_ONLY, Screen

EDITING = {spec.id for spec in ACTIONS if PERMISSIONS.intersection(spec.needs)}


def banner(screen: Screen) -> str:
    """What stands across the window, or nothing."""
    frame = screen.part(QFrame, "libraryBanner")
    return screen.label("libraryBannerText") if frame.isVisible() else ""


def ways(screen: Screen) -> list[str]:
    """The buttons of the banner."""
    buttons = screen.part(QFrame, "libraryBanner").findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]


def steps(library: Path) -> int:
    """How many steps the history of a library has."""
    workspace = Workspace.open(library, create=False)
    try:
        return len(history.steps(workspace))
    finally:
        workspace.close()


@pytest.mark.fault("F7")
def test_the_window_says_that_it_only_reads_and_why(viewer: Screen) -> None:
    assert banner(viewer).startswith(READ_ONLY)
    assert ways(viewer) == ["Save a copy as …"]
    assert viewer.label("saveState") == "Reading only"
    assert viewer.part(QLabel, "saveState").toolTip() == READ_ONLY


@pytest.mark.fault("F7")
def test_what_edits_is_off_and_says_why_and_what_reads_is_on(viewer: Screen) -> None:
    viewer.choose(1)
    for table in ("signalsTable", "themesTable", "keywordsTable", "closestTable"):
        viewer.put_cursor(table, 0)
    off = {spec.id for spec in ACTIONS if not viewer.action(spec.id).isEnabled()}
    assert off >= EDITING
    assert {viewer.action(id_).toolTip() for id_ in EDITING} == {READ_ONLY}
    assert {viewer.action(id_).statusTip() for id_ in EDITING} == {READ_ONLY}
    reads = {"file.export", "file.save_copy", "edit.find", "link.open", "digest.next", "help.keys"}
    assert not reads & off
    assert viewer.action("file.export").toolTip() == "Write digests as Markdown files (Ctrl+E)"


@pytest.mark.fault("F7")
def test_nothing_can_be_typed_pasted_deleted_dragged_or_judged(
    viewer: Screen, library: Path
) -> None:
    before = viewer.cells("signalsTable")
    title = viewer.part(QTextEdit, "titleEdit")
    title.setFocus()
    viewer.qtbot.keyClicks(title, "x")
    viewer.qtbot.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    table = viewer.put_cursor("signalsTable", 0)
    viewer.qtbot.keyClick(table, Qt.Key.Key_F2)
    assert not viewer.table("signalsTable").is_editing()
    QApplication.clipboard().setText("pasted")
    viewer.table("signalsTable").paste()
    assert viewer.notice() == READ_ONLY
    viewer.qtbot.keyClick(table, Qt.Key.Key_Delete)
    viewer.table("signalsTable").delete_requested.emit()
    flags = table.model().flags(table.model().index(0, 0))
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled
    assert not viewer.part(ReviewChip, "reviewChip").isEnabled()
    assert READ_ONLY in viewer.part(ReviewChip, "reviewChip").toolTip()
    assert viewer.cells("signalsTable") == before
    viewer.window.close()
    assert steps(library) == 1


@pytest.mark.fault("F7")
def test_texts_can_still_be_chosen_and_copied(viewer: Screen) -> None:
    title = viewer.part(QTextEdit, "titleEdit")
    title.setFocus()
    title.selectAll()
    title.copy()
    assert QApplication.clipboard().text() == viewer.title()
    viewer.put_cursor("signalsTable", 0)
    viewer.table("signalsTable").copy()
    assert QApplication.clipboard().text() == viewer.cells("signalsTable")[0]


@pytest.mark.fault("F7")
def test_files_are_not_taken_and_the_history_is_not_turned(
    viewer: Screen, files: Path, library: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(files))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, button, keys)
    viewer.window.dragEnterEvent(enter)
    assert not enter.isAccepted()
    assert viewer.label("statusLine") == READ_ONLY
    controllers = viewer.part(Ensemble, "controllers")
    controllers.importing.import_paths([files])
    assert viewer.notice() == READ_ONLY
    controllers.undoing.revert(1)
    controllers.undoing.undo()
    viewer.window.close()
    assert steps(library) == 1


# --- moved, replaced, deleted --------------------------------------------------------------------


@pytest.mark.fault("F20")
@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_a_library_that_goes_is_noticed_and_never_written_elsewhere(
    screen: Screen, library: Path, tmp_path: Path, how: str
) -> None:
    screen.choose(1)
    screen.type_title("Ferries by wire")
    _displace(library, tmp_path, how)
    screen.qtbot.waitUntil(lambda: "was moved, replaced or deleted" in banner(screen))
    assert ways(screen) == ["Save a copy as …", "Look again"]
    there = library.read_bytes() if library.exists() else b""
    screen.put_cursor("signalsTable", 0)
    screen.type_cell("signalsTable", 0, 1, "Nobody burns diesel")
    assert screen.title() == "Ferries by wire"
    assert not screen.action("signal.add").isEnabled()
    screen.window.close()
    assert (library.read_bytes() if library.exists() else b"") == there


@pytest.mark.fault("F20")
def test_it_is_noticed_too_when_the_window_comes_to_the_front(
    screen: Screen, library: Path
) -> None:
    library.parent.rename(library.parent.with_name("a folder of another name"))
    QApplication.sendEvent(screen.window, QEvent(QEvent.Type.WindowActivate))
    screen.qtbot.waitUntil(lambda: "was moved" in banner(screen))
    library.parent.with_name("a folder of another name").rename(library.parent)


@pytest.mark.fault("F20")
def test_a_copy_rescues_everything_and_what_was_being_typed(
    screen: Screen, library: Path, tmp_path: Path
) -> None:
    asked = screen.libraries_asked_for()
    screen.choose(1)
    library.rename(tmp_path / "elsewhere.curator")
    screen.qtbot.waitUntil(lambda: "was moved" in banner(screen))
    table = screen.put_cursor("signalsTable", 0, 1)
    title = screen.part(QTextEdit, "titleEdit")
    title.setPlainText("Ferries by wire")
    assert table.isVisible()
    target = tmp_path / "rescued.curator"
    screen.part(Ensemble, "controllers").copying.save(str(target))
    screen.qtbot.waitUntil(lambda: asked == [target])
    screen.window.close()
    copy = Workspace.open(target, create=False)
    digest = reading.digest_by_key(copy, KEY_A)
    assert digest.title == "Ferries by wire"
    assert len(reading.whole(copy, digest.id).signals) == 2
    copy.close()


@pytest.mark.fault("F20")
def test_work_goes_on_when_the_very_file_is_back(
    screen: Screen, library: Path, tmp_path: Path
) -> None:
    aside = tmp_path / "elsewhere.curator"
    library.rename(aside)
    screen.qtbot.waitUntil(lambda: "was moved" in banner(screen))
    viewing = screen.part(Ensemble, "controllers").viewing
    viewing.look_again()
    assert "not back yet" in screen.notice()
    shutil.copy(aside, library)
    viewing.look_again()
    assert banner(screen)
    library.unlink()
    aside.rename(library)
    viewing.look_again()
    screen.qtbot.waitUntil(lambda: not banner(screen))
    assert screen.notice() == ""
    screen.choose(1)
    screen.type_cell("signalsTable", 0, 1, "Nobody burns diesel")
    assert screen.cells("signalsTable", 1)[0] == "Nobody burns diesel"
    assert screen.label("saveState").startswith("Saved")


@pytest.mark.fault("F20")
def test_looking_again_by_keyboard_leads_back_to_the_cell(
    screen: Screen, library: Path, tmp_path: Path
) -> None:
    aside = tmp_path / "elsewhere.curator"
    screen.choose(1)
    table = screen.put_cursor("signalsTable", 1, 2)
    screen.qtbot.waitUntil(table.hasFocus)
    library.rename(aside)
    screen.qtbot.waitUntil(lambda: "was moved" in banner(screen))
    aside.rename(library)
    button = screen.part(QFrame, "libraryBanner").findChildren(QPushButton)[-1]
    assert button.text() == "Look again"
    button.setFocus(Qt.FocusReason.TabFocusReason)
    screen.qtbot.keyClick(button, Qt.Key.Key_Space)
    screen.qtbot.waitUntil(lambda: not banner(screen))
    assert table.hasFocus()
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 2)


@pytest.mark.fault("F20")
def test_a_refusal_goes_with_its_reason(screen: Screen, library: Path, tmp_path: Path) -> None:
    aside = tmp_path / "elsewhere.curator"
    screen.choose(1)
    library.rename(aside)
    screen.type_cell("signalsTable", 0, 1, "Nobody burns diesel")
    assert "was moved" in screen.notice()
    screen.qtbot.waitUntil(lambda: "was moved" in banner(screen))
    aside.rename(library)
    screen.part(Ensemble, "controllers").viewing.look_again()
    assert screen.notice() == ""


def test_the_banner_has_its_room_from_the_start(viewer: Screen) -> None:
    frame, text = viewer.part(QFrame, "libraryBanner"), viewer.part(QLabel, "libraryBannerText")
    room = frame.parentWidget()
    assert room is not None
    assert frame.width() == room.width()
    assert text.height() >= text.heightForWidth(text.width())


def _displace(library: Path, folder: Path, how: str) -> None:
    if how == "deleted":
        library.unlink()
        return
    library.rename(folder / "elsewhere.curator")
    if how == "replaced":
        other = folder / "other.curator"
        Workspace.open(other).close()
        other.rename(library)


# --- a true child without rights -----------------------------------------------------------------

LOOK = """
import os, sys
from pathlib import Path
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from curator.gui.application import open_window
application = QApplication([])
window = open_window(Path(sys.argv[1]))
print(os.access(sys.argv[1], os.W_OK))
print(window.findChild(QLabel, "libraryBannerText").text())
print(window.findChild(QAction, "signal.add").isEnabled())
print(window.findChild(QAction, "file.save_copy").isEnabled())
window.close()
"""
WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-dac_override"]
"""Root may write whatever the modes say; without this capability it is bound by them too."""


@pytest.mark.fault("F7")
@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_somebody_without_the_right_to_write_gets_a_viewer(
    library: Path, repository: Path, tmp_path: Path, what: str
) -> None:
    path = tmp_path / "shelf" / "library.curator"
    path.parent.mkdir()
    shutil.copy(library, path)
    path.chmod(0o444 if what == "file" else 0o644)
    path.parent.chmod(0o755 if what == "file" else 0o555)
    before = path.read_bytes()
    command = [sys.executable, "-c", LOOK, str(path)]
    if os.geteuid() == 0:
        if shutil.which(WITHOUT_RIGHTS[0]) is None:
            pytest.skip("root can't give up its rights here")
        command = [*WITHOUT_RIGHTS, *command]
    done = subprocess.run(
        command, cwd=repository, capture_output=True, text=True, timeout=60, check=False
    )
    path.parent.chmod(0o755)
    assert done.returncode == 0, done.stderr
    writable, words, can_add, can_copy = done.stdout.splitlines()
    assert writable == str(what == "folder")
    assert "can’t be written" in words
    assert words.endswith("nothing can be changed here.")
    assert (can_add, can_copy) == ("False", "True")
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_sound_library_has_no_banner(screen: Screen) -> None:
    assert not screen.part(QWidget, "libraryBanner").isVisible()


def test_trouble_with_another_file_leaves_the_library_editable(screen: Screen) -> None:
    screen.window.tell_error(Damaged("library-20260101-120000.curator is damaged."))
    screen.wait_for_notice("is damaged")
    screen.choose(1)
    screen.type_cell("signalsTable", 0, 1, "Nobody burns diesel")
    assert screen.cells("signalsTable", 1)[0] == "Nobody burns diesel"
    screen.window.tell_error(Damaged("library.curator is damaged."))
    screen.qtbot.waitUntil(lambda: bool(banner(screen)))
    assert not screen.action("signal.add").isEnabled()
