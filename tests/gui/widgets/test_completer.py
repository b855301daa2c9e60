"""Themes are completed from the whole library, by keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from curator.domain.term import THEME, Term
from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.models.record_table import RecordTable
from curator.gui.models.scope import Scope
from curator.gui.models.term_columns import term_columns
from curator.gui.widgets.cell_editor import CellEditor
from curator.gui.widgets.completer import MOST_SHOWN, Completer
from curator.gui.widgets.whole_rows_table import WholeRowsTable
from tests.gui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
NAMES = ["Artificial intelligence", "Military intelligence", "Ethics", "Photos\u202egpj"]


def names_like(text: str) -> list[str]:
    return [name for name in NAMES if text.lower() in name.lower()]


def unused(name: str) -> int:
    return 0


@pytest.fixture
def editor(desk: Desk, qtbot: QtBot) -> Iterator[CellEditor]:
    """The open editor of a theme, in a table on a real library."""
    model = RecordTable(term_columns(THEME, unused), desk.do)
    model.show(desk.whole.themes, Scope(Term, 1, THEME))
    desk.feed.changed.connect(model.apply)
    table: WholeRowsTable = desk.table(qtbot, model)
    table.setItemDelegateForColumn(0, CellDelegate(table, completions=names_like))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, CellEditor)
    editor.selectAll()
    yield editor
    table.commit_editor()  # before the library closes, as a window does


def popup_of(editor: CellEditor) -> QAbstractItemView:
    completer = editor.findChild(Completer)
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def offered(editor: CellEditor) -> list[str]:
    model = popup_of(editor).model()
    shown = popup_of(editor).isVisible()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if shown else []


def test_words_inside_a_name_are_found_in_the_order_of_the_library(
    editor: CellEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "intel")
    qtbot.waitUntil(lambda: offered(editor) == NAMES[:2])
    assert editor.text() == "intel", "nothing is chosen unasked"


def test_a_choice_is_taken_by_enter_and_committed_by_the_next(
    desk: Desk, editor: CellEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "intel")
    qtbot.waitUntil(lambda: bool(offered(editor)))
    popup = popup_of(editor)
    for _ in range(2):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.text() == "Military intelligence"
    assert not popup.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert desk.whole.themes[0].name == "Military intelligence"


def test_enter_without_a_choice_commits_what_was_typed(
    desk: Desk, editor: CellEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "intel")
    qtbot.waitUntil(lambda: bool(offered(editor)))
    qtbot.keyClick(popup_of(editor), Qt.Key.Key_Return)
    assert desk.whole.themes[0].name == "intel"


def test_escape_closes_the_list_first(desk: Desk, editor: CellEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "intel")
    qtbot.waitUntil(lambda: bool(offered(editor)))
    qtbot.keyClick(popup_of(editor), Qt.Key.Key_Escape)
    assert offered(editor) == []
    assert editor.text() == "intel"
    assert desk.whole.themes[0].name == "War technology"


def test_no_match_and_no_text_close_the_list(editor: CellEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "intel")
    qtbot.waitUntil(lambda: bool(offered(editor)))
    qtbot.keyClicks(editor, "xyz")
    qtbot.waitUntil(lambda: not offered(editor))
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert offered(editor) == []


def test_no_more_than_fifty_are_offered(desk: Desk, qtbot: QtBot) -> None:
    editor = CellEditor(completions=lambda text: [f"{text} {n}" for n in range(500)])
    qtbot.addWidget(editor)
    editor.show()
    qtbot.keyClicks(editor, "war")
    qtbot.waitUntil(lambda: len(offered(editor)) == MOST_SHOWN)


def test_a_theme_without_a_name_is_refused_and_stays(
    desk: Desk, editor: CellEditor, qtbot: QtBot
) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert ["needs a name" in str(error) for error in desk.refusals] == [True]
    assert desk.whole.themes[0].name == "War technology"


def test_beginnings_come_first_then_words_then_the_rest(desk: Desk, qtbot: QtBot) -> None:
    most_used_first = ["Maintenance", "Generative AI", "Aid", "New aims", "AI policy"]
    editor = CellEditor(completions=lambda _: most_used_first)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.keyClicks(editor, "ai")
    ranked = ["Aid", "AI policy", "Generative AI", "New aims", "Maintenance"]
    qtbot.waitUntil(lambda: offered(editor) == ranked)


@pytest.mark.fault("F36")
def test_marks_are_seen_in_the_list_and_taken_as_they_are(editor: CellEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "photos")
    qtbot.waitUntil(lambda: offered(editor) == ["Photos‹RLO›gpj"])
    popup = popup_of(editor)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.text() == "Photos\u202egpj"
