"""Deeds on digests from the ledger: they are about the digests of the selected rows."""

import pytest

from curator.gui.controllers import chosen
from curator.gui.dialogs.large_deed_dialog import LargeDeedDialog
from tests.gui.ledger import CHARGING, Ledger
from tests.gui.screen import Screen


@pytest.fixture
def ledger(screen: Screen) -> Ledger:
    return Ledger(screen)


def test_the_digests_of_the_selected_rows_are_marked_and_counted(ledger: Ledger) -> None:
    ledger.table.selectAll()
    ledger.screen.trigger("review.done")
    assert [ledger.cell(row, "review") for row in range(4)] == ["done"] * 4
    assert "2 digests marked as done." in ledger.screen.label("statusLine")
    ledger.screen.trigger("edit.undo")
    assert ledger.cell(0, "review") == "to do"


def test_rows_of_a_trashed_digest_leave_and_come_back(ledger: Ledger) -> None:
    ledger.go(3)
    ledger.screen.trigger("digest.trash")
    ledger.wait_for(2)
    ledger.screen.choose_view(5)
    ledger.wait_until_first(CHARGING)
    ledger.go(0)
    ledger.screen.trigger("digest.restore")
    ledger.wait_for(0)


def test_many_rows_are_counted_and_asked_about(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen, "MOST_UNASKED", 2)
    ledger.table.selectAll()
    ledger.screen.trigger("review.done")
    found = ledger.screen.window.findChildren
    ledger.screen.qtbot.waitUntil(lambda: bool(found(LargeDeedDialog)))
    dialog = ledger.screen.dialog(LargeDeedDialog)
    asked = "Mark as done: 2 digests, of which 4 rows are selected?"
    assert ledger.screen.label("largeDeedWords") == asked
    dialog.accept()
    ledger.screen.qtbot.waitUntil(lambda: ledger.cell(0, "review") == "done")
