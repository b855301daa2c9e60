"""Importing from the window: numbers, undo, reports, and the samples."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from curator.gui.controllers.importing import report_words
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.gui.widgets.notice_bar import NoticeBar
from curator.gui.window_state import WindowState
from curator.settings import config_folder
from curator.workspace.importing import BrokenFile, ImportReport
from tests.digests import LAYOUT_A
from tests.gui.screen import Screen


def test_picked_files_are_imported_and_told_in_numbers(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "third.md"
    path.write_text(LAYOUT_A, encoding="utf-8")
    screen.trigger("file.import")
    picker = screen.dialog(QFileDialog)
    picker.filesSelected.emit([str(path)])
    picker.close()
    screen.wait_for_notice("1 new")
    bar = screen.part(NoticeBar, "noticeBar")
    assert bar.notice.act is not None
    bar.notice.act()
    assert len(screen.titles()) == 2


def test_a_digest_that_another_start_hands_over_is_shown(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "third.md"
    path.write_text(LAYOUT_A.replace("Harbours", "Third Harbours"), encoding="utf-8")
    screen.window.take_files([path])
    screen.wait_for_notice("Import: 1 new")
    assert "Third Harbours" in screen.title()
    screen.choose((screen.titles().index(screen.title()) + 1) % 3)
    assert "Third Harbours" not in screen.title()
    screen.window.take_files([path])
    screen.wait_for_notice("1 the same as before")
    assert "Third Harbours" in screen.title()


def test_a_digest_that_is_known_under_another_key_is_only_told(
    screen: Screen, files: Path, tmp_path: Path
) -> None:
    before = screen.title()
    screen.window.take_files([files])
    screen.wait_for_notice("2 the same as before")
    assert screen.title() == before


def test_the_same_files_again_change_nothing(screen: Screen, files: Path) -> None:
    screen.trigger("file.import_folder")
    picker = screen.dialog(QFileDialog)
    picker.filesSelected.emit([str(files)])
    picker.close()
    screen.wait_for_notice("2 the same as before")
    assert screen.part(NoticeBar, "noticeBar").notice.verb == ""


def test_a_bad_file_is_listed_with_its_reason(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text("shopping: bread, milk", encoding="utf-8")
    screen.trigger("file.import")
    picker = screen.dialog(QFileDialog)
    picker.filesSelected.emit([str(tmp_path / "list.md")])
    picker.close()
    screen.wait_for_notice("1 not taken")
    report = screen.dialog(ReportDialog)
    assert "list.md, line 1" in report.text()
    report.close()


def test_the_samples_fill_an_empty_library(empty_screen: Screen) -> None:
    empty_screen.trigger("library.sample")
    empty_screen.wait_for_notice("new")
    assert len(empty_screen.titles()) >= 24


def test_reports_are_sentences() -> None:
    assert report_words(ImportReport()) == "Import: no digest found."
    assert report_words(ImportReport(cancelled=True)) == (
        "The import was cancelled; nothing changed."
    )
    full = ImportReport(3, 2, 1, ("key",), (BrokenFile("a.md", 1, "no"),), findings=4)
    assert report_words(full) == (
        "Import: 3 new, 2 changed, 1 the same as before, 1 in conflict, 1 not taken; 4 findings."
    )


def test_the_dialogs_begin_in_the_folder_that_was_used_last_also_after_a_new_start(
    screen: Screen, files: Path
) -> None:
    screen.trigger("file.import")
    picker = screen.dialog(QFileDialog)
    picker.filesSelected.emit([str(path) for path in sorted(files.iterdir())])
    picker.close()
    screen.wait_for_notice("Import")
    assert WindowState(config_folder()).folder("import") == str(files)
    screen.qtbot.waitUntil(screen.action("file.import_folder").isEnabled)
    screen.trigger("file.import_folder")
    again = screen.dialog(QFileDialog)
    assert Path(again.directory().absolutePath()) == files
    again.close()
    assert report_words(ImportReport(1, findings=1)) == "Import: 1 new; 1 finding."
