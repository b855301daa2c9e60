"""The one place where the objects of the window meet: theme, library, lanes, messages, window."""

import ctypes
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from curator.domain.errors import CuratorError
from curator.domain.listing import Listing
from curator.gui.background import Background
from curator.gui.change_feed import ChangeFeed
from curator.gui.controllers.closed_deed import ClosedDeed
from curator.gui.controllers.list_question import look_up_ahead
from curator.gui.controllers.returning import view_kept
from curator.gui.crash_hooks import CrashHooks
from curator.gui.handover import Handover
from curator.gui.main_window import MainWindow
from curator.gui.messages import Messages, Notice
from curator.gui.reopening import Reopening
from curator.gui.session import Session
from curator.gui.starting import Starting, refuse, tell_former_ends
from curator.gui.theme import apply_theme
from curator.gui.widgets.file_picker import LIBRARY_SUFFIX
from curator.gui.window_state import WindowState
from curator.runs import Run
from curator.settings import config_folder, default_library, load_settings, save_settings
from curator.workspace.backups import interrupted_restore
from curator.workspace.workspace import Workspace

APPLICATION_ID = "org.signalcurator.Curator"
USAGE = "usage: curator-window [LIBRARY] [FILE OR FOLDER TO IMPORT ...]"
WINDOW = "the window of Curator"
"""Who has the library open, in the words that other processes use."""
PATIENCE = 0.4
"""Seconds that an edit waits for another process; the window stands still meanwhile."""
TURN = 0.0005
"""Seconds that a background task may go on when the window is to do something; it gives way many
times in what is one deed of a person, so that Python's own 5 ms would add up."""
SQLITE = b"SQLite format 3\0"
XCB_CURSOR = "libxcb-cursor.so.0"
_kept: list[MainWindow] = []  # windows that took the place of another; nobody else holds them


def open_window(
    library_path: Path | str, handover: Handover | None = None, run: Run | None = None
) -> MainWindow:
    """Open a library, made where there is none, in a window that is shown.

    Closing the window closes the library. The caller keeps the window alive. `handover` is the
    claim to show that library, where it was made before; `run` tells how former runs ended.

    Raises:
        LibraryError: the file is no library, too new, damaged beyond reading, or can't be made.
    """
    application = _application()
    settings, note = load_settings()
    apply_theme(application, settings.colour_scheme)
    path = Path(library_path).expanduser().absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    workspace = Workspace.open_or_view(
        path, create=True, actor=settings.signature, role=WINDOW, patience=PATIENCE
    )
    feed = ChangeFeed()
    workspace.subscribe(feed.publish)
    state = WindowState(config_folder(), forgets=run is not None and run.is_safe_start)
    session = Session(workspace, feed, Messages(), Background(), state)
    look_up_ahead(session, Listing(view_kept(session)))
    window = MainWindow(session)
    window.library_requested.connect(partial(_change_library, window))
    window.closed_deed_requested.connect(partial(_do_closed, window))
    _catch_exceptions(session, window)
    _take_visits(handover or Handover(path), window)
    _remember(session, path)
    if note:
        session.messages.notify(Notice(note, lasting=True))
    if run is not None:
        tell_former_ends(run, session.messages, window)
    window.show()
    return window


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window on the named library, or on the one that was open last, and import files."""
    try:
        library, files = named(list(sys.argv[1:] if argv is None else argv))
    except CuratorError as error:
        return refuse(str(error))
    if not has_display():
        return refuse(
            "There is no display to open a window on. Every deed works without one:"
            " see “curator --help”."
        )
    if not has_cursors():
        return refuse(
            "The window needs the system library libxcb-cursor. Install the package"
            " libxcb-cursor0, then start again."
        )
    return Starting(_application(), open_window, files).start(library or last_library())


def named(names: Sequence[str]) -> tuple[Path | None, list[Path]]:
    """The library that a command line names, and what is to be imported, as absolute paths.

    Raises:
        CuratorError: there is an option, a second library, or a file that is not there.
    """
    paths = [Path(name).expanduser().absolute() for name in names]
    libraries = [path for path in paths if _is_library(path)]
    if len(libraries) > 1 or any(name.startswith("-") for name in names):
        raise CuratorError(USAGE)
    files = [path for path in paths if path not in libraries]
    for path in files:
        if not path.exists():
            raise CuratorError(f"There is no file {path}.", USAGE)
    return (libraries[0] if libraries else None), files


def last_library() -> Path:
    """The library that was open last and still exists; otherwise the default one."""
    if "CURATOR_LIBRARY" not in os.environ:
        for path in map(Path, load_settings()[0].recent_libraries):
            if path.is_file() or interrupted_restore(path):
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
    sys.setswitchinterval(TURN)
    application.setDesktopFileName(APPLICATION_ID)
    return application


def _is_library(path: Path) -> bool:
    """Whether a path names a library; it may have to be made yet."""
    if path.suffix == LIBRARY_SUFFIX:
        return not path.is_dir()
    try:
        with path.open("rb") as stream:
            return stream.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def _catch_exceptions(session: Session, window: MainWindow) -> None:
    """Tell in this window whatever nobody caught, after Qt has come back from where it happened."""
    hooks = CrashHooks(session.messages.reports, window)
    hooks.caught.connect(session.messages.tell_report, Qt.ConnectionType.QueuedConnection)
    hooks.install()
    window.closed.connect(hooks.remove)


def _take_visits(handover: Handover, window: MainWindow) -> None:
    """Take the files of later starts, where no other window has the library."""
    handover.setParent(window)
    if handover.claim():
        handover.files_arrived.connect(window.take_files)
        handover.listen()
        window.closed.connect(handover.leave)


def _change_library(window: MainWindow, path: Path) -> None:
    """Open another library in the place of `window`; where that fails, it stays as it is."""
    if window.shows(path):
        window.activateWindow()
        return
    handover = Handover(path)
    try:
        if handover.passed_on(()):
            return  # another window shows it, and came to the front
        successor = open_window(path, handover)
    except CuratorError as error:
        handover.leave()
        window.tell_error(error)
        return
    _take_place(window, successor)
    window.close()
    window.deleteLater()


def _do_closed(window: MainWindow, deed: ClosedDeed) -> None:
    """Do what needs the file of the library to itself; another window shows it then."""
    reopening = Reopening(window, open_window)
    reopening.reopened.connect(partial(_take_place, window))
    reopening.begin(deed)


def _take_place(window: MainWindow, successor: MainWindow) -> None:
    _kept.append(successor)
    successor.closed.connect(partial(_let_go, successor))
    successor.setGeometry(window.geometry())


def _let_go(window: MainWindow) -> None:
    _kept.remove(window)
    window.deleteLater()


def _remember(session: Session, path: Path) -> None:
    try:
        save_settings(load_settings()[0].with_recent(path))
    except CuratorError as error:
        session.messages.tell_error(error)
