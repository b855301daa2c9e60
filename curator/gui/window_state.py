"""What the window remembers between two starts: its shape, and where the reader was.

Kept in an INI file in the configuration folder, apart from the settings a person chooses. Losing
it costs nothing.
"""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget


class TableStates:
    """How tables stand: columns, sorting, grouping, each under a name of its own."""

    def __init__(self, store: QSettings, *, forgets: bool) -> None:
        self._store = store
        self._forgets = forgets

    def told(self, table: str, part: str) -> str:
        """What is kept of a table, such as its `layout`; empty where nothing is."""
        return "" if self._forgets else str(self._store.value(f"tables/{table}/{part}", ""))

    def keep(self, table: str, part: str, told: str) -> None:
        """Remember a part of how a table stands."""
        self._store.setValue(f"tables/{table}/{part}", told)


class WindowState:
    """Reads and writes one INI file; `folder` is where settings live.

    `forgets` gives everything its first place, as a safe start needs; what is kept is kept.
    """

    def __init__(self, folder: Path, *, forgets: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._forgets = forgets
        self.tables = TableStates(self._store, forgets=forgets)

    def restore_geometry(self, window: QWidget) -> bool:
        """Give `window` its former place; False where none is known."""
        kept = self._kept("window/geometry")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_geometry(self, window: QWidget) -> None:
        """Remember the place of `window`."""
        self._store.setValue("window/geometry", window.saveGeometry())

    def restore_splitter(self, splitter: QSplitter) -> bool:
        """Give a named splitter its former sizes; False where none are known."""
        kept = self._kept(f"splitter/{splitter.objectName()}")
        return isinstance(kept, QByteArray) and splitter.restoreState(kept)

    def keep_splitter(self, splitter: QSplitter) -> None:
        """Remember the sizes of a named splitter."""
        self._store.setValue(f"splitter/{splitter.objectName()}", splitter.saveState())

    def shares(self, table: str) -> dict[str, int]:
        """The widths that a person gave to the columns of a table, by their titles."""
        kept = str(self._kept(f"columns/{table}", "{}"))
        try:
            told = json.loads(kept)
        except ValueError:
            return {}
        pairs = told.items() if isinstance(told, dict) else ()
        return {title: width for title, width in pairs if isinstance(width, int)}

    def keep_shares(self, table: str, shares: dict[str, int]) -> None:
        """Remember the widths of the columns of a table, in pixels by title."""
        if shares:
            self._store.setValue(f"columns/{table}", json.dumps(shares))

    def side_panel(self) -> bool | None:
        """Whether a person wanted the side panel; None where nobody said."""
        return {"shown": True, "hidden": False}.get(str(self._kept("window/side_panel", "")))

    def keep_side_panel(self, shown: bool) -> None:
        """Remember whether the side panel is wanted."""
        self._store.setValue("window/side_panel", "shown" if shown else "hidden")

    def folder(self, purpose: str) -> str:
        """The folder that was used last for `purpose`; empty where none is known or it is gone."""
        kept = str(self._kept(f"folder/{purpose}", ""))
        return kept if Path(kept).is_dir() else ""

    def keep_folder(self, purpose: str, folder: str) -> None:
        """Remember the folder that was used for `purpose`."""
        self._store.setValue(f"folder/{purpose}", folder)

    def last(self, library: Path, name: str) -> str:
        """What was current in `library` when it was left: `digest`, `view`, `panel` ..."""
        return str(self._kept(f"{_group(library)}/{name}", ""))

    def keep_last(self, library: Path, name: str, value: str) -> None:
        """Remember what is current in `library`."""
        self._store.setValue(f"{_group(library)}/{name}", value)

    def _kept(self, name: str, otherwise: object = None) -> object:
        return otherwise if self._forgets else self._store.value(name, otherwise)


def _group(library: Path) -> str:
    name = hashlib.sha256(str(library).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return f"library-{name}"
