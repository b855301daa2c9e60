"""The one place where the objects of the window meet: theme, library, lanes, messages, window."""

import ctypes
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from curator.domain.errors import CuratorError
from curator.gui.background import Background
from curator.gui.change_feed import ChangeFeed
from curator.gui.main_window import MainWindow
from curator.gui.messages import Messages, Notice
from curator.gui.session import Session
from curator.gui.theme import apply_theme
from curator.gui.window_state import WindowState
from curator.settings import config_folder, default_library, load_settings, save_settings
from curator.workspace.workspace import Workspace

APPLICATION_ID = "org.signalcurator.Curator"
USAGE = "usage: curator-window [LIBRARY]"
XCB_CURSOR = "libxcb-cursor.so.0"
_kept: list[MainWindow] = []  # windows that took the place of another; nobody else holds them


def open_window(library_path: Path | str) -> MainWindow:
    """Open a library, made where there is none, in a window that is shown.

    Closing the window closes the library. The caller keeps the window alive.

    Raises:
        LibraryError: the file is no library, too new, damaged or can't be read.
    """
    application = _application()
    settings, note = load_settings()
    apply_theme(application, settings.colour_scheme)
    path = Path(library_path).expanduser().absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    workspace = Workspace.open(path, create=True, actor=settings.signature)
    feed = ChangeFeed()
    workspace.subscribe(feed.publish)
    session = Session(workspace, feed, Messages(), Background(), WindowState(config_folder()))
    window = MainWindow(session)
    window.library_requested.connect(partial(_change_library, window))
    _remember(session, path)
    if note:
        session.messages.notify(Notice(note, lasting=True))
    window.show()
    return window


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window on the named library, or on the one that was open last."""
    names = list(sys.argv[1:] if argv is None else argv)
    if len(names) > 1 or (names and names[0].startswith("-")):
        return _refuse(USAGE)
    if not has_display():
        return _refuse(
            "There is no display to open a window on. Every deed works without one:"
            " see “curator --help”."
        )
    if not has_cursors():
        return _refuse(
            "The window needs the system library libxcb-cursor. Install the package"
            " libxcb-cursor0, then start again."
        )
    application = _application()
    try:
        window = open_window(Path(names[0]) if names else last_library())
    except CuratorError as error:
        return _refuse(str(error))
    code = application.exec()
    window.deleteLater()
    return code


def last_library() -> Path:
    """The library that was open last and still exists; otherwise the default one."""
    if "CURATOR_LIBRARY" not in os.environ:
        for path in map(Path, load_settings()[0].recent_libraries):
            if path.is_file():
                return path
    return default_library()


def has_display() -> bool:
    """Whether a window could be seen, or was asked for on a platform without a screen."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def has_cursors() -> bool:
    """Whether Qt will find what it needs on X11; without it Qt would end the process."""
    if not sys.platform.startswith("linux") or not _will_use_xcb():
        return True
    try:
        ctypes.CDLL(XCB_CURSOR)
    except OSError:
        return False
    return True


def _will_use_xcb() -> bool:
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if wanted:
        return wanted.startswith("xcb")
    return bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")


def _application() -> QApplication:
    present = QApplication.instance()
    application = present if isinstance(present, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Curator")
    application.setDesktopFileName(APPLICATION_ID)
    return application


def _change_library(window: MainWindow, path: Path) -> None:
    """Open another library in the place of `window`; where that fails, it stays as it is."""
    if window.shows(path):
        window.activateWindow()
        return
    try:
        successor = open_window(path)
    except CuratorError as error:
        window.tell_error(error)
        return
    _kept.append(successor)
    successor.closed.connect(partial(_let_go, successor))
    successor.setGeometry(window.geometry())
    window.close()
    window.deleteLater()


def _let_go(window: MainWindow) -> None:
    _kept.remove(window)
    window.deleteLater()


def _remember(session: Session, path: Path) -> None:
    try:
        save_settings(load_settings()[0].with_recent(path))
    except CuratorError as error:
        session.messages.tell_error(error)


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)  # noqa: T201  there is no window yet to say it in
    return 2
