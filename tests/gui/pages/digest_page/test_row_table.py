"""Rows of one table: chosen, moved, dragged, deleted; widths kept."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.session import Session


def names(page: DigestPage) -> list[str]:
    """The signals in order."""
    model = page.signals.rows.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_without_a_selection_the_current_row_is_meant(page: DigestPage) -> None:
    table = page.signals.rows
    assert table.selected_ids() == []
    first = table.model.record_at(0).id
    assert table.select(first, "Change")
    assert table.table.currentIndex().column() == 1
    assert table.selected_ids() == [first] == [table.current_id()]
    assert not table.select(999)


def test_rows_are_moved_by_key(page: DigestPage, qtbot: QtBot) -> None:
    table = page.signals.rows
    table.select(table.model.record_at(0).id)
    table.move_selected(1)
    assert names(page) == ["Grid too weak", "Charging arms at quay"]
    table.move_selected(1)
    assert names(page) == ["Grid too weak", "Charging arms at quay"]
    table.move_selected(-1)
    assert names(page) == ["Charging arms at quay", "Grid too weak"]


def test_rows_are_moved_by_dragging(page: DigestPage) -> None:
    model = page.signals.rows.model
    last, first = model.record_at(1).id, model.record_at(0).id
    model.rows_dropped.emit([last], first)
    assert names(page) == ["Grid too weak", "Charging arms at quay"]


def test_rows_are_deleted_as_one_step(page: DigestPage, session: Session, qtbot: QtBot) -> None:
    table = page.signals.rows.table
    table.setFocus()
    table.selectAll()
    page.signals.rows.delete_selected()
    assert names(page) == []
    session.workspace.undo()
    assert len(names(page)) == 2


def test_del_on_whole_rows_deletes_them(page: DigestPage, qtbot: QtBot) -> None:
    table = page.signals.rows.table
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert names(page) == ["Grid too weak"]


def test_with_nothing_selected_nothing_moves_or_goes(page: DigestPage) -> None:
    page.signals.rows.move_selected(1)
    page.signals.rows.delete_selected()
    assert len(names(page)) == 2


def test_widths_are_kept_by_title(page: DigestPage, session: Session) -> None:
    page.signals.rows.table.set_shares({"Change": 240, "Signal": 120})
    page.signals.rows.keep_widths()
    assert session.state.shares("signalsTable") == {"Change": 240, "Signal": 120}


def test_a_clipboard_that_is_too_large_is_told(page: DigestPage, session: Session) -> None:
    told: list[str] = []
    session.messages.notice_raised.connect(lambda notice: told.append(notice.text))
    session.messages.listen()
    page.signals.rows.table.paste_refused.emit("The clipboard is too large.")
    assert told == ["The clipboard is too large."]
