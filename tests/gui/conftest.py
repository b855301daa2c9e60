"""A library with two digests, and the window on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from curator.gui.application import open_window
from curator.gui.background import Background
from curator.gui.change_feed import ChangeFeed
from curator.gui.main_window import MainWindow
from curator.gui.messages import Messages
from curator.gui.session import Session
from curator.gui.theme import apply_theme
from curator.gui.window_state import WindowState
from curator.library.library import Library
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B, LAYOUT_A, LAYOUT_B
from tests.gui.screen import READ_ONLY, Screen


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with the two digests as files."""
    folder = tmp_path / "digests"
    folder.mkdir()
    (folder / f"{KEY_A}.md").write_text(LAYOUT_A, encoding="utf-8")
    (folder / f"{KEY_B}.md").write_text(LAYOUT_B, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, files: Path) -> Path:
    """A library that holds them."""
    path = tmp_path / "library.curator"
    workspace = Workspace.open(path, actor="Ada")
    import_paths(workspace, [files])
    workspace.close()
    return path


@pytest.fixture
def screen(qtbot: QtBot, library: Path) -> Iterator[Screen]:
    """The window on that library."""
    yield from _on_screen(qtbot, library)


@pytest.fixture
def empty_screen(qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    """The window on a new library."""
    yield from _on_screen(qtbot, tmp_path / "new.curator")


@pytest.fixture
def passing(qtbot: QtBot, library: Path) -> Iterator[Screen]:
    """A window that gives its place to another; whichever is there at the end is closed."""
    yield Screen(open_window(library), qtbot)
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and isValid(window):
            window.close()
            window.deleteLater()


@pytest.fixture
def session(qtbot: QtBot, library: Path, tmp_path: Path) -> Iterator[Session]:
    """What a page works with, without a window around it."""
    apply_theme(_application(), "light")
    workspace = Workspace.open(library, actor="Ada")
    feed = ChangeFeed()
    workspace.subscribe(feed.publish)
    state = WindowState(tmp_path / "config")
    session = Session(workspace, feed, Messages(), Background(), state)
    yield session
    session.background.stop()
    workspace.close()


@pytest.fixture
def viewer(qtbot: QtBot, qapp: QApplication, library: Path, tmp_path: Path) -> Iterator[Screen]:
    """The window on that library, opened to be read only."""
    apply_theme(qapp, "light")
    workspace = Workspace(Library.view(library, READ_ONLY), "Ada")
    state = WindowState(tmp_path / "config")
    session = Session(workspace, ChangeFeed(), Messages(), Background(), state)
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield Screen(window, qtbot)
    window.close()


def _on_screen(qtbot: QtBot, path: Path) -> Iterator[Screen]:
    window = open_window(path)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    window.activateWindow()
    yield Screen(window, qtbot)
    window.close()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
