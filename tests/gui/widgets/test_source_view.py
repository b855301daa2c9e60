"""The source can be read and pointed at, not edited."""

from pytestqt.qtbot import QtBot

from curator.gui.widgets.source_view import SourceView


def test_a_line_is_pointed_at(qtbot: QtBot) -> None:
    source = SourceView()
    qtbot.addWidget(source)
    source.show_text("one\ntwo\nthree")
    source.point_at(2)
    assert source.textCursor().selectedText() == "two"
    source.point_at(99)
    assert source.textCursor().selectedText() == "two"


def test_the_same_text_keeps_the_place(qtbot: QtBot) -> None:
    source = SourceView()
    qtbot.addWidget(source)
    source.show_text("one\ntwo")
    source.point_at(2)
    source.show_text("one\ntwo")
    assert source.textCursor().selectedText() == "two"
    assert source.isReadOnly()
