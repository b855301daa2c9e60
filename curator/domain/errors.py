"""Everything that can go wrong in the user's world; all else is a bug.

CuratorError
├── InvalidRecord          a value that no digest can hold
├── UnknownRecord          a key, field or step that is not there
├── CodecError             text or bytes that are no digest (with the line)
└── LibraryError           the library file
    ├── NotALibrary        another kind of file, or an empty one
    ├── TooNew             written by a newer Curator
    ├── Busy               somebody else is writing
    ├── Damaged            SQLite says that the file is broken
    ├── ReadOnly           the file or its folder can't be written
    ├── NoSpace            the disk is full
    ├── Displaced          the file was moved, replaced or deleted while it was open
    ├── Interrupted        a question that nobody waits for any more was given up
    └── EditConflict       rows changed since the step that is to be replayed
"""


class CuratorError(Exception):
    """A known error: one sentence that says what happened, and a hint what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InvalidRecord(CuratorError):
    """A value that no digest can hold, such as an unknown relation."""


class UnknownRecord(CuratorError):
    """A key, a row, a field or a step that the library does not have."""


class CodecError(CuratorError):
    """Bytes or text that can't be read as a digest; `line` counts from 1."""

    def __init__(self, message: str, line: int = 1, hint: str = "") -> None:
        super().__init__(message, hint)
        self.line = line


class LibraryError(CuratorError):
    """The library file can't do what was asked."""


class NotALibrary(LibraryError):
    """The file exists and is not a Curator library (an empty file is none either)."""


class TooNew(LibraryError):
    """The file was written by a newer major version."""


class Busy(LibraryError):
    """Another process holds the write lock."""


class Damaged(LibraryError):
    """SQLite reports a malformed file."""


class ReadOnly(LibraryError):
    """The file, or the folder it lies in, can't be written."""


class NoSpace(LibraryError):
    """The disk has no room left for what is to be written."""


class Displaced(LibraryError):
    """Another file, or none, lies where the library was opened; nothing is written any more."""


class Interrupted(LibraryError):
    """Whoever asked does not want the answer any more; nothing is wrong."""


class EditConflict(LibraryError):
    """Rows no longer stand as the step left them; `rows` names them in words."""

    def __init__(self, message: str, rows: tuple[str, ...] = (), hint: str = "") -> None:
        super().__init__(message, hint)
        self.rows = rows
