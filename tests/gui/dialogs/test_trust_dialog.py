"""The page says how things stand, and each button asks for the deed that mends it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.place import NETWORK, Place
from curator.gui.dialogs.trust_dialog import TrustDialog
from curator.gui.theme import apply_theme
from curator.workspace.standing import Standing
from curator.workspace.trust import Trust
from curator.workspace.trust_facts import facts
from tests.gui.screen import part_of

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
LONG = Path("/home/wien/Umweltbeobachtung/Datenschutzgrundverordnungsumsetzung/watch.curator")
CALM = Standing(LONG, NOW, checked_at=NOW, problems=0)


Part = TypeVar("Part", bound=QWidget)


def trust_of(standing: Standing) -> Trust:
    """What is known of a library that stands like this."""
    return Trust(standing, facts(standing))


def part(dialog: TrustDialog, kind: type[Part], name: str) -> Part:
    """A part of the page, by its name."""
    return part_of(dialog, kind, name)


def test_it_says_that_it_looks_until_it_knows(qtbot: QtBot) -> None:
    dialog = TrustDialog()
    qtbot.addWidget(dialog)
    assert dialog.text() == "Looking …"
    dialog.show_refusal("The library is busy.")
    assert part(dialog, QLabel, "trustVerdict").text() == "The library is busy."


def test_a_calm_page_has_few_buttons(qtbot: QtBot) -> None:
    dialog = TrustDialog()
    qtbot.addWidget(dialog)
    dialog.show_trust(trust_of(CALM))
    dialog.show()
    assert part(dialog, QLabel, "trustVerdict").text() == "Your work is safe."
    shown = [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert sorted(shown) == ["Back up now", "Check now", "Close", "Copy"]


def test_each_button_asks_for_its_deed(qtbot: QtBot) -> None:
    dialog = TrustDialog()
    qtbot.addWidget(dialog)
    dialog.show_trust(trust_of(replace(CALM, conflicts=2, place=Place(NETWORK, "nfs4"))))
    asked: list[str] = []
    dialog.mend_requested.connect(asked.append)
    for name in ("mend.backup", "mend.conflicts", "mend.place"):
        part(dialog, QPushButton, name).click()
    assert asked == ["file.backup", "file.conflicts", "file.save_copy"]


def test_what_changed_is_shown_in_place_and_a_deed_that_is_off_says_why(qtbot: QtBot) -> None:
    dialog = TrustDialog()
    qtbot.addWidget(dialog)
    dialog.show_trust(trust_of(replace(CALM, drafts=1)))
    button = part(dialog, QPushButton, "mend.backup")
    dialog.show_trust(trust_of(CALM), {"file.backup": "The folder can’t be written."})
    assert part(dialog, QPushButton, "mend.backup") is button
    assert not button.isEnabled()
    assert button.toolTip() == "The folder can’t be written."
    assert part(dialog, QLabel, "fact.drafts").text() == "None."


def test_the_whole_page_can_be_copied(qtbot: QtBot) -> None:
    dialog = TrustDialog()
    qtbot.addWidget(dialog)
    dialog.show_trust(trust_of(replace(CALM, problems=2)))
    part(dialog, QPushButton, "trustCopy").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Your work needs you: the last check found 2 problems.")
    assert "Last check (needs you): Today at 20:15. It found 2 problems." in copied
    assert str(LONG) in copied


def test_a_long_path_never_makes_the_page_wider(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    dialog = TrustDialog()
    qtbot.addWidget(dialog)
    path = LONG.parent / ("Früherkennung" * 20)
    dialog.show_trust(trust_of(replace(CALM, library=path)))
    dialog.show()
    place = part(dialog, QLabel, "fact.place")
    assert place.minimumSizeHint().width() < 400
    assert dialog.width() == 800


def test_its_signs_follow_the_scheme(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = TrustDialog()
    qtbot.addWidget(dialog)
    dialog.show_trust(trust_of(CALM))
    dialog.show()
    apply_theme(qapp, "light")
    light = dialog.grab().toImage()
    apply_theme(qapp, "dark")
    dialog.tell("Backing up …")
    assert dialog.grab().toImage() != light
    assert part(dialog, QLabel, "trustDoing").text() == "Backing up …"
    apply_theme(qapp, "light")
