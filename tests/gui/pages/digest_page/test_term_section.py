"""Themes and keywords, with how often the library has them."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.session import Session
from curator.gui.widgets.cell_editor import CellEditor
from curator.workspace import reading, rows


def counts(page: DigestPage) -> list[str]:
    """The second column of the keywords."""
    model = page.keywords.rows.model
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_the_library_is_counted(page: DigestPage) -> None:
    assert counts(page) == ["2", "1", "1"]


def test_counts_follow_other_digests(page: DigestPage, session: Session, ids: list[int]) -> None:
    deed = partial(rows.add_term, digest_id=ids[0], kind="keyword", name="charging")
    session.workspace.do(deed)
    assert counts(page) == ["2", "2", "1"]


def test_a_new_term_is_typed_over_at_once(page: DigestPage, qtbot: QtBot) -> None:
    page.keywords.add()
    editor = page.focusWidget()
    assert isinstance(editor, CellEditor)
    qtbot.keyClicks(editor, "tides")
    page.commit()
    assert [r.name for r in page.keywords.rows.model.records if hasattr(r, "name")][-1] == "tides"


def test_an_editor_offers_what_the_library_has(session: Session) -> None:
    assert reading.term_names(session.workspace, "keyword", "fer") == ["ferries"]


def test_tab_goes_from_name_to_name(page: DigestPage, qtbot: QtBot) -> None:
    page.go_to_part("keywords")
    table = page.keywords.rows.table
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 0)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 0)
    qtbot.keyClick(table, Qt.Key.Key_Backtab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 0)
