"""Hits in a field are a way of painting: text, undo and clipboard know nothing of them."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.query_hits import NO_HITS, hits_of
from curator.domain.query_parsing import question_of
from curator.gui.theme import apply_theme, colour
from curator.gui.widgets.field_hits import FieldHits
from curator.gui.widgets.text_field import SummaryField

TEXT = "Land robots \U0001f916 till the lánd;\nislands stay."


@pytest.fixture
def field(qtbot: QtBot) -> SummaryField:
    field = SummaryField()
    qtbot.addWidget(field)
    field.show_text(TEXT)
    return field


@pytest.fixture
def found(field: SummaryField) -> FieldHits:
    return FieldHits(field, "summary")


def search(found: FieldHits, question: str) -> None:
    found.show(hits_of(question_of(question).query))


def lifted(field: SummaryField) -> list[str]:
    return [one.cursor.selectedText() for one in field.extraSelections()]


def test_the_words_of_the_search_are_lifted_out(field: SummaryField, found: FieldHits) -> None:
    assert lifted(field) == []
    search(found, "land")
    assert lifted(field) == ["Land", "lánd"]
    search(found, "title:land")
    assert lifted(field) == []
    search(found, "summary:stay robots")
    assert lifted(field) == ["robots", "stay"]
    found.show(NO_HITS)
    assert lifted(field) == []


def test_nothing_is_edited_by_it(field: SummaryField, found: FieldHits) -> None:
    search(found, "land")
    assert field.text() == TEXT
    assert not field.is_typed_in()
    assert not field.document().isUndoAvailable()
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().mimeData().text() == TEXT


def test_it_follows_what_is_typed_and_what_is_shown(
    field: SummaryField, found: FieldHits, qtbot: QtBot
) -> None:
    search(found, "land")
    qtbot.keyClicks(field, "land ")
    assert lifted(field) == ["land Land", "lánd"] or lifted(field) == ["land", "Land", "lánd"]
    field.revert()
    field.show_text("No place.")
    assert lifted(field) == []
    field.show_text("The land.")
    assert lifted(field) == ["land"]


def test_it_follows_the_scheme(field: SummaryField, found: FieldHits, qapp: QApplication) -> None:
    search(found, "land")
    apply_theme(qapp, "dark")
    try:
        grounds = {one.format.background().color().name() for one in field.extraSelections()}
        assert grounds == {colour("accent_soft").name()}
    finally:
        apply_theme(qapp, "light")
