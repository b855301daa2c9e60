"""Rows come, go and move by action; links are added by searching a title."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTabBar

from curator.gui.dialogs.link_dialog import LinkDialog
from curator.gui.widgets.cell_editor import CellEditor
from curator.gui.widgets.roles import NOTE_ROLE
from tests.digests import LAYOUT_A
from tests.gui.screen import Screen, part_of


@pytest.fixture(autouse=True)
def harbours(screen: Screen) -> None:
    """The digest with two signals is shown."""
    screen.choose(1)


def test_a_signal_is_added_below_and_edited_at_once(screen: Screen) -> None:
    screen.put_cursor("signalsTable", 0)
    screen.trigger("signal.add")
    table = screen.table("signalsTable")
    assert screen.cells("signalsTable") == ["Charging arms at quay", "", "Grid too weak"]
    assert table.currentIndex().row() == 1
    screen.qtbot.keyClicks(screen.window.focusWidget(), "Cable ships")
    table.commit_editor()
    assert screen.cells("signalsTable")[1] == "Cable ships"


def test_a_signal_is_duplicated_moved_and_deleted(screen: Screen) -> None:
    screen.put_cursor("signalsTable", 0)
    screen.trigger("signal.duplicate")
    assert screen.cells("signalsTable")[:2] == ["Charging arms at quay"] * 2
    screen.put_cursor("signalsTable", 2)
    screen.trigger("signal.up")
    screen.trigger("signal.up")
    assert screen.cells("signalsTable")[0] == "Grid too weak"
    screen.trigger("signal.up")
    assert screen.cells("signalsTable")[0] == "Grid too weak"
    screen.trigger("signal.down")
    assert screen.cells("signalsTable")[1] == "Grid too weak"
    screen.trigger("signal.delete")
    assert screen.cells("signalsTable") == ["Charging arms at quay"] * 2


@pytest.mark.parametrize(
    ("part", "table"), [("theme", "themesTable"), ("keyword", "keywordsTable")]
)
def test_terms_are_added_renamed_and_deleted(screen: Screen, part: str, table: str) -> None:
    before = screen.cells(table)
    for name in ("Sails", "Wind"):
        screen.trigger(f"{part}.add")
        screen.qtbot.keyClicks(screen.window.focusWidget(), name)
        screen.table(table).commit_editor()
    assert screen.cells(table) == [*before, "Sails", "Wind"]
    screen.trigger(f"{part}.delete")
    screen.type_cell(table, len(before), 0, "Tides")
    assert screen.cells(table) == [*before, "Tides"]


ADDING = [("signal", "signalsTable"), ("theme", "themesTable"), ("keyword", "keywordsTable")]


@pytest.mark.parametrize(("part", "table"), ADDING)
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_row_that_is_given_up_leaves_nothing(
    screen: Screen, library: Path, part: str, table: str, key: Qt.Key
) -> None:
    before, undo = screen.cells(table), screen.action("edit.undo").text()
    screen.put_cursor(table, 0)
    screen.trigger(f"{part}.add")
    assert screen.cells(table) == [before[0], "", *before[1:]]
    if key == Qt.Key.Key_Escape:
        screen.qtbot.keyClicks(screen.window.focusWidget(), "Sa")
    screen.qtbot.keyClick(screen.window.focusWidget(), key)
    assert screen.cells(table) == before
    assert screen.table(table).hasFocus()
    assert screen.table(table).currentIndex().row() == 0
    assert screen.action("edit.undo").text() == undo
    assert screen.notice() == ""


@pytest.mark.parametrize(("part", "table"), ADDING)
def test_a_row_and_its_name_are_one_step(screen: Screen, part: str, table: str) -> None:
    before = screen.cells(table)
    screen.put_cursor(table, 0)
    screen.trigger(f"{part}.add")
    screen.qtbot.keyClicks(screen.window.focusWidget(), "Sails")
    screen.qtbot.keyClick(screen.window.focusWidget(), Qt.Key.Key_Return)
    assert screen.cells(table) == [before[0], "Sails", *before[1:]]
    screen.trigger("edit.undo")
    assert screen.cells(table) == before


def test_a_name_that_is_refused_stays_in_its_editor(screen: Screen) -> None:
    before = screen.cells("themesTable")
    screen.put_cursor("themesTable", 0)
    screen.trigger("theme.add")
    screen.qtbot.keyClicks(screen.window.focusWidget(), before[1])
    screen.qtbot.keyClick(screen.window.focusWidget(), Qt.Key.Key_Return)
    assert "already" in screen.notice()
    editor = screen.window.focusWidget()
    assert isinstance(editor, CellEditor)
    assert editor.text() == before[1]
    screen.qtbot.keyClicks(editor, " by sail")
    screen.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert screen.cells("themesTable") == [before[0], f"{before[1]} by sail", *before[1:]]


def test_a_refused_new_name_is_not_lost_by_a_click_elsewhere(screen: Screen) -> None:
    before = screen.cells("themesTable")
    screen.put_cursor("themesTable", 0)
    screen.trigger("theme.add")
    screen.qtbot.keyClicks(screen.window.focusWidget(), before[1])
    screen.put_cursor("signalsTable", 0)
    assert screen.table("themesTable").is_editing()
    screen.choose(0)
    screen.choose(1)
    assert screen.cells("themesTable") == before


def test_the_same_key_adds_a_row_to_the_table_with_the_focus(screen: Screen) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for name in ("signalsTable", "themesTable", "keywordsTable"):
        before = len(screen.cells(name))
        table = screen.put_cursor(name, 0)
        screen.qtbot.waitUntil(table.hasFocus)
        screen.qtbot.keyClick(table, Qt.Key.Key_Return, control)
        screen.qtbot.keyClicks(screen.window.focusWidget(), "Sails")
        screen.table(name).commit_editor()
        assert len(screen.cells(name)) == before + 1
        screen.put_cursor(name, 1)
        screen.qtbot.keyClick(table, Qt.Key.Key_Delete, control)
        assert len(screen.cells(name)) == before


def test_a_concern_is_added_from_its_tab(screen: Screen) -> None:
    tabs = screen.part(QTabBar, "signalKinds")
    tabs.setFocus()
    screen.qtbot.waitUntil(tabs.hasFocus)
    screen.qtbot.keyClick(tabs, Qt.Key.Key_Right)
    screen.qtbot.keyClick(tabs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    screen.qtbot.keyClicks(screen.window.focusWidget(), "Fire")
    screen.qtbot.keyClick(screen.window.focusWidget(), Qt.Key.Key_Return)
    assert screen.cells("signalsTable") == ["Fire"]
    assert tabs.tabText(1) == "Concerns 1"


def test_rows_are_duplicated_and_moved_by_key(screen: Screen) -> None:
    table = screen.put_cursor("signalsTable", 1)
    screen.qtbot.waitUntil(table.hasFocus)
    screen.qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert screen.cells("signalsTable") == ["Grid too weak", "Charging arms at quay"]
    screen.qtbot.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert screen.cells("signalsTable").count("Grid too weak") == 2


def test_an_empty_name_is_refused_and_told(screen: Screen) -> None:
    screen.type_cell("themesTable", 0, 0, "")
    assert "needs a name" in screen.notice()
    assert screen.cells("themesTable")[0] == "Energy"
    assert screen.label("saveState").startswith("Not saved")


def test_a_link_is_added_by_searching_a_title(screen: Screen, tmp_path: Path) -> None:
    screen.put_cursor("closestTable", 0)
    screen.trigger("link.delete")
    assert screen.cells("closestTable") == ["A Port That Is Not Here"]
    screen.trigger("link.add")
    dialog = screen.dialog(LinkDialog)
    words = part_of(dialog, QLineEdit, "linkWords")
    words.setText("ferries")
    dialog.choose()
    assert "Ferries on Batteries" in screen.cells("closestTable")


def test_a_dangling_link_is_marked_until_its_digest_comes(screen: Screen, tmp_path: Path) -> None:
    table = screen.table("closestTable")
    assert table.model().index(1, 0).data(NOTE_ROLE) == "not in this library"
    path = tmp_path / f"{'f' * 32}.md"
    path.write_text(LAYOUT_A, encoding="utf-8")
    screen.trigger("file.import")
    picker = screen.dialog(QFileDialog)
    picker.filesSelected.emit([str(path)])
    picker.close()
    screen.wait_for_notice("1 new")
    assert table.model().index(1, 0).data(NOTE_ROLE) == ""
