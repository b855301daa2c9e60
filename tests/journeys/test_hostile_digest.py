"""A digest of a stranger is looked at from all sides: nobody hears of it, and no file is opened."""

import multiprocessing
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QHelpEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTextBrowser
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.pages.side_panel import PANELS, SidePanel
from curator.gui.widgets.preview_browser import PreviewBrowser
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.codec.texts import HOSTILE
from tests.gui.screen import Screen
from tests.journeys.traps import File, Web

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")

TEXT = """\
# __<img src="{file}"> Title <img src="{web}/title.gif">__, from ([20240818]({web}/origin).)

__[External link]({web}/source)__

## Summary

<link rel="stylesheet" href="{web}/a.css"><base href="{web}/"><style>@import "{web}/b.css"</style>
<meta http-equiv="refresh" content="0; url={web}/refresh"><script src="{web}/c.js"></script>
<iframe src="{web}/frame"></iframe><iframe src="{file}"></iframe><object data="{file}"></object>
<svg><image href="{web}/svg.gif"/><use href="{file}#a"/></svg><video src="{web}/v" poster="{file}">
<img src="{web}/tag.gif"> <img src="{file}"> <img src="file://{file}"> <img src="relative.gif">
<p style="background: url({web}/css.gif)">styled</p> <p style="background: url({file})">styled</p>
<table background="{web}/table.gif"><tr><td background="{file}">a</td></tr></table>
<form action="{web}/form"><input type="image" src="{web}/input.gif"></form>

![picture]({web}/markdown.gif) ![picture]({file}) ![picture](file://{file}) ![by reference][1]
<{web}/auto> [web link]({web}/link) [file link](file://{file}) [bare link]({file}) [unc](//b.c/d)
[script](javascript:alert(1)) [data](data:text/html,x) ![p](data:image/gif;base64,R0)
[mail](mailto:a@b.c)

[1]: {web}/reference.gif

## Keywords

* <img src="{file}"> <img src="{web}/keyword.gif">

## Themes

* <img src="{file}"> <img src="{web}/theme.gif">

## Signals

| Signal | Change | <img src="{file}"> |
|:-------|:-------|:-------------------|
| <img src="{file}"> <b>bold</b> | ![x]({web}/cell.gif) {long} | <img src="{web}/extra.gif"> |

## Closest

* [<img src="{file}">]({web}/closest)
"""


@pytest.fixture
def web() -> Iterator[Web]:
    """A web server that counts."""
    made = Web()
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    """A file that tells when it is opened."""
    made = File(tmp_path / "secret.gif")
    yield made
    made.close()


@contextmanager
def on_screen(qtbot: QtBot, folder: Path, text: str) -> Iterator[Screen]:
    """The window on a library with one digest, which is chosen."""
    inbox = folder / "inbox"
    inbox.mkdir()
    (inbox / "hostile.md").write_bytes(text.encode())
    workspace = Workspace.open(folder / "library.curator", actor="Ada")
    import_paths(workspace, [inbox])
    workspace.close()
    window = open_window(folder / "library.curator")
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    window.activateWindow()
    screen = Screen(window, qtbot)
    screen.choose(0)
    yield screen
    window.close()


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path, web: Web, file: File) -> Iterator[Screen]:
    """The window on a digest that calls home and reads files wherever one can write."""
    text = TEXT.format(web=web.address, file=file.path, long="word " * 1_000)
    with on_screen(qtbot, tmp_path, text) as shown:
        yield shown


def point_everywhere(screen: Screen) -> None:
    """Move the pointer over the whole window, and ask for the tooltip at each place."""
    for y in range(4, screen.window.height(), 24):
        for x in range(4, screen.window.width(), 48):
            part = screen.window.childAt(x, y)
            if part is not None:
                place = part.mapFrom(screen.window, QPoint(x, y))
                QTest.mouseMove(part, place)
                asked = QHelpEvent(QEvent.Type.ToolTip, place, part.mapToGlobal(place))
                QApplication.sendEvent(part, asked)


@pytest.mark.fault("F24")
@pytest.mark.fault("F25")
@pytest.mark.fault("F26")
def test_nothing_is_fetched_and_no_file_is_opened(
    screen: Screen, qtbot: QtBot, web: Web, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    panel, preview = (
        screen.part(SidePanel, "sidePanel"),
        screen.part(PreviewBrowser, "previewBrowser"),
    )
    for name in PANELS:
        panel.open(name)
        point_everywhere(screen)
    panel.open("preview")
    qtbot.waitUntil(lambda: "web link" in preview.toPlainText(), timeout=30_000)
    point_everywhere(screen)
    screen.window.render(QPixmap(screen.window.size()))
    assert opened == []
    assert web.hits == []
    assert file.openings() == 0
    assert screen.part(QListView, "digestList").model().rowCount() == 1


@pytest.mark.fault("F26")
def test_only_links_of_the_web_and_of_mail_open_and_only_after_they_were_shown(
    screen: Screen, qtbot: QtBot, web: Web, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    preview = screen.part(PreviewBrowser, "previewBrowser")
    qtbot.waitUntil(lambda: "web link" in preview.toPlainText(), timeout=30_000)
    offered = set()
    for target in links_of(preview):
        preview.anchorClicked.emit(QUrl(target))
        assert opened == []
        notice = screen.notice()
        if notice.startswith(("http:", "mailto:")):
            offered.add(notice)
    assert {f"{web.address}/link", "mailto:a@b.c"} <= offered
    assert web.hits == []
    assert file.openings() == 0


def links_of(preview: QTextBrowser) -> list[str]:
    """Every address that a click in the preview can lead to."""
    found = []
    block = preview.document().begin()
    while block.isValid():
        found += [each.format.anchorHref() for each in block.textFormats()]
        block = block.next()
    return sorted({href for href in found if href})


@pytest.mark.qt_log_ignore("Cannot set file position")  # a careless reader takes it for a file
def test_the_traps_do_count(qtbot: QtBot, web: Web, file: File) -> None:
    with urllib.request.urlopen(f"{web.address}/seen") as answer:  # noqa: S310  our own server
        assert answer.status == 200
    assert web.hits == ["/seen"]
    careless = QTextBrowser()
    qtbot.addWidget(careless)
    careless.setHtml(f'<img src="{file.path}">')
    careless.show()
    qtbot.waitExposed(careless)
    assert file.openings() > 0


@pytest.mark.fault("F33")
@pytest.mark.parametrize("name", ["brackets in a link", "underlines", "pipes in a table"])
def test_a_text_that_stops_the_renderer_is_shown_as_it_is_written(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    with on_screen(qtbot, tmp_path, HOSTILE[name]) as screen:
        preview = screen.part(PreviewBrowser, "previewBrowser")
        qtbot.waitUntil(lambda: bool(preview.toPlainText()), timeout=60_000)
    assert multiprocessing.active_children() == []
