"""Bulk edits from the window: on what is selected, or on all that is listed."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.changes import Changes
from curator.gui.controllers.bulk_editing import report_words
from curator.gui.dialogs.bulk_dialog import FILL, TERMS, BulkDialog
from curator.workspace.bulk_applying import BulkReport
from curator.workspace.bulk_edits import Numbers, PlannedChange
from tests.gui.ledger import CHARGING, Ledger
from tests.gui.screen import Screen, part_of

LATE = "because the text had changed since the preview."


def opened(screen: Screen, action: str = "edit.replace") -> BulkDialog:
    screen.trigger(action)
    return screen.dialog(BulkDialog)


def wait_for_words(screen: Screen, dialog: BulkDialog, name: str, words: str) -> None:
    label = part_of(dialog, QLabel, name)
    screen.qtbot.waitUntil(lambda: words in label.text(), timeout=10_000)


def go(screen: Screen, dialog: BulkDialog, words: str) -> None:
    button = part_of(dialog, QPushButton, "bulkGo")
    screen.qtbot.waitUntil(lambda: button.isEnabled() and button.text() == words, timeout=10_000)
    button.click()


def test_all_that_is_listed_is_corrected_in_one_step(screen: Screen) -> None:
    screen.choose(1)
    dialog = opened(screen)
    assert part_of(dialog, QLabel, "bulkScope").text().startswith("2 digests of the view “All")
    part_of(dialog, QLineEdit, "bulkFind").setText("harbours")
    part_of(dialog, QLineEdit, "bulkBy").setText("Ports")
    go(screen, dialog, "Replace in 2 rows")
    screen.wait_for_notice("Done: 2 changes in 2 rows of 1 digest.")
    screen.qtbot.waitUntil(
        lambda: screen.cells("signalsTable", 2) == ["Ports without smoke", "Ports trade power"]
    )
    assert "Replace “harbours” by “Ports” in 2 rows" in screen.action("edit.undo").text()
    screen.trigger("edit.undo")
    screen.qtbot.waitUntil(
        lambda: (
            screen.cells("signalsTable", 2) == ["Harbours without smoke", "Harbours trade power"]
        )
    )


def test_only_the_selected_digests_are_changed_where_there_are_several(screen: Screen) -> None:
    screen.part(QListView, "digestList").selectAll()
    dialog = opened(screen, "edit.many")
    assert part_of(dialog, QLabel, "bulkScope").text() == "2 selected digests, with all their rows"
    dialog.open_form(TERMS)
    part_of(dialog, QLineEdit, "bulkTermName").setText("Ports")
    go(screen, dialog, "Change in 2 digests")
    screen.wait_for_notice("Done: 2 changes in 2 digests.")


def test_a_mistake_in_the_pattern_is_told_beside_it(screen: Screen) -> None:
    dialog = opened(screen)
    part_of(dialog, QCheckBox, "bulk.regex").setChecked(True)
    part_of(dialog, QLineEdit, "bulkFind").setText("(a+")
    wait_for_words(screen, dialog, "bulkMistake", "at character 4")
    assert not part_of(dialog, QPushButton, "bulkGo").isEnabled()
    part_of(dialog, QLineEdit, "bulkFind").setText("")
    wait_for_words(screen, dialog, "bulkNumbers", "")
    dialog.reject()


def test_a_preview_nobody_waits_for_is_forgotten(screen: Screen, qtbot: QtBot) -> None:
    dialog = opened(screen, "edit.many")
    dialog.open_form(FILL)
    part_of(dialog, QLineEdit, "bulkText").setText("War")
    wait_for_words(screen, dialog, "bulkNumbers", "4 changes")
    part_of(dialog, QLineEdit, "bulkText").setText("Peace")
    dialog.reject()
    assert not dialog.isVisible()


def test_a_library_that_can_only_be_read_is_not_edited(viewer: Screen) -> None:
    assert not viewer.action("edit.replace").isEnabled()


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (BulkReport(cancelled=True), "Cancelled; nothing was changed."),
        (BulkReport(), "Nothing was changed."),
        (
            BulkReport(
                Changes(),
                Numbers(1, 1, 1, only_rows=True),
                (PlannedChange("signal", 1, 1, "name", "a", "b"),),
            ),
            f"Done: 1 change in 1 row of 1 digest. 1 change left out, {LATE}",
        ),
    ],
)
def test_a_report_is_told_in_numbers(report: BulkReport, words: str) -> None:
    assert report_words(report) == words


def test_in_the_ledger_it_works_on_the_rows_that_are_listed(screen: Screen) -> None:
    ledger = Ledger(screen)
    dialog = opened(screen)
    assert part_of(dialog, QLabel, "bulkScope").text().startswith("All rows of the view “All")
    part_of(dialog, QLineEdit, "bulkFind").setText("at quay")
    part_of(dialog, QLineEdit, "bulkBy").setText("ashore")
    wait_for_words(screen, dialog, "bulkScope", "4 rows of the view “All digests”")
    go(screen, dialog, "Replace in 2 rows")
    screen.wait_for_notice("Done: 2 changes in 2 rows of 2 digests.")
    screen.qtbot.waitUntil(lambda: "Charging arms ashore" in ledger.names(), timeout=5_000)
    screen.trigger("edit.undo")
    screen.qtbot.waitUntil(lambda: CHARGING in ledger.names(), timeout=5_000)


def test_in_the_ledger_it_works_on_the_selected_rows_where_there_are_several(
    screen: Screen,
) -> None:
    ledger = Ledger(screen)
    ledger.table.selectAll()
    dialog = opened(screen, "edit.many")
    assert part_of(dialog, QLabel, "bulkScope").text() == "4 selected rows"
