"""The ways on from a library that can't be opened, each to its end."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.errors import CuratorError
from curator.gui.controllers.rescuing import Rescuing
from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.dialogs.trouble_dialog import TroubleDialog
from curator.gui.theme import apply_theme
from curator.workspace import backups
from curator.workspace.workspace import Workspace
from tests.gui.screen import part_of
from tests.library.damage import cut


class Trouble:
    """A library that can't be opened, and the dialog that says so."""

    def __init__(self, qtbot: QtBot, library: Path) -> None:
        self.qtbot = qtbot
        self.library = library
        with pytest.raises(CuratorError) as refused:
            Workspace.open(library, create=False)
        self.rescuing = Rescuing(refused.value, library)
        self.chosen: list[Path] = []
        self.rescuing.library_chosen.connect(self.chosen.append)

    @property
    def dialog(self) -> TroubleDialog:
        """The dialog of this trouble."""
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog)]
        return next(dialog for dialog in shown if dialog.isVisible())

    def click(self, way: str) -> None:
        """Choose one of its ways."""
        button = part_of(self.dialog, QPushButton, f"trouble_{way}")
        assert button.isVisible()
        button.click()

    def words(self) -> str:
        """What it says below its title."""
        label = part_of(self.dialog, QLabel, "troubleWords")
        return label.text()

    def pick(self, path: Path) -> None:
        """Answer the file dialog that is open."""
        (picker,) = [d for d in self.dialog.findChildren(QFileDialog) if d.isVisible()]
        picker.fileSelected.emit(str(path))
        picker.reject()

    def is_opened(self) -> bool:
        """Whether the library was asked to be opened again, and can be."""
        if self.chosen:
            Workspace.open(self.chosen[0], create=False).close()
        return bool(self.chosen)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """The dialogs in their colours."""
    apply_theme(qapp, "light")


@pytest.fixture
def damaged(qtbot: QtBot, library: Path) -> Iterator[Trouble]:
    """A library with a backup, of which half is left."""
    workspace = Workspace.open(library)
    backups.back_up(workspace)
    workspace.close()
    cut(library, 0.5)
    trouble = Trouble(qtbot, library)
    yield trouble
    trouble.rescuing.end()


@pytest.fixture
def too_new(qtbot: QtBot, library: Path) -> Iterator[Trouble]:
    """A library of a newer program."""
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"PRAGMA user_version = {99 << 16}")
    trouble = Trouble(qtbot, library)
    yield trouble
    trouble.rescuing.end()


def test_a_backup_is_brought_back(damaged: Trouble, qtbot: QtBot) -> None:
    damaged.click("backup")
    qtbot.waitUntil(lambda: bool(damaged.dialog.findChildren(RestoreDialog)))
    (copies,) = damaged.dialog.findChildren(RestoreDialog)
    go = part_of(copies, QPushButton, "restoreGo")
    qtbot.waitUntil(go.isEnabled)
    go.click()
    qtbot.waitUntil(damaged.is_opened)
    assert damaged.rescuing.outcome is not None


def test_a_file_that_is_no_copy_is_refused_in_words(
    damaged: Trouble, qtbot: QtBot, tmp_path: Path
) -> None:
    damaged.click("backup")
    qtbot.waitUntil(lambda: bool(damaged.dialog.findChildren(RestoreDialog)))
    (copies,) = damaged.dialog.findChildren(RestoreDialog)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear reader, this is no library. " * 40, encoding="utf-8")
    copies.file_requested.emit()
    damaged.pick(letter)
    plan = part_of(copies, QLabel, "restorePlan")
    qtbot.waitUntil(lambda: "letter.txt" in plan.text())
    copies.reject()


def test_what_can_be_saved_is_repaired(damaged: Trouble, qtbot: QtBot) -> None:
    damaged.click("repair")
    qtbot.waitUntil(
        lambda: damaged.is_opened() or "That did not work" in damaged.words(), timeout=20_000
    )
    assert damaged.dialog.isVisible()


def test_another_library_can_be_chosen(damaged: Trouble, tmp_path: Path) -> None:
    damaged.click("another")
    damaged.pick(tmp_path / "other.curator")
    assert damaged.chosen == [tmp_path / "other.curator"]
    damaged.rescuing.show_error(CuratorError("Nor can this one."), tmp_path / "other.curator")
    assert "other.curator" in damaged.words()
    damaged.click("again")
    assert damaged.chosen == [tmp_path / "other.curator"] * 2


@pytest.mark.fault("F14")
def test_a_library_of_a_newer_program_is_written_out(
    too_new: Trouble, qtbot: QtBot, tmp_path: Path
) -> None:
    too_new.click("export")
    too_new.pick(tmp_path / "out")
    qtbot.waitUntil(lambda: f"2 digests were written to {tmp_path / 'out'}" in too_new.words())
    assert len(list((tmp_path / "out").glob("*.md"))) == 2


def test_what_fails_is_told_and_leaves_the_other_ways(
    too_new: Trouble, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    too_new.click("export")
    too_new.pick(tmp_path / "out")
    qtbot.waitUntil(lambda: "That did not work" in too_new.words())
    qtbot.waitUntil(
        lambda: all(button.isEnabled() for button in too_new.dialog.findChildren(QPushButton))
    )


def test_giving_up_is_told(too_new: Trouble, qtbot: QtBot) -> None:
    with qtbot.waitSignal(too_new.rescuing.given_up):
        too_new.dialog.reject()
