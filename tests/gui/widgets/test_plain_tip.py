"""A tooltip says a text and does nothing else."""

import pytest
from PySide6.QtGui import Qt, QTextDocument

from curator.gui.widgets.plain_tip import plain_tip


@pytest.mark.parametrize("text", ["", "Two\nlines & an ampersand", "a < b"])
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert plain_tip(text) == text


@pytest.mark.fault("F24")
@pytest.mark.fault("F26")
@pytest.mark.parametrize(
    "text", ["<b>bold</b>", '<img src="file:///etc/passwd">', "<html>\n<table>", "a < b > c"]
)
def test_what_looks_like_a_page_is_shown_as_it_is_written(text: str) -> None:
    assert Qt.mightBeRichText(text)
    page = QTextDocument()
    page.setHtml(plain_tip(text))
    assert page.toPlainText() == text


@pytest.mark.fault("F36")
def test_marks_that_nobody_sees_are_named() -> None:
    assert plain_tip("pay\u202egnp.exe") == "pay‹RLO›gnp.exe"
