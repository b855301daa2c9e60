"""Places of the ledger on the trail: the same row, column, search and height on screen."""

from curator.gui.widgets.search_box import SearchBox
from tests.gui.ledger import GRID, Ledger
from tests.gui.screen import Screen


def test_a_place_is_found_again_with_its_search(screen: Screen) -> None:
    ledger = Ledger(screen)
    box = screen.part(SearchBox, "searchBox")
    box.setText("batteries")
    box.search_now()
    ledger.wait_for(1)
    ledger.go(0, "driving_force")
    screen.trigger("ledger.open")
    screen.trigger("edit.clear_search")
    screen.trigger("digest.back")
    screen.qtbot.waitUntil(lambda: ledger.page.isVisible() or bool(screen.title()))
    for _ in range(3):
        if not ledger.page.isVisible():
            screen.trigger("digest.back")
    ledger.wait_for(1)
    assert box.text() == "batteries"
    assert ledger.current() == GRID
    assert ledger.table.currentIndex().column() == ledger.model.names.index("driving_force")
    screen.trigger("digest.forward")
    assert not ledger.page.isVisible()


def test_a_row_that_is_gone_is_no_place(screen: Screen) -> None:
    ledger = Ledger(screen)
    ledger.go(3)
    screen.trigger("ledger.open")
    screen.trigger("signal.delete")
    assert screen.action("digest.back").isEnabled()
    screen.trigger("digest.back")
    assert not ledger.page.isVisible()
