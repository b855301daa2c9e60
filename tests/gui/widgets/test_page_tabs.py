"""Two pages in one place."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from curator.gui.widgets.page_tabs import PageTabs


def test_a_tab_asks_for_its_page_and_only_the_page_seen_needs_room(qtbot: QtBot) -> None:
    narrow, wide = QLabel("a"), QLabel("wide " * 40)
    tabs = PageTabs({"digests": narrow, "signals": wide})
    qtbot.addWidget(tabs)
    tabs.set_tip("signals", "All of them")
    tabs.show_page("digests")
    small = tabs.minimumSizeHint().width()
    with qtbot.waitSignal(tabs.page_chosen) as told:
        tabs.tabs.setCurrentIndex(1)
    assert told.args == ["signals"]
    with qtbot.assertNotEmitted(tabs.page_chosen):
        tabs.show_page("signals")
    assert not narrow.isVisibleTo(tabs)
    assert wide.isVisibleTo(tabs)
    assert tabs.minimumSizeHint().width() > small
    assert tabs.tabs.tabToolTip(1) == "All of them"
    assert [tabs.tabs.tabText(place) for place in (0, 1)] == ["Digests", "Signals"]
