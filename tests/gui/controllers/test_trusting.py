"""The page in the window: it opens, keeps up with what is done, and its buttons do it."""

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from curator.gui.dialogs.trust_dialog import TrustDialog
from tests.gui.screen import Screen, part_of


def page(screen: Screen) -> TrustDialog:
    """The page, as soon as it knows how things stand."""
    screen.trigger("help.safe")
    dialog = screen.dialog(TrustDialog)
    screen.qtbot.waitUntil(lambda: "Your work" in dialog.text(), timeout=5_000)
    return dialog


def press(dialog: TrustDialog, name: str) -> None:
    """Press the button of a fact."""
    button = part_of(dialog, QPushButton, f"mend.{name}")
    assert button.isVisible()
    button.click()


def test_what_is_missing_is_mended_on_the_page(screen: Screen) -> None:
    dialog = page(screen)
    assert "two things are worth a look" in dialog.text()
    for name in ("backup", "check"):
        press(dialog, name)
    screen.qtbot.waitUntil(lambda: "Your work is safe." in dialog.text(), timeout=10_000)
    foot = part_of(dialog, QLabel, "trustDoing")
    assert foot.text().startswith("All is well")
    assert dialog.isVisible()
    dialog.close()


def test_it_shows_what_was_done_meanwhile(screen: Screen) -> None:
    dialog = page(screen)
    assert "1 step to lose" in dialog.text()
    screen.choose(1)
    screen.type_cell("themesTable", 0, 0, "Electricity")
    screen.qtbot.waitUntil(lambda: "2 steps to lose" in dialog.text(), timeout=5_000)
    dialog.close()


def test_a_deed_elsewhere_puts_the_page_away(screen: Screen) -> None:
    screen.choose(0)
    screen.trigger("digest.trash")
    dialog = page(screen)
    press(dialog, "trash")
    assert not dialog.isVisible()
    assert screen.part(QListWidget, "sidebar").currentRow() == 5
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == 1)


@pytest.mark.parametrize("times", [2])
def test_asking_twice_opens_one_page(screen: Screen, times: int) -> None:
    for _ in range(times):
        page(screen)
    assert len(screen.window.findChildren(TrustDialog)) == 1
    screen.dialog(TrustDialog).close()
