"""Rows of one table: chosen, moved, dragged, deleted; widths kept."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from curator.domain.term import Term
from curator.gui.messages import Notice
from curator.gui.models.scope import Scope
from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.session import Session
from curator.gui.theme import colour


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


def test_pasted_lines_that_find_no_row_are_told(page: DigestPage, session: Session) -> None:
    told: list[Notice] = []
    session.messages.notice_raised.connect(told.append)
    session.messages.listen()
    table = page.signals.rows
    table.select(table.model.record_at(1).id, "Change")
    QGuiApplication.clipboard().setText("One\tx\nTwo\ty\nThree\tz")
    table.table.paste()
    assert [notice.text for notice in told] == ["2 pasted lines found no row here."]
    assert told[0].hint == "Add rows, then paste them again."


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


def test_rows_are_dragged_by_their_number(page: DigestPage, qtbot: QtBot) -> None:
    header = page.signals.rows.table.verticalHeader()
    start = QPoint(8, header.sectionSize(0) // 2)
    end = QPoint(8, header.length() - 2)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(header.viewport(), pos=end)
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert names(page) == ["Grid too weak", "Charging arms at quay"]


def test_after_a_row_went_the_next_is_chosen(page: DigestPage) -> None:
    table = page.signals.rows
    first, second = (table.model.record_at(row).id for row in (0, 1))
    table.select(first)
    table.delete_selected()
    assert [index.row() for index in table.table.selectedIndexes()] == [0]
    assert table.selected_ids() == [second]


def test_only_the_table_in_work_shows_its_selection_in_full(page: DigestPage) -> None:
    table = page.signals.rows.table
    place = table.visualRect(table.model().index(0, 0)).center()
    ground = QPoint(table.columnWidth(0) - 4, place.y())

    def ink() -> str:
        return table.viewport().grab().toImage().pixelColor(ground).name()

    page.go_to_part("signals")
    assert ink() == colour("accent_soft").name()
    page.go_to_part("themes")
    assert ink() == colour("panel").name()
    assert page.signals.rows.selected_ids() == [page.signals.rows.model.record_at(0).id]


def test_an_empty_table_says_how_to_fill_it_where_it_can_be_filled(page: DigestPage) -> None:
    rows = page.keywords.rows
    rows.show_rows([], Scope(Term, page.digest_id(), "another kind"))
    inviting = rows.table.viewport().grab().toImage()
    rows.table.be_read_only(True)
    assert rows.table.viewport().grab().toImage() != inviting
    rows.table.be_read_only(False)
    assert rows.table.viewport().grab().toImage() == inviting
