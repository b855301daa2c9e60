"""Addresses are shown before they are opened, and only those of the web and of mail."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolButton

from curator.gui.pages.side_panel import SidePanel
from curator.gui.widgets.notice_bar import NoticeBar
from tests.gui.screen import Screen


def test_the_article_is_offered_with_its_whole_address(screen: Screen) -> None:
    screen.choose(1)
    screen.part(QToolButton, "openSource").click()
    assert screen.notice() == "https://www.example.org/2024/07/harbours?utm_source=scan"
    assert screen.part(NoticeBar, "noticeBar").notice.verb == "Open in browser"


def test_it_opens_only_when_the_person_says_so(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    screen.trigger("digest.open_source")
    assert opened == []
    act = screen.part(NoticeBar, "noticeBar").notice.act
    assert act is not None
    act()
    assert opened == ["https://www.example.org/ferries"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "not an address"])
def test_other_addresses_cannot_be_opened(screen: Screen, address: str) -> None:
    screen.part(SidePanel, "sidePanel").address_requested.emit(address)
    assert screen.notice().startswith("This is no address of the web")
    assert screen.part(NoticeBar, "noticeBar").notice.act is None


def test_a_link_under_the_pointer_is_told_in_the_status_line(screen: Screen) -> None:
    screen.part(SidePanel, "sidePanel").link_pointed.emit("https://example.org")
    assert screen.label("statusLine") == "https://example.org"


def test_an_address_without_end_is_cut(screen: Screen) -> None:
    screen.part(SidePanel, "sidePanel").address_requested.emit(f"https://example.org/{'x' * 999}")
    assert len(screen.notice()) < 310
