"""Pictures of every page and state of the window: light and dark, at 1x and 2x.

    python packaging/screenshots.py [FOLDER]

needs no display. The pictures show the sample digests, after a few edits.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "screenshots"
SIZES = {"": (1440, 900), "small-": (1280, 720)}
SCALES = ("1", "2")
SCHEMES = ("light", "dark")

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(sys.argv) <= 2:
        target = Path(sys.argv[1]) if len(sys.argv) == 2 else FOLDER
        for scale in SCALES:
            surroundings = {**os.environ, "QT_SCALE_FACTOR": scale}
            command = [sys.executable, __file__, str(target), scale]
            subprocess.run(command, env=surroundings, check=True)
        print(f"{len(list(target.glob('*.png')))} pictures in {target}")
        sys.exit(0)

from PySide6.QtCore import QEventLoop, QObject, QTimer  # noqa: E402  Qt reads the scale when it is loaded
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QTableView, QWidget  # noqa: E402

from curator.domain.ledger import BY_THEME  # noqa: E402
from curator.domain.listing import Listing  # noqa: E402
from curator.gui.application import open_window  # noqa: E402
from curator.gui.dialogs.conflict_dialog import ConflictDialog  # noqa: E402
from curator.gui.dialogs.crash_dialog import CrashDialog  # noqa: E402
from curator.gui.main_window import MainWindow  # noqa: E402
from curator.gui.messages import Crash  # noqa: E402
from curator.gui.pages.ledger_page.page import LedgerPage  # noqa: E402
from curator.gui.theme import apply_theme  # noqa: E402
from curator.workspace import reading, reviewing, rows  # noqa: E402
from curator.workspace.backups import back_up  # noqa: E402
from curator.workspace.drafts import keep, let_go  # noqa: E402
from curator.workspace.editing import set_signal_field  # noqa: E402
from curator.workspace.importing import import_paths  # noqa: E402
from curator.workspace.samples import import_samples, sample_folder  # noqa: E402
from curator.workspace.typed_fields import TypedField  # noqa: E402
from curator.workspace.workspace import Workspace  # noqa: E402

Part = TypeVar("Part", bound=QObject)
LONG = (
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung und"
    " Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz verändern die"
    " Grundstücksverkehrsgenehmigungszuständigkeit in ländlichen Gebieten"
)


def main(folder: Path, scale: str) -> None:
    """Take all pictures at one scale into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        for prefix, size in SIZES.items():
            with _home() as home:
                suffix = f"{scheme}-{scale}x"
                _shoot(home, size, scheme, partial(_save, folder, prefix, suffix))


Save = Callable[[str, QWidget], None]


def _shoot(home: Path, size: tuple[int, int], scheme: str, save: Save) -> None:
    with _opened(home / "empty.curator", size, scheme) as window:
        save("empty-library", window)
    library = home / "sample.curator"
    _prepare(library)
    with _opened(library, size, scheme) as window:
        for name, arrange in STATES.items():
            arrange(window)
            _wait()
            save(name, window)
        _leave_draft(library)
        for name, id_ in DIALOGS.items():
            _trigger(window, id_)
            _wait(400)
            dialog = _dialog(id_)
            save(name, dialog)
            dialog.close()
            _wait(20)
        _shoot_conflict(library, window, save)
        save("crash", _shown(CrashDialog(Crash("ZeroDivisionError", "an example"), window)))
    _damage(library)
    with _opened(library, size, scheme) as window:
        save("damaged-library", window)
        _trigger(window, "help.safe")
        _wait(400)
        save("work-in-danger", _dialog("help.safe"))


def _leave_draft(library: Path) -> None:
    """A text that was being typed, as a window leaves it that was ended from outside."""
    with closing(Workspace.open(library)) as workspace:
        first = reading.digest_ids(workspace, Listing())[0]
        digest = reading.whole(workspace, first).digest
        place = TypedField(first, "digest", first, "title")
        let_go(keep(workspace, place, digest.title, f"{digest.title}, and how to"))


def _dialog(id_: str) -> QWidget:
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        raise LookupError(f"{id_} opened no dialog")
    return dialog


def _damage(library: Path) -> None:
    """One page of the file as a failing disk would leave it: that of the closest links."""
    with closing(sqlite3.connect(library)) as connection:
        question = "SELECT rootpage FROM sqlite_master WHERE name = 'link'"
        (page,) = connection.execute(question).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with library.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def _shoot_conflict(library: Path, window: MainWindow, save: Save) -> None:
    workspace = Workspace.open(library)
    try:
        source = next(sample_folder().glob("*.md"))
        first = reading.digest_by_key(workspace, source.stem)
        whole = reading.whole(workspace, first.id)
        workspace.do(partial(reviewing.set_review, digest_ids=[first.id], review="done"))
        row = whole.signals[0]
        workspace.do(partial(set_signal_field, signal_id=row.id, name="change", text="Mine"))
        changed = library.parent / source.name
        text = source.read_text(encoding="utf-8")
        changed.write_text(text.replace(row.name, "Theirs", 1), encoding="utf-8")
        import_paths(workspace, [changed])
        save("conflict", _shown(ConflictDialog(reading.conflicts(workspace), window)))
    finally:
        workspace.close()


def _shown(dialog: QWidget) -> QWidget:
    dialog.show()
    _wait()
    return dialog


def _prepare(library: Path) -> None:
    """The samples, with a few days' work in them."""
    workspace = Workspace.open(library, actor="Ada")
    import_samples(workspace)
    ids = reading.digest_ids(workspace, Listing())
    workspace.do(partial(reviewing.set_review, digest_ids=ids[1:4], review="in work"))
    workspace.do(partial(reviewing.set_review, digest_ids=ids[4:9], review="done"))
    workspace.do(partial(reviewing.trash, digest_ids=ids[-1:]))
    whole = reading.whole(workspace, ids[0])
    back_up(workspace)
    if whole.closest:
        link = whole.closest[0].id
        workspace.do(partial(reviewing.set_relation, link_ids=[link], relation="supports"))
        workspace.do(partial(reviewing.set_tags, link_id=link, tags="policy, ai"))
    row = whole.signals[0]
    workspace.do(partial(set_signal_field, signal_id=row.id, name="change", text="Faster by far"))
    workspace.do(partial(rows.rename_term, term_id=whole.themes[0].id, name="Foresight"))
    long_row = reading.whole(workspace, ids[1]).signals[0].id
    workspace.do(partial(set_signal_field, signal_id=long_row, name="name", text=LONG))
    workspace.close()


def _found(window: MainWindow, kind: type[Part], name: str) -> Part:
    part = window.findChild(kind, name)
    if not isinstance(part, kind):
        raise LookupError(f"the window has no {name}")
    return part


def _trigger(window: MainWindow, id_: str) -> None:
    action = _found(window, QAction, id_)
    action.trigger()


def _search(text: str, window: MainWindow) -> None:
    box = _found(window, QLineEdit, "searchBox")
    box.setText(text)
    _wait(250)


def _edit(window: MainWindow) -> None:
    table = _found(window, QTableView, "signalsTable")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    table.edit(table.currentIndex())


def _choose(row: int, window: MainWindow) -> None:
    view = _found(window, QListView, "digestList")
    view.setCurrentIndex(view.model().index(row, 0))


def _focus(name: str, window: MainWindow) -> None:
    widget = _found(window, QTableView, name)
    widget.setFocus()
    widget.setCurrentIndex(widget.model().index(0, 0))
    widget.scrollTo(widget.currentIndex())


def _group(by: str, window: MainWindow) -> None:
    _found(window, LedgerPage, "").strip.group_chosen.emit(by)


def _panel(name: str, window: MainWindow) -> None:
    _trigger(window, f"view.{name}")


STATES: dict[str, Callable[[MainWindow], None]] = {
    "preview": partial(_panel, "preview"),
    "history": partial(_panel, "history"),
    "findings": partial(_panel, "findings"),
    "source": partial(_panel, "source"),
    "editing": _edit,
    "closest": partial(_focus, "closestTable"),
    "themes": partial(_focus, "themesTable"),
    "long-words": partial(_choose, 1),
    "undone": partial(_trigger, id_="edit.undo"),
    "search": partial(_search, "ai"),
    "empty-result": partial(_search, "nothing has these words"),
    "mistake": partial(_search, "review:finished"),
    "search-cleared": partial(_search, ""),
    "ledger": partial(_trigger, id_="view.ledger"),
    "ledger-search": partial(_search, "work"),
    "ledger-groups": partial(_group, BY_THEME),
    "ledger-all": partial(_group, ""),
    "ledger-beside": partial(_trigger, id_="view.split"),
    "ledger-empty": partial(_search, "nothing has these words"),
    "ledger-cleared": partial(_search, ""),
    "digests-again": partial(_trigger, id_="view.digests"),
    "trashed": partial(_trigger, id_="digest.trash"),
}
DIALOGS = {
    "safe": "help.safe",
    "bring-back": "file.bring_back",
    "drafts": "edit.drafts",
    "log": "help.log",
    "export": "file.export",
    "replace": "edit.replace",
    "many": "edit.many",
    "go-to": "go.anything",
    "search-help": "help.search",
    "closest-search": "link.add",
    "keys": "help.keys",
    "about": "help.about",
}


def _wait(milliseconds: int = 150) -> None:
    """Let the window draw itself and the lanes answer."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def _opened(library: Path, size: tuple[int, int], scheme: str) -> Iterator[MainWindow]:
    window = open_window(library)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        apply_theme(application, scheme)
    window.resize(*size)
    window.activateWindow()
    _wait()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        _wait(20)


@contextmanager
def _home() -> Iterator[Path]:
    """A folder for libraries and settings that touches nobody's own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        before = dict(os.environ)
        os.environ["CURATOR_CONFIG"] = str(folder / "config")
        os.environ["CURATOR_STATE"] = str(folder / "state")
        yield folder
        os.environ.clear()
        os.environ.update(before)


def _save(folder: Path, prefix: str, suffix: str, name: str, widget: QWidget) -> None:
    picture = folder / f"{prefix}{name}-{suffix}.png"
    if not widget.grab().save(str(picture)):
        raise OSError(f"{picture} can't be written")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
