"""A digest is found by words of its title and chosen by key."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.listing import DigestCard
from curator.gui.dialogs.link_dialog import LinkDialog
from tests.gui.screen import part_of

CARDS = [
    DigestCard(1, "one", "Land Robots", "2024-08-18", "to do", 5, ()),
    DigestCard(2, "two", "Sea Robots", "2024-08-19", "to do", 5, ()),
    DigestCard(3, "three", "", "", "to do", 0, ()),
]


def search(words: str) -> Sequence[DigestCard]:
    """Titles that contain the words."""
    return [card for card in CARDS if words.lower() in card.title.lower()]


@pytest.fixture
def dialog(qtbot: QtBot) -> LinkDialog:
    """The dialog over three digests."""
    made = LinkDialog(search)
    qtbot.addWidget(made)
    made.show()
    return made


def words(dialog: LinkDialog) -> QLineEdit:
    """Where the words go."""
    return part_of(dialog, QLineEdit, "linkWords")


def test_typing_narrows_and_enter_takes_the_first(dialog: LinkDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(words(dialog), "sea")
    with qtbot.waitSignal(dialog.link_chosen) as told:
        qtbot.keyClick(words(dialog), Qt.Key.Key_Return)
    assert told.args == ["two", "Sea Robots"]
    assert not dialog.isVisible()


def test_arrow_keys_go_through_what_was_found(dialog: LinkDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(words(dialog), Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.link_chosen) as told:
        dialog.choose()
    assert told.args == ["two", "Sea Robots"]


def test_a_digest_without_a_title_goes_by_its_key(dialog: LinkDialog, qtbot: QtBot) -> None:
    found = part_of(dialog, QListWidget, "linkFound")
    found.setCurrentRow(2)
    with qtbot.waitSignal(dialog.link_chosen) as told:
        dialog.choose()
    assert told.args == ["three", "three"]


def test_what_is_not_found_cannot_be_added(dialog: LinkDialog, qtbot: QtBot) -> None:
    words(dialog).setText("submarine")
    with qtbot.assertNotEmitted(dialog.link_chosen):
        dialog.choose()
    add = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Add")
    assert not add.isEnabled()


@pytest.mark.fault("F36")
def test_marks_in_a_title_are_seen_before_it_is_chosen(qtbot: QtBot) -> None:
    card = DigestCard(9, "nine", "gpj.\u202eexe", "2024-08-18", "to do", 0, ())
    dialog = LinkDialog(lambda _words: [card])
    qtbot.addWidget(dialog)
    found = part_of(dialog, QListWidget, "linkFound")
    assert found.item(0).text().startswith("gpj.‹RLO›exe")
    with qtbot.waitSignal(dialog.link_chosen) as told:
        dialog.choose()
    assert told.args == ["nine", "gpj.\u202eexe"]
