"""Actions are on when they mean something."""

from curator.gui.actions import ACTIONS, PERMISSIONS
from tests.gui.screen import Screen

ALWAYS = {spec.id for spec in ACTIONS if PERMISSIONS.issuperset(spec.needs)}


def test_in_an_empty_library_only_what_helps_is_on(empty_screen: Screen) -> None:
    on = {spec.id for spec in ACTIONS if empty_screen.action(spec.id).isEnabled()}
    assert on == ALWAYS


def test_rows_can_be_deleted_when_one_is_selected(screen: Screen) -> None:
    screen.choose(1)
    assert not screen.action("signal.delete").isEnabled()
    screen.put_cursor("signalsTable", 0)
    assert screen.action("signal.delete").isEnabled()
    assert not screen.action("theme.delete").isEnabled()


def test_undo_is_on_while_there_is_a_step(screen: Screen) -> None:
    assert screen.action("edit.undo").isEnabled()
    assert not screen.action("edit.redo").isEnabled()


def test_while_an_import_writes_the_page_waits_and_then_goes_on(screen: Screen) -> None:
    screen.choose(1)
    table = screen.put_cursor("signalsTable", 0)
    screen.qtbot.waitUntil(table.hasFocus)
    screen.trigger("library.sample")
    assert not table.isEnabled()
    assert not screen.action("signal.add").isEnabled()
    screen.wait_for_notice("new")
    screen.qtbot.waitUntil(table.isEnabled)
    screen.qtbot.waitUntil(table.hasFocus)
    assert screen.action("signal.add").isEnabled()
