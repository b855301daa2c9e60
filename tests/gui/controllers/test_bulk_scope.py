"""A bulk edit says what it works on: digests or rows, selected ones or all that are listed."""

import pytest
from PySide6.QtWidgets import QLabel

from curator.gui.dialogs.bulk_dialog import BulkDialog
from curator.gui.widgets.search_box import SearchBox
from tests.gui.ledger import Ledger
from tests.gui.screen import Screen, part_of


def scope(screen: Screen) -> str:
    screen.trigger("edit.replace")
    dialog = screen.dialog(BulkDialog)
    words = part_of(dialog, QLabel, "bulkScope").text()
    dialog.reject()
    return words


def test_all_that_is_listed(screen: Screen) -> None:
    assert scope(screen) == "2 digests of the view “All digests”, with all their rows"


def test_what_a_search_found(screen: Screen) -> None:
    screen.part(SearchBox, "searchBox").setText("grid")
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == 1, timeout=5_000)
    assert scope(screen) == "1 digest of the search “grid”, with all their rows"


@pytest.mark.parametrize(
    ("rows", "words"), [(1, "All rows of the view “All digests”"), (3, "3 selected rows")]
)
def test_rows_of_the_ledger(screen: Screen, rows: int, words: str) -> None:
    ledger = Ledger(screen)
    ledger.page.select_rows(ledger.page.model.plan.ids_between(0, rows))
    assert scope(screen) == words
