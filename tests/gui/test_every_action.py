"""Every action of the table, chosen once in a window where it means something."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from curator.domain.link import RELATIONS
from curator.gui.actions import (
    ACTIONS,
    BACK,
    CHANGED,
    FORWARD,
    LEDGER,
    NARROWED,
    REDOABLE,
    SAVED,
    TRASHED,
    ActionSpec,
)
from curator.gui.dialogs.crash_dialog import CrashDialog
from curator.gui.dialogs.search_dialog import SearchDialog
from curator.workspace import reading
from curator.workspace.checking import check
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.gui.ledger import Ledger
from tests.gui.screen import Screen


def prepare(screen: Screen, spec: ActionSpec) -> None:
    """A digest with a row chosen in each table, and a past; more where the action needs it."""
    screen.choose(1)
    screen.type_cell("signalsTable", 0, 1, "Nobody burns diesel")
    screen.type_cell("themesTable", 0, 0, "Electricity")
    for table in ("signalsTable", "themesTable", "keywordsTable", "closestTable"):
        screen.put_cursor(table, 0)
    if REDOABLE in spec.needs:
        screen.trigger("edit.undo")
    if {NARROWED, SAVED, CHANGED} & set(spec.needs):
        keep_a_search(screen)
    if CHANGED in spec.needs:
        screen.trigger("edit.clear_search")
        screen.choose_view(7)
        find(screen, "charging or batteries")
    if {BACK, FORWARD} & set(spec.needs):
        screen.trigger("link.open")
    if FORWARD in spec.needs:
        screen.trigger("digest.back")
    if LEDGER in spec.needs:
        Ledger(screen).go(0)
    if TRASHED in spec.needs:
        screen.trigger("digest.trash")
        screen.choose_view(5)
        screen.choose(0)


def find(screen: Screen, words: str) -> None:
    """Search for something."""
    box = screen.part(QLineEdit, "searchBox")
    box.setText(words)
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)


def keep_a_search(screen: Screen) -> None:
    """A search that is kept and chosen."""
    find(screen, "charging")
    screen.trigger("search.save")
    screen.dialog(SearchDialog).accept()


@pytest.mark.parametrize("spec", ACTIONS, ids=[spec.id for spec in ACTIONS])
def test_each_action_can_be_chosen_and_leaves_a_sound_library(
    screen: Screen, library: Path, spec: ActionSpec
) -> None:
    prepare(screen, spec)
    screen.trigger(spec.id)
    QApplication.sendPostedEvents()
    dialogs = screen.window.findChildren(QDialog)
    assert not [dialog for dialog in dialogs if isinstance(dialog, CrashDialog)]
    for dialog in dialogs:
        dialog.close()
    screen.window.close()
    workspace = Workspace.open(library, create=False)
    assert check(workspace).problems == ()
    workspace.close()


@pytest.mark.parametrize("relation", [*RELATIONS, ""])
def test_each_relation_has_its_action(screen: Screen, library: Path, relation: str) -> None:
    screen.choose(1)
    screen.put_cursor("closestTable", 0)
    screen.trigger("relation.supports" if relation == "unsure" else "relation.unsure")
    screen.trigger(f"relation.{relation.replace(' ', '') or 'clear'}")
    screen.window.close()
    workspace = Workspace.open(library, create=False)
    digest = reading.digest_by_key(workspace, KEY_A)
    assert reading.whole(workspace, digest.id).closest[0].relation == relation
    workspace.close()
