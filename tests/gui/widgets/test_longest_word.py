"""Columns are measured by their words."""

from PySide6.QtWidgets import QApplication

from curator.gui.theme import Type
from curator.gui.widgets.longest_word import ORDINARY, longest_word


def test_the_widest_word_of_all_texts_counts(qapp: QApplication) -> None:
    assert longest_word([], Type.TABLE) == 0
    one = longest_word(["engagement of all"], Type.TABLE)
    assert one == longest_word(["an", "engagement"], Type.TABLE) > 0
    assert longest_word(["engagement"], Type.TABLE_STRONG) >= one


def test_what_breaks_anyway_does_not_count(qapp: QApplication) -> None:
    short = longest_word(["a-"], Type.TABLE)
    assert longest_word(["a-a-a-a-", "x" * (ORDINARY + 1)], Type.TABLE) == short
