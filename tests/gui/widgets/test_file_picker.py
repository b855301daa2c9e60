"""Listing files never opens them, so that the library on screen keeps its locks."""

import ctypes
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.export_dialog import ExportDialog
from curator.gui.widgets.file_picker import FileIcons, FilePicker
from tests.gui.screen import Screen, part_of

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc and inotify")
IN_OPEN, EVENT = 0x20, 16


def locks(path: Path) -> int:
    """How many locks the kernel knows on a file, ours and those of others."""
    inode = f":{path.stat().st_ino} "
    return Path("/proc/locks").read_text(encoding="ascii").count(inode)


class Opened:
    """Counts how often anybody opens a file."""

    def __init__(self, path: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK)
        self._libc.inotify_add_watch(self._watch, os.fsencode(path), IN_OPEN)

    def count(self) -> int:
        """How often since it was asked last."""
        try:
            return len(os.read(self._watch, 4096)) // EVENT
        except BlockingIOError:
            return 0


def wait_for_listing(qtbot: QtBot, picker: QFileDialog, name: str) -> None:
    """Until the dialog shows a file, with its type."""
    view = picker.findChild(QTreeView)
    assert isinstance(view, QTreeView)

    def listed() -> bool:
        model, root = view.model(), view.rootIndex()
        rows = range(model.rowCount(root))
        return any(
            model.index(row, 0, root).data() == name and model.index(row, 2, root).data()
            for row in rows
        )

    qtbot.waitUntil(listed, timeout=5_000)


@linux
@pytest.mark.parametrize("id_", ["library.open", "library.new", "file.import"])
def test_the_library_keeps_its_locks_when_its_folder_is_listed(
    screen: Screen, library: Path, id_: str
) -> None:
    before, opened = locks(library), Opened(library)
    assert before > 0
    screen.trigger(id_)
    picker = screen.dialog(QFileDialog)
    picker.setNameFilter("All files (*)")
    picker.setDirectory(str(library.parent))
    wait_for_listing(screen.qtbot, picker, library.name)
    line = picker.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    screen.qtbot.keyClicks(line, str(library)[:-3])
    completer = line.completer()
    screen.qtbot.waitUntil(lambda: completer.completionCount() > 0, timeout=5_000)
    picker.close()
    assert opened.count() == 0
    assert locks(library) == before


@linux
def test_the_folder_to_export_to_is_chosen_without_opening_files(
    screen: Screen, library: Path
) -> None:
    before, opened = locks(library), Opened(library)
    screen.trigger("file.export")
    dialog = screen.dialog(ExportDialog)
    line = part_of(dialog, QLineEdit, "exportFolder")
    line.setText(str(library.parent))
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Choose …").click()
    picker = dialog.findChild(QFileDialog)
    assert isinstance(picker, QFileDialog)
    wait_for_listing(screen.qtbot, picker, "digests")
    picker.close()
    dialog.close()
    assert opened.count() == 0
    assert locks(library) == before


def test_it_begins_where_something_was_picked_last(qtbot: QtBot, tmp_path: Path) -> None:
    for start in (str(tmp_path), ""):
        picker = FilePicker("Import", QFileDialog.FileMode.ExistingFiles, start)
        qtbot.addWidget(picker)
        assert Path(picker.directory().path()) == tmp_path
        picker.filesSelected.emit([])


def test_files_and_folders_are_told_apart_by_name_alone(qtbot: QtBot, tmp_path: Path) -> None:
    icons = FileIcons()
    folder, file = QFileInfo(str(tmp_path)), QFileInfo(str(tmp_path / "a.curator"))
    assert [icons.type(folder), icons.type(file)] == ["Folder", "curator file"]
    assert icons.type(QFileInfo(str(tmp_path / "LICENSE"))) == "File"
    kind = QAbstractFileIconProvider.IconType
    assert icons.icon(folder).cacheKey() == icons.icon(kind.Folder).cacheKey()
    assert icons.icon(file).cacheKey() == icons.icon(kind.File).cacheKey()
    assert icons.icon(file).cacheKey() != icons.icon(folder).cacheKey()
