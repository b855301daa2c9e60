"""A draft is shown beside what the library says; nothing happens to it but by a button."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.dialogs.draft_dialog import DraftDialog, DraftView
from curator.workspace.drafts import Draft
from curator.workspace.typed_fields import Standing
from tests.gui.screen import part_of


def a_view(text: str = "Land Robots Arrive", now: str = "Land Robots", **said: str) -> DraftView:
    draft = Draft(
        "x", 1, "digest", 1, "title", "Land Robots", text, "2026-08-03T10:04:00+00:00", Path("d")
    )
    return DraftView(draft, Standing("Land Robots", "Title", now, **said))


@pytest.fixture
def dialog(qtbot: QtBot) -> DraftDialog:
    made = DraftDialog([a_view(), a_view("Robots of the Land")])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_both_texts_stand_side_by_side_and_can_be_selected(dialog: DraftDialog) -> None:
    assert said(dialog, "draftStored") == "Land Robots"
    assert said(dialog, "draftTyped") == "Land Robots Arrive"
    for name in ("draftStored", "draftTyped"):
        side = pane(dialog, name)
        assert side.isReadOnly()
        side.selectAll()
        assert side.textCursor().selectedText()


def test_it_says_where_the_draft_belongs_and_since_when(dialog: DraftDialog) -> None:
    choice = part_of(dialog, QComboBox, "draftChoice")
    assert choice.currentText() == "Title  ·  Land Robots"
    assert label(dialog, "draftSince").text().startswith("Typed on 2026-08-0")
    assert not label(dialog, "draftDoubt").isVisible()


def test_it_says_that_the_library_changed_since(qtbot: QtBot) -> None:
    dialog = DraftDialog([a_view(now="Sea Robots")])
    qtbot.addWidget(dialog)
    assert "changed; it was “Land Robots”" in label(dialog, "draftDoubt").text()
    assert button(dialog, "draftTake").isVisibleTo(dialog)


def test_without_a_place_to_go_it_can_only_be_copied(qtbot: QtBot) -> None:
    dialog = DraftDialog([a_view(obstacle="Its digest is in the trash.")])
    qtbot.addWidget(dialog)
    assert (
        label(dialog, "draftDoubt").text() == "Its digest is in the trash. The text can be copied."
    )
    assert not button(dialog, "draftTake").isVisibleTo(dialog)
    button(dialog, "draftCopy").click()
    assert QGuiApplication.clipboard().text() == "Land Robots Arrive"


@pytest.mark.parametrize(
    ("name", "asked"),
    [("draftTake", "take_requested"), ("draftThrowAway", "throw_away_requested")],
)
def test_each_button_asks_for_its_deed_and_the_next_draft_comes(
    qtbot: QtBot, dialog: DraftDialog, name: str, asked: str
) -> None:
    with qtbot.waitSignal(getattr(dialog, asked)) as told:
        button(dialog, name).click()
    assert told.args[0].draft.text == "Land Robots Arrive"
    assert dialog.isVisible()
    dialog.settle(told.args[0])
    assert said(dialog, "draftTyped") == "Robots of the Land"
    with qtbot.waitSignal(dialog.accepted):
        dialog.settle(a_view("Robots of the Land"))


def test_it_follows_what_the_library_says(qtbot: QtBot, dialog: DraftDialog) -> None:
    part_of(dialog, QComboBox, "draftChoice").setCurrentIndex(1)
    dialog.follow([a_view(), a_view("Robots of the Land", now="Sea Robots")])
    assert [said(dialog, name) for name in ("draftStored", "draftTyped")] == [
        "Sea Robots",
        "Robots of the Land",
    ]
    assert "changed; it was “Land Robots”" in label(dialog, "draftDoubt").text()
    dialog.follow([a_view()])
    assert said(dialog, "draftTyped") == "Land Robots Arrive"
    with qtbot.waitSignal(dialog.accepted):
        dialog.follow([])


def test_a_text_that_is_being_copied_stays_marked_while_nothing_new_is_to_be_seen(
    dialog: DraftDialog,
) -> None:
    pane(dialog, "draftStored").selectAll()
    dialog.follow([a_view(), a_view("Robots of the Land", now="Sea Robots")])
    assert pane(dialog, "draftStored").textCursor().selectedText() == "Land Robots"


def test_another_draft_can_be_looked_at_first(dialog: DraftDialog) -> None:
    choice = part_of(dialog, QComboBox, "draftChoice")
    choice.setCurrentIndex(1)
    assert said(dialog, "draftTyped") == "Robots of the Land"


def test_later_does_nothing(qtbot: QtBot, dialog: DraftDialog) -> None:
    asked: list[object] = []
    dialog.take_requested.connect(asked.append)
    dialog.throw_away_requested.connect(asked.append)
    with qtbot.waitSignal(dialog.rejected):
        button(dialog, "draftLater").click()
    assert asked == []


def said(dialog: DraftDialog, name: str) -> str:
    return pane(dialog, name).toPlainText()


def pane(dialog: DraftDialog, name: str) -> QPlainTextEdit:
    return part_of(dialog, QPlainTextEdit, name)


def label(dialog: DraftDialog, name: str) -> QLabel:
    return part_of(dialog, QLabel, name)


def button(dialog: DraftDialog, name: str) -> QPushButton:
    return part_of(dialog, QPushButton, name)
