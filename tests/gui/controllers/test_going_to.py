"""A few letters and Enter lead to any digest, theme, view or action."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QListWidget, QTextEdit

from curator.gui.dialogs.go_to_dialog import GoToDialog
from tests.digests import KEY_A
from tests.gui.screen import Screen, part_of


@pytest.fixture
def ask(screen: Screen) -> Callable[[str], GoToDialog]:
    """Open the dialog and type; the answer is there when it returns."""

    def asked(words: str) -> GoToDialog:
        screen.trigger("go.anything")
        dialog = screen.dialog(GoToDialog)
        field = part_of(dialog, QLineEdit, "goToWords")
        screen.qtbot.waitUntil(lambda: bool(lines(dialog)))
        before = lines(dialog)
        if words:
            screen.qtbot.keyClicks(field, words)
            screen.qtbot.waitUntil(lambda: lines(dialog) != before)
        return dialog

    return asked


def lines(dialog: GoToDialog) -> list[str]:
    """What is offered, from the top."""
    found = part_of(dialog, QListWidget, "goToFound")
    return [found.item(row).text() for row in range(found.count())]


def press(screen: Screen, dialog: GoToDialog, *keys: Qt.Key) -> None:
    """Press keys in the field, and let happen what they lead to."""
    field = part_of(dialog, QLineEdit, "goToWords")
    for key in keys:
        screen.qtbot.keyClick(field, key)
    screen.qtbot.waitUntil(lambda: not screen.window.findChildren(GoToDialog))


def test_a_digest_is_gone_to_by_words_of_its_title_and_back(
    screen: Screen, ask: Callable[[str], GoToDialog]
) -> None:
    press(screen, ask("ships learn"), Qt.Key.Key_Return)
    assert screen.title() == "Harbours Learn to Charge Ships"
    screen.trigger("digest.back")
    assert screen.title() == "Ferries on Batteries"


def test_a_digest_is_gone_to_by_its_key(screen: Screen, ask: Callable[[str], GoToDialog]) -> None:
    press(screen, ask(KEY_A[:8]), Qt.Key.Key_Return)
    assert screen.title() == "Harbours Learn to Charge Ships"


def test_a_theme_lists_its_digests(screen: Screen, ask: Callable[[str], GoToDialog]) -> None:
    dialog = ask("shipp")
    assert lines(dialog)[0] == "Shipping"
    press(screen, dialog, Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: screen.titles() == ["Harbours Learn to Charge Ships"])
    assert screen.window.focusWidget() is screen.part(QListView, "digestList")
    screen.trigger("digest.back")
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == 2)


def test_a_view_is_gone_to_by_name(screen: Screen, ask: Callable[[str], GoToDialog]) -> None:
    press(screen, ask("second l"), Qt.Key.Key_Return)
    assert screen.part(QListWidget, "sidebar").currentRow() == 4


def test_an_action_is_done_by_its_words(screen: Screen, ask: Callable[[str], GoToDialog]) -> None:
    dialog = ask("sheet no such")
    assert lines(dialog) == []
    press(screen, dialog, Qt.Key.Key_Escape)
    press(screen, ask("mark as in w"), Qt.Key.Key_Return)
    assert screen.label("shownCount").startswith("2 of 2")
    screen.choose_view(2)
    assert screen.titles() == ["Ferries on Batteries"]


def test_what_is_off_is_not_offered(screen: Screen, ask: Callable[[str], GoToDialog]) -> None:
    assert "Redo" not in lines(ask("re"))


def test_before_anything_is_typed_the_digests_of_late_are_offered(
    screen: Screen, ask: Callable[[str], GoToDialog]
) -> None:
    screen.choose(1)
    screen.choose(0)
    dialog = ask("")
    assert lines(dialog)[:2] == ["Harbours Learn to Charge Ships", "All digests"]
    press(screen, dialog, Qt.Key.Key_Return)
    assert screen.title() == "Harbours Learn to Charge Ships"


def test_arrow_keys_choose_and_escape_leaves_everything_as_it_was(
    screen: Screen, ask: Callable[[str], GoToDialog]
) -> None:
    dialog = ask("e")
    found = part_of(dialog, QListWidget, "goToFound")
    field = part_of(dialog, QLineEdit, "goToWords")
    screen.qtbot.keyClick(field, Qt.Key.Key_Down)
    assert found.currentRow() == 1
    screen.qtbot.keyClick(field, Qt.Key.Key_Up)
    assert found.currentRow() == 0
    press(screen, dialog, Qt.Key.Key_Escape)
    assert screen.title() == "Ferries on Batteries"
    assert not [dialog for dialog in screen.window.findChildren(QDialog) if dialog.isVisible()]


def test_enter_waits_for_an_answer_that_is_still_looked_up(screen: Screen) -> None:
    screen.trigger("go.anything")
    dialog = screen.dialog(GoToDialog)
    part_of(dialog, QLineEdit, "goToWords").setText("harbours")
    press(screen, dialog, Qt.Key.Key_Return)
    assert screen.title() == "Harbours Learn to Charge Ships"


def test_what_is_being_typed_goes_into_the_library_first(
    screen: Screen, ask: Callable[[str], GoToDialog]
) -> None:
    title = screen.type_title("Ferries, retold")
    screen.qtbot.keyClick(title, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = screen.dialog(GoToDialog)
    part_of(dialog, QLineEdit, "goToWords").setText("harbours")
    press(screen, dialog, Qt.Key.Key_Return)
    assert screen.part(QTextEdit, "titleEdit").toPlainText() == "Harbours Learn to Charge Ships"
    assert "Ferries, retold" in screen.titles()
