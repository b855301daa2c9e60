"""The window as a whole: its parts, what it takes, and how it gives way to a small screen."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLineEdit,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from curator.gui.actions import ACTIONS
from curator.gui.application import open_window
from tests.digests import LAYOUT_A
from tests.gui.screen import Screen

NAMES = [
    "sidebar",
    "digestList",
    "searchBox",
    "digestPage",
    "titleEdit",
    "sourceEdit",
    "summaryEdit",
    "signalsTable",
    "themesTable",
    "keywordsTable",
    "closestTable",
    "previewBrowser",
    "historyList",
    "findingsList",
    "saveState",
]


def test_the_parts_have_the_names_that_others_rely_on(screen: Screen) -> None:
    assert [name for name in NAMES if screen.window.findChild(QWidget, name) is None] == []
    ids = {action.objectName() for action in screen.window.findChildren(QAction)}
    assert ids >= {spec.id for spec in ACTIONS}


def test_the_first_digest_is_shown_with_all_that_it_says(screen: Screen) -> None:
    assert screen.titles() == ["Ferries on Batteries", "Harbours Learn to Charge Ships"]
    screen.choose(1)
    assert screen.title() == "Harbours Learn to Charge Ships"
    assert screen.cells("signalsTable") == ["Charging arms at quay", "Grid too weak"]
    assert screen.cells("themesTable") == ["Energy", "Shipping"]
    assert screen.cells("keywordsTable") == ["ferries", "charging", "ports"]
    assert screen.cells("closestTable") == ["Ferries on Batteries", "A Port That Is Not Here"]
    assert screen.label("shownCount") == "2 of 2 shown"


def test_an_edit_is_saved_at_once_and_the_window_says_when(
    screen: Screen, qtbot: QtBot, library: Path
) -> None:
    screen.choose(1)
    screen.type_cell("signalsTable", 0, 1, "Nobody burns diesel")
    assert screen.cells("signalsTable", 1)[0] == "Nobody burns diesel"
    assert screen.label("saveState").startswith("Saved ")
    screen.window.close()
    again = open_window(library)
    qtbot.addWidget(again)
    assert Screen(again, qtbot).cells("signalsTable", 1)[0] == "Nobody burns diesel"
    again.close()


def test_what_is_typed_when_the_window_closes_is_kept(
    screen: Screen, qtbot: QtBot, library: Path
) -> None:
    screen.type_title("Ferries by wire")
    screen.window.close()
    again = open_window(library)
    qtbot.addWidget(again)
    assert Screen(again, qtbot).title() == "Ferries by wire"
    again.close()


def test_files_can_be_dropped_on_the_window(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "third.md"
    path.write_text(LAYOUT_A.replace("Harbours", "Third Harbours"), encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    move, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    nothing = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), move, mime, left, nothing)
    screen.window.dragEnterEvent(entering)
    assert entering.isAccepted()
    screen.window.dropEvent(QDropEvent(QPointF(9, 9), move, mime, left, nothing))
    screen.wait_for_notice("1 new")
    assert len(screen.titles()) == 3


def test_text_cannot_be_dropped_on_the_window(screen: Screen) -> None:
    mime = QMimeData()
    mime.setText("just words")
    entering = QDragEnterEvent(
        QPointF(9, 9).toPoint(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    screen.window.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_closing_gives_the_exceptions_back(screen: Screen) -> None:
    ours = sys.excepthook
    screen.window.close()
    assert sys.excepthook != ours


def test_every_control_has_an_accessible_name(screen: Screen) -> None:
    kinds = (QAbstractButton, QAbstractScrollArea, QLineEdit, QTabBar)
    screen.part(QLineEdit, "searchBox").setText("x")  # brings up the button that clears it
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in screen.window.findChildren(QWidget)
        if isinstance(widget, kinds) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not widget.objectName().endswith("_ext_button")  # of Qt itself
        if widget.isVisible() and not _spoken(widget)
    ]
    assert nameless == []


def test_everything_fits_a_small_screen(screen: Screen) -> None:
    screen.window.resize(1280, 720)
    assert screen.window.minimumSizeHint().width() <= 1280
    assert screen.window.minimumSizeHint().height() <= 720


def test_nothing_is_cut_off_in_a_narrow_window(screen: Screen) -> None:
    screen.choose(1)
    panel = screen.part(QTabWidget, "sidePanel")
    page = screen.part(QWidget, "digestContent")
    for width in (1043, 900):
        screen.qtbot.waitUntil(partial(_resized, screen.window, width))
        screen.qtbot.waitUntil(lambda: not panel.isVisible())
        screen.qtbot.waitUntil(lambda: _is_whole(page))
    screen.trigger("view.side_panel")
    assert panel.isVisible()
    screen.window.resize(screen.window.minimumSizeHint())
    screen.qtbot.waitUntil(lambda: _is_whole(page))
    screen.window.resize(1300, 760)
    screen.window.resize(1000, 760)
    assert panel.isVisible()


def test_the_side_panel_comes_back_with_the_room_for_it(screen: Screen) -> None:
    panel = screen.part(QTabWidget, "sidePanel")
    screen.window.resize(900, 600)
    screen.qtbot.waitUntil(lambda: not panel.isVisible())
    screen.window.resize(1280, 720)
    screen.qtbot.waitUntil(panel.isVisible)


def _resized(window: QWidget, width: int) -> bool:
    """Pull at the side of a window; it gives way as soon as its parts do."""
    window.resize(width, 600)
    return window.width() == width


def _is_whole(content: QWidget) -> bool:
    """Whether all that the page needs is seen without scrolling sideways."""
    port = content.parentWidget()
    return port is not None and content.width() <= port.width()


def _spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)
