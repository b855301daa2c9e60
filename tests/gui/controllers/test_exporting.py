"""Exporting from the window: scope, layout, folder, and files that are left alone."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton

from curator.gui.controllers.exporting import export_words
from curator.gui.dialogs.export_dialog import ExportDialog
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.gui.widgets.notice_bar import NoticeBar
from curator.settings import load_settings
from curator.workspace.exporting import ExportReport
from tests.digests import KEY_A, KEY_B, LAYOUT_A
from tests.gui.screen import Screen, part_of


def export(screen: Screen, folder: Path, *choices: str) -> None:
    """Answer the export dialog."""
    screen.trigger("file.export")
    dialog = screen.dialog(ExportDialog)
    for name in choices:
        button = part_of(dialog, QRadioButton, name)
        button.setChecked(True)
    field = dialog.findChild(QLineEdit, "exportFolder")
    go = dialog.findChild(QPushButton, "exportGo")
    assert isinstance(field, QLineEdit)
    assert isinstance(go, QPushButton)
    field.setText(str(folder))
    go.click()


def test_all_digests_come_out_as_they_came(screen: Screen, tmp_path: Path) -> None:
    export(screen, tmp_path / "out")
    screen.wait_for_notice("2 written")
    assert (tmp_path / "out" / f"{KEY_A}.md").read_text(encoding="utf-8") == LAYOUT_A
    assert load_settings()[0].export_folder == str(tmp_path / "out")


def test_only_the_selected_digest_comes_out(screen: Screen, tmp_path: Path) -> None:
    screen.choose(0)
    export(screen, tmp_path / "out", "scope.selected", "layout.curated")
    screen.wait_for_notice("1 written")
    text = (tmp_path / "out" / f"{KEY_B}.md").read_text(encoding="utf-8")
    assert text.startswith("---\ncurator: 1")


def test_only_what_the_list_shows_comes_out(screen: Screen, tmp_path: Path) -> None:
    screen.trigger("review.done")
    screen.choose_view(1)
    export(screen, tmp_path / "out", "scope.shown")
    screen.wait_for_notice("1 written")
    assert not (tmp_path / "out" / f"{KEY_B}.md").exists()


def test_a_file_of_somebody_else_is_left_alone_and_listed(screen: Screen, tmp_path: Path) -> None:
    foreign = tmp_path / "out" / f"{KEY_A}.md"
    foreign.parent.mkdir()
    foreign.write_text("mine", encoding="utf-8")
    export(screen, foreign.parent)
    screen.wait_for_notice("1 left alone")
    assert foreign.read_text(encoding="utf-8") == "mine"
    report = screen.dialog(ReportDialog)
    assert foreign.name in report.text()
    report.close()


def test_the_folder_is_opened_on_demand(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    export(screen, tmp_path / "out")
    screen.wait_for_notice("2 written")
    act = screen.part(NoticeBar, "noticeBar").notice.act
    assert act is not None
    act()
    assert opened == [str(tmp_path / "out")]


def test_reports_are_sentences() -> None:
    assert export_words(ExportReport(2, 1, ("a.md",))) == (
        "Export: 2 written, 1 the same as before, 1 left alone."
    )
    assert export_words(ExportReport(cancelled=True)) == "Export cancelled: nothing to write."
