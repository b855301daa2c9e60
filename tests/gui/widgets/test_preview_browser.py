"""The preview loads nothing, and follows only what it may."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.gui.theme import apply_theme, colour
from curator.gui.widgets.preview_browser import PreviewBrowser


@pytest.fixture
def browser(qtbot: QtBot) -> PreviewBrowser:
    """An empty preview."""
    made = PreviewBrowser()
    qtbot.addWidget(made)
    return made


def test_no_picture_and_no_file_is_loaded(browser: PreviewBrowser, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("secret", encoding="utf-8")
    kind = QTextDocument.ResourceType.HtmlResource
    assert browser.loadResource(kind.value, QUrl.fromLocalFile(str(secret))) is None
    browser.show_html(f"<p>text</p><img src='{secret.as_uri()}'>")
    assert browser.toPlainText().startswith("text")


def test_a_key_and_an_address_are_told_apart(browser: PreviewBrowser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(browser.key_requested) as key:
        browser.anchorClicked.emit(QUrl("0f3c5a8e9b7d"))
    with qtbot.waitSignal(browser.address_requested) as address:
        browser.anchorClicked.emit(QUrl("https://example.org/a"))
    assert (key.args, address.args) == (["0f3c5a8e9b7d"], ["https://example.org/a"])


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "data:text,x"])
def test_other_schemes_do_nothing(browser: PreviewBrowser, qtbot: QtBot, address: str) -> None:
    with (
        qtbot.assertNotEmitted(browser.key_requested),
        qtbot.assertNotEmitted(browser.address_requested),
    ):
        browser.anchorClicked.emit(QUrl(address))


def test_the_target_under_the_pointer_is_told(browser: PreviewBrowser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(browser.link_pointed) as told:
        browser.highlighted.emit(QUrl("https://example.org"))
    assert told.args == ["https://example.org"]
    with qtbot.waitSignal(browser.link_pointed) as told:
        browser.highlighted.emit(QUrl("file:///etc/passwd"))
    assert told.args == [""]


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_links_follow_a_change_of_the_scheme(
    browser: PreviewBrowser, qapp: QApplication, scheme: str
) -> None:
    apply_theme(qapp, {"dark": "light", "light": "dark"}[scheme])
    browser.show()
    browser.show_html("<a href='key'>a link to another digest</a>")
    assert colour("accent").name() in browser.toHtml()
    apply_theme(qapp, scheme)
    assert colour("accent").name() in browser.toHtml()
