"""Undo and redo by name, going to what they changed; single steps from the history."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextEdit

from curator.gui.controllers.undoing import replayed_words, step_words
from curator.gui.widgets.entry_list import EntryList
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
    title = screen.part(QTextEdit, "titleEdit")
    title.setFocus()
    title.selectAll()
    screen.qtbot.keyClicks(title, "By wire")
    screen.qtbot.keyClick(title, Qt.Key.Key_Return)
    assert screen.titles()[0] == "By wire"
    screen.trigger("edit.undo")
    assert screen.title() == screen.titles()[0] == "Ferries on Batteries"


def test_the_undo_key_goes_on_where_an_undo_landed_in_a_field(screen: Screen) -> None:
    screen.type_cell("themesTable", 0, 0, "Power")
    title = screen.part(QTextEdit, "titleEdit")
    title.setFocus()
    title.selectAll()
    screen.qtbot.keyClicks(title, "By wire")
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
