"""A file dialog that lists files without opening them.

Qt looks into files to find their type. Closing a file drops every POSIX lock that this process
holds on it, whichever descriptor was locked: listing the folder of the open library would leave
SQLite without its locks, and another process could then damage the library.
"""

import sys
from functools import cache

from PySide6.QtCore import QDir, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QWidget

from curator.gui.theme import current_scheme, icon

NO_FILES = ":/"
"""A folder inside the program: what the dialog lists until it has its own icons."""
LIBRARY_SUFFIX = ".curator"
_LIBRARIES = f"Curator libraries (*{LIBRARY_SUFFIX})"
_last: list[str] = []  # the folder where something was picked last, if anything was


class FileIcons(QAbstractFileIconProvider):
    """Icons and types by name alone. Qt asks from another thread, so they are drawn before."""

    def __init__(self) -> None:
        super().__init__()
        self._folder, self._file = icon("folder", "muted"), icon("source", "muted")

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType, /) -> QIcon:
        """A folder or a file; nothing is read but what the file system says of it."""
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        kind = QAbstractFileIconProvider.IconType
        return self._file if what == kind.File else self._folder

    def type(self, what: QFileInfo, /) -> str:
        """Words for the column “Type”, from the suffix."""
        if what.isDir():
            return "Folder"
        suffix = what.suffix()
        return f"{suffix} file" if suffix else "File"


class FilePicker(QFileDialog):
    """Begins in `start`, or where something was picked last, or at home."""

    def __init__(
        self, title: str, mode: QFileDialog.FileMode, start: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, title, NO_FILES)
        self.setObjectName("filePicker")
        if sys.platform.startswith("linux"):
            # The dialogs of some desktops run in this process and look into files as well.
            self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setIconProvider(_icons(current_scheme()))
        self.setFileMode(mode)
        self.setDirectory(start or next(iter(_last), QDir.homePath()))
        self.filesSelected.connect(self._remember)

    def list_libraries(self) -> None:
        """Show libraries first, whatever else lies there."""
        self.setNameFilters([_LIBRARIES, "All files (*)"])

    def name_new_library(self) -> None:
        """Take the name of a library that is to be made; one that exists is no matter of a click
        on “Replace”, so whoever asked says that it is there."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(LIBRARY_SUFFIX.removeprefix("."))
        self.setNameFilter(_LIBRARIES)
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)

    def _remember(self) -> None:
        _last[:] = [self.directory().absolutePath()]


@cache  # a dialog does not own its icons, and its thread may ask until after it is gone
def _icons(_scheme: str) -> FileIcons:
    return FileIcons()
