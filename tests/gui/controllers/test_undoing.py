"""Undo and redo by name, going to what they changed; single steps from the history."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from curator.domain.signal import Signal
from curator.gui.controllers.undoing import LARGE, replayed_words, step_words
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.entry_list import EntryList
from curator.library.write import Write
from curator.workspace import reading
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen


def test_undo_names_the_step_and_selects_what_it_changed(screen: Screen) -> None:
    screen.choose(1)
    screen.type_cell("signalsTable", 1, 2, "Every harbour trades")
    assert "10y horizon" in screen.action("edit.undo").text()
    screen.choose(0)
    screen.trigger("edit.undo")
    assert screen.title() == "Harbours Learn to Charge Ships"
    index = screen.table("signalsTable").currentIndex()
    assert (index.row(), index.column(), index.data()) == (1, 2, "Harbours trade power")
    assert screen.label("statusLine").startswith("Undone: ")
    screen.trigger("edit.redo")
    assert screen.cells("signalsTable", 2)[1] == "Every harbour trades"


def test_undo_of_a_rename_selects_the_theme(screen: Screen) -> None:
    screen.choose(1)
    screen.type_cell("themesTable", 1, 0, "Sea trade")
    screen.trigger("edit.undo")
    assert screen.table("themesTable").currentIndex().data() == "Shipping"


def test_undo_of_a_title_goes_to_the_title(screen: Screen) -> None:
    title = screen.type_title("By wire")
    screen.qtbot.keyClick(title, Qt.Key.Key_Return)
    assert screen.titles()[0] == "By wire"
    screen.trigger("edit.undo")
    assert screen.title() == screen.titles()[0] == "Ferries on Batteries"


def test_the_undo_key_goes_on_where_an_undo_landed_in_a_field(screen: Screen) -> None:
    screen.type_cell("themesTable", 0, 0, "Power")
    title = screen.type_title("By wire")
    screen.qtbot.keyClick(title, Qt.Key.Key_Return)
    control = Qt.KeyboardModifier.ControlModifier
    screen.trigger("edit.undo")
    assert screen.title() == "Ferries on Batteries"
    screen.qtbot.keyClick(title, Qt.Key.Key_Z, control)
    assert screen.cells("themesTable") == ["energy"]


def test_an_import_can_be_undone_and_redone(screen: Screen) -> None:
    assert screen.action("edit.undo").text() == "Undo: Import 2 digests"
    screen.trigger("edit.undo")
    assert screen.titles() == []
    assert not screen.action("edit.undo").isEnabled()
    screen.trigger("edit.redo")
    assert len(screen.titles()) == 2
    assert not screen.action("edit.redo").isEnabled()


def test_after_many_came_back_the_next_key_is_about_one_of_them(empty_screen: Screen) -> None:
    screen = empty_screen
    screen.trigger("library.sample")
    screen.qtbot.waitUntil(lambda: len(screen.titles()) > 20, timeout=20_000)
    number = len(screen.titles())
    screen.qtbot.waitUntil(screen.action("edit.undo").isEnabled, timeout=5_000)
    screen.trigger("edit.undo")
    empty = screen.part(EmptyState, "listEmpty")
    assert [label.text() for label in empty.findChildren(QLabel)] == [
        "Nothing in “All digests”",
        f"The trash holds all {number} digests of the library.",
    ]
    assert screen.label("shownCount") == f"{number} in the trash"
    (way,) = (button for button in empty.findChildren(QPushButton) if button.isVisible())
    assert way.text() == "Show the trash"
    way.click()
    assert len(screen.titles()) == number
    screen.choose_view(0)
    screen.trigger("edit.redo")
    assert f"{number} digests" in screen.label("statusLine")
    assert screen.title() == screen.titles()[0]
    screen.trigger("review.done")
    screen.choose_view(3)
    assert len(screen.titles()) == 1


def test_an_empty_view_names_no_open_digest(screen: Screen) -> None:
    screen.choose_view(4)
    assert screen.label("shownCount") == "0 of 2 shown"


def test_a_step_in_the_middle_is_undone_and_applied_again_from_the_history(
    screen: Screen,
) -> None:
    screen.choose(1)
    screen.type_cell("signalsTable", 0, 1, "Sails come back")
    screen.type_cell("themesTable", 0, 0, "Power")
    screen.trigger("view.history")
    _choose_step(screen, "Sails come back")
    screen.qtbot.mouseClick(screen.part(QPushButton, "revertStep"), Qt.MouseButton.LeftButton)
    assert screen.cells("signalsTable", 1)[0] == "Diesel gives way"
    assert screen.cells("themesTable")[0] == "Power"
    assert screen.label("statusLine").startswith("Undone: Edit ")
    history = screen.part(EntryList, "historyList")
    screen.qtbot.waitUntil(
        lambda: any("taken back" in entry.quiet for entry in history.entries()), timeout=5_000
    )
    assert not screen.part(QPushButton, "revertStep").isEnabled()
    screen.qtbot.mouseClick(screen.part(QPushButton, "reapplyStep"), Qt.MouseButton.LeftButton)
    assert screen.cells("signalsTable", 1)[0] == "Sails come back"
    assert screen.label("statusLine").startswith("Done again: Edit ")


def test_the_names_of_undos_never_pile_up() -> None:
    assert replayed_words("Undo: Edit A", done=True) == "Undone: Edit A"
    assert replayed_words("Undo: Edit A", done=False) == "Done again: Edit A"
    assert replayed_words("Redo: Edit A", done=True) == "Done again: Edit A"
    assert replayed_words("Redo: Edit A", done=False) == "Undone: Edit A"
    assert step_words("Undo: Edit A") == "the undo of Edit A"
    assert step_words("Redo: Edit A") == "the redo of Edit A"


def test_a_step_that_cannot_be_undone_says_why(screen: Screen) -> None:
    screen.choose(1)
    screen.type_cell("signalsTable", 0, 1, "Sails come back")
    screen.type_cell("themesTable", 0, 0, "Power")
    screen.trigger("signal.add")
    screen.put_cursor("signalsTable", 0, 0)
    screen.type_cell("signalsTable", 0, 0, "Arms")
    screen.trigger("signal.delete")
    screen.trigger("view.history")
    _choose_step(screen, "Sails come back")
    screen.qtbot.mouseClick(screen.part(QPushButton, "revertStep"), Qt.MouseButton.LeftButton)
    assert screen.notice()
    assert screen.cells("themesTable")[0] == "Power"


@pytest.mark.fault("F8")
def test_an_undo_that_finds_the_library_busy_can_be_done_again(
    screen: Screen, library: Path
) -> None:
    screen.choose(1)
    screen.type_cell("themesTable", 0, 0, "Power")
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        screen.trigger("edit.undo")
        assert "is writing to library.curator" in screen.notice()
        assert screen.cells("themesTable")[0] == "Power"
    again = screen.part(QPushButton, "noticeVerb")
    assert again.text() == "Try again"
    again.click()
    assert screen.cells("themesTable")[0] == "Energy"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape], ids=["Enter", "Esc"])
def test_answering_by_keyboard_leads_back_to_the_cell(
    screen: Screen, library: Path, key: Qt.Key
) -> None:
    screen.choose(1)
    table = screen.put_cursor("signalsTable", 1, 2)
    screen.qtbot.waitUntil(table.hasFocus)
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        screen.type_cell("signalsTable", 1, 2, "Every harbour trades")
    screen.trigger("view.notice")
    again = screen.part(QPushButton, "noticeVerb")
    screen.qtbot.waitUntil(again.hasFocus)
    screen.qtbot.keyClick(again, key)
    assert table.hasFocus()
    told = "Every harbour trades" if key == Qt.Key.Key_Return else "Harbours trade power"
    assert table.currentIndex().data() == told


def test_opening_a_step_of_the_history_goes_to_what_it_changed(screen: Screen) -> None:
    screen.choose(1)
    screen.type_cell("themesTable", 1, 0, "Sea trade")
    screen.trigger("view.history")
    history = _choose_step(screen, "Sea trade")
    history.itemActivated.emit(history.currentItem())
    assert screen.table("themesTable").currentIndex().data() == "Sea trade"


def _choose_step(screen: Screen, words: str) -> EntryList:
    history = screen.part(EntryList, "historyList")

    def told() -> bool:
        return any(words in entry.text for entry in history.entries())

    screen.qtbot.waitUntil(told, timeout=5_000)
    rows = [row for row, entry in enumerate(history.entries()) if words in entry.text]
    history.setCurrentRow(rows[-1])
    return history


def test_a_large_step_is_taken_back_beside_the_window(screen: Screen) -> None:
    workspace = Workspace.open(screen.window.library(), create=False)
    ids = [row.id for row in reading.whole(workspace, 1).signals]
    workspace.do(_with_many_rows, 1, LARGE + 1)
    workspace.close()
    screen.window.activateWindow()
    undo = screen.action("edit.undo")
    screen.qtbot.waitUntil(lambda: "Add many rows" in undo.text(), timeout=5_000)
    screen.trigger("edit.undo")
    assert not screen.action("edit.redo").isEnabled()
    screen.qtbot.waitUntil(screen.action("edit.redo").isEnabled, timeout=10_000)
    assert screen.label("statusLine") == f"Undone: Add many rows ({LARGE + 1} signals)"
    with closing(Workspace.open(screen.window.library(), create=False)) as again:
        assert [row.id for row in reading.whole(again, 1).signals] == ids


def _with_many_rows(write: Write, digest_id: int, number: int) -> str:
    write.put_all([Signal(digest_id=digest_id, position=1_000 + n) for n in range(number)])
    return "Add many rows"
