"""The table of actions: the ids that others rely on, scopes, and what turns them on."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.gui.actions import ACTIONS, DIGEST, EDITABLE, MENUS, SIGNAL_ROW, TOOL_BAR, ActionTable
from tests.gui.screen import Screen

PROMISED = [
    "edit.undo",
    "edit.redo",
    "file.import",
    "file.export",
    "signal.add",
    "signal.delete",
    "signal.up",
    "signal.down",
    "theme.add",
    "theme.delete",
    "keyword.add",
    "keyword.delete",
    "link.add",
    "link.delete",
]


@pytest.fixture
def table(qtbot: QtBot) -> ActionTable:
    """The actions of a window, without icons."""
    return ActionTable(_OWNER, _no_icon)


_OWNER = QObject()


def _no_icon(action: QAction, name: str) -> None:
    assert name


def test_the_ids_that_others_rely_on_are_there() -> None:
    assert {spec.id for spec in ACTIONS} >= {*PROMISED, *TOOL_BAR}


def test_each_action_is_in_a_menu_and_says_what_it_does() -> None:
    assert {spec.menu for spec in ACTIONS} == set(MENUS)
    assert [spec.id for spec in ACTIONS if not spec.text] == []


def test_keys_of_a_table_work_only_there(table: ActionTable) -> None:
    scoped = table.of_scope("closestTable")
    assert {action.objectName() for action in scoped} >= {"link.add", "relation.supports"}
    assert {action.shortcutContext() for action in scoped} == {Qt.ShortcutContext.WidgetShortcut}
    assert table["edit.undo"].shortcutContext() == Qt.ShortcutContext.WindowShortcut


def test_keys_of_a_table_are_in_its_hands(screen: Screen) -> None:
    for spec in ACTIONS:
        if spec.scope:
            assert screen.action(spec.id) in screen.part(QWidget, spec.scope).actions(), spec.id


def test_an_action_is_on_when_all_that_it_needs_holds(table: ActionTable) -> None:
    table.enable([DIGEST, EDITABLE])
    assert table["signal.add"].isEnabled()
    assert not table["signal.delete"].isEnabled()
    table.enable([DIGEST, SIGNAL_ROW, EDITABLE])
    assert table["signal.delete"].isEnabled()


def test_slots_are_connected_by_id(table: ActionTable) -> None:
    done: list[str] = []
    table.connect({"help.about": lambda: done.append("about")})
    table["help.about"].trigger()
    assert done == ["about"]


def test_menus_list_actions_in_the_order_of_the_table(table: ActionTable) -> None:
    ids = [spec.id for spec, _ in table.of_menu("Edit")]
    assert ids[:2] == ["edit.undo", "edit.redo"]


def test_tips_name_the_key(table: ActionTable) -> None:
    assert "Ctrl+E" in table["file.export"].toolTip()


def test_an_action_that_is_off_for_a_reason_says_it_and_then_has_its_tip_back(
    table: ActionTable,
) -> None:
    plain = table["signal.add"].toolTip()
    for reason in ("It can’t be written.", "It is damaged."):
        table.enable([DIGEST], reason)
        assert table["signal.add"].toolTip() == reason
        assert table["signal.add"].statusTip() == reason
    assert table["file.export"].toolTip() == "Write digests as Markdown files (Ctrl+E)"
    table["edit.undo"].setToolTip("Undo: Edit the title")
    table.enable([DIGEST], "It is damaged.")
    assert table["edit.undo"].toolTip() == "It is damaged."
    table.enable([DIGEST, EDITABLE])
    assert table["signal.add"].toolTip() == plain
    assert table["signal.add"].statusTip() == ""
    assert table["edit.undo"].toolTip() == "Undo: Edit the title"
