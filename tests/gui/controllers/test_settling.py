"""A file that changed outside after it was edited here: compared, and settled in each way."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QListView, QPlainTextEdit, QPushButton

from curator.gui.dialogs.conflict_dialog import ConflictDialog
from curator.gui.dialogs.report_dialog import ReportDialog
from tests.digests import KEY_A, LAYOUT_A
from tests.gui.screen import Screen, part_of


@pytest.fixture
def conflict(screen: Screen, files: Path) -> ConflictDialog:
    """The compare view of a digest that both sides changed."""
    screen.choose(1)
    screen.type_cell("signalsTable", 0, 0, "Mine")
    theirs = LAYOUT_A.replace("Grid too weak", "Theirs here!!")
    (files / f"{KEY_A}.md").write_text(theirs, encoding="utf-8")
    screen.trigger("file.import_folder")
    picker = screen.dialog(QFileDialog)
    picker.filesSelected.emit([str(files)])
    picker.close()
    screen.wait_for_notice("1 in conflict")
    report = screen.dialog(ReportDialog)
    assert "Harbours Learn to Charge Ships: changed here" in report.text()
    assert [b.text() for b in report.findChildren(QPushButton) if b.isDefault()] == ["Compare …"]
    report.close()
    assert screen.part(QPushButton, "conflictBannerButton").isVisible()
    screen.trigger("file.conflicts")
    return screen.dialog(ConflictDialog)


def test_both_sides_are_shown(conflict: ConflictDialog) -> None:
    mine = conflict.findChild(QPlainTextEdit, "conflictMine")
    theirs = conflict.findChild(QPlainTextEdit, "conflictTheirs")
    assert isinstance(mine, QPlainTextEdit)
    assert isinstance(theirs, QPlainTextEdit)
    assert "Mine" in mine.toPlainText()
    assert "Theirs here!!" in theirs.toPlainText()


@pytest.mark.parametrize(
    ("name", "first", "number"),
    [
        ("keep.mine", "Mine", 2),
        ("take.theirs", "Charging arms at quay", 2),
        ("keep.both", "Mine", 3),
    ],
)
def test_each_answer_settles_it(
    screen: Screen, conflict: ConflictDialog, name: str, first: str, number: int
) -> None:
    button = part_of(conflict, QPushButton, name)
    button.click()
    assert screen.cells("signalsTable")[0] == first
    assert len(screen.titles()) == number
    assert not screen.part(QPushButton, "conflictBannerButton").isVisible()
    screen.trigger("edit.undo")
    assert screen.cells("signalsTable")[0] == "Mine"
    assert screen.part(QListView, "digestList").currentIndex().data() == screen.title()


def test_without_conflicts_the_window_says_so(screen: Screen) -> None:
    screen.trigger("file.conflicts")
    assert screen.notice() == "There are no conflicts."
