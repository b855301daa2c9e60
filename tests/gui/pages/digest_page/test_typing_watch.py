"""The page knows what is being typed, wherever on it that is."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.widgets.cell_editor import CellEditor


def test_nothing_is_typed_by_reading_or_by_opening_an_editor(page: DigestPage) -> None:
    page.go_to_part("signals")
    page.signals.rows.table.edit(page.signals.rows.table.currentIndex())
    assert page.typing.being_typed() is None
    page.head.title_field.setFocus()
    assert page.typing.being_typed() is None


@pytest.mark.parametrize(
    ("part", "column", "field", "words", "stored"),
    [
        ("signals", 1, "change", "Change of signal “Charging arms at quay”", "Diesel gives way"),
        ("closest", 2, "tags", "Tags of closest link “Ferries on Batteries”", ""),
        ("themes", 0, "name", "Theme “Energy”", "Energy"),
        ("keywords", 0, "name", "Keyword “ferries”", "ferries"),
    ],
)
def test_a_cell_is_told_by_its_record_and_column(
    page: DigestPage, qtbot: QtBot, *, part: str, column: int, field: str, words: str, stored: str
) -> None:
    page.go_to_part(part)
    rows = next(rows for rows in page.tables() if rows.isAncestorOf(page.window().focusWidget()))
    rows.table.edit(rows.model.index(0, column))
    with qtbot.waitSignal(page.typing.typed):
        editor_of(page).setFocus()
        qtbot.keyClicks(editor_of(page), "x")
    typing = page.typing.being_typed()
    assert typing is not None
    assert (typing.place.digest_id, typing.place.field) == (page.digest_id(), field)
    assert typing.place.record_id == rows.model.record_at(0).id
    assert (typing.words, typing.stored, typing.text) == (words, stored, "x")
    with qtbot.waitSignal(page.typing.given_up):
        qtbot.keyClick(editor_of(page), Qt.Key.Key_Escape)
    assert page.typing.being_typed() is None


def test_a_row_that_is_only_begun_has_no_id(page: DigestPage, qtbot: QtBot) -> None:
    page.signals.add()
    qtbot.keyClicks(editor_of(page), " ")
    assert page.typing.being_typed() is None
    qtbot.keyClicks(editor_of(page), "Cable ships")
    typing = page.typing.being_typed()
    assert typing is not None
    assert (typing.place.kind, typing.place.record_id, typing.words) == ("signal", 0, "New signal")
    with qtbot.waitSignal(page.typing.ended):
        qtbot.keyClick(editor_of(page), Qt.Key.Key_Return)
    assert page.typing.being_typed() is None


def test_of_two_fields_that_with_the_focus_counts(page: DigestPage, qtbot: QtBot) -> None:
    page.head.title_field.write_text("One")
    page.head.summary_field.write_text("Two")
    page.head.summary_field.setFocus()
    typing = page.typing.being_typed()
    assert typing is not None
    assert (typing.place.field, typing.text, typing.words) == ("summary", "Two", "Summary")
    with qtbot.waitSignals([page.typing.committing, page.typing.ended]):
        page.commit()
    assert page.typing.being_typed() is None


def editor_of(page: DigestPage) -> CellEditor:
    """The editor that is open."""
    found = [editor for editor in page.findChildren(CellEditor) if editor.isVisible()]
    assert len(found) == 1
    return found[0]
