"""One open library, the person at work, and everybody who wants to hear of changes."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Concatenate, ParamSpec

from curator.domain.changes import Changes
from curator.domain.errors import Damaged, LibraryError, NoSpace, ReadOnly
from curator.exports.rendering import Renderer
from curator.library import queries
from curator.library.holders import COMMAND
from curator.library.library import Library
from curator.library.sqlite_connection import BUSY_TIMEOUT
from curator.library.write import Write
from curator.settings import account_name
from curator.workspace import last_seen

P = ParamSpec("P")
Deed = Callable[[Write], str]
"""An edit: it changes records through `Write` and returns the name of the step in words."""
Listener = Callable[[Changes], None]


class Workspace:
    """The one door to a library.

    Every deed is one transaction and one step of the history, and is told to all listeners after
    its commit, in the thread that wrote.
    """

    def __init__(self, library: Library, actor: str = "") -> None:
        self.library = library
        self.path = library.path
        self.library_id = library.file.library_id
        self.place = library.file.place
        self.only_reads = library.only_reads
        """Why nothing can be edited, in a sentence; empty where it can."""
        self.is_damaged = False
        """Whether it only reads because it is damaged."""
        self.needs_check = library.file.needs_check
        """Whether the library is so large that whoever opened it has to check it afterwards."""
        self.ended_badly = library.file.ended_badly
        """Whether a process that had it open ended without closing it."""
        self.renderer = Renderer()
        self.missing = last_seen.missing(self.path, self.library_id, self._writes())
        """Writes that the library had when it was last closed here, and has no more."""
        self.actor = actor or account_name()
        self._session = uuid.uuid4().hex
        self._listeners: list[Listener] = []
        self._closed = False

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        actor: str = "",
        role: str = COMMAND,
        patience: float = BUSY_TIMEOUT,
    ) -> "Workspace":
        """Open the library at `path`; with `create`, make it where there is none.

        `role` tells other processes who has it open; `patience` is how many seconds a write on
        the main thread waits for another process to finish its own.

        Raises:
            LibraryError: the file is no library, too new, damaged or can't be written.
        """
        return cls(Library.open(path, create=create, role=role, patience=patience), actor)

    @classmethod
    def open_or_view(
        cls,
        path: Path,
        *,
        create: bool = True,
        actor: str = "",
        role: str = COMMAND,
        patience: float = BUSY_TIMEOUT,
    ) -> "Workspace":
        """The same, but what is damaged or can't be written is opened to be read only.

        A full disk is such a reason too: reading and exporting elsewhere is the way out of it.

        Raises:
            LibraryError: the file is no library, too new, or damaged beyond reading.
        """
        try:
            return cls.open(path, create=create, actor=actor, role=role, patience=patience)
        except (ReadOnly, Damaged, NoSpace) as error:
            if not path.exists():
                raise
            viewer = cls(Library.view(path, error.message), actor)
            viewer.is_damaged = isinstance(error, Damaged)
            return viewer

    def close(self) -> None:
        """Close the library; nothing has to be saved."""
        self._listeners.clear()
        self.renderer.close()
        if self._closed:
            return
        self._closed = True
        with suppress(LibraryError):  # what can't be read has to be closed all the same
            last_seen.remember(self.path, self.library_id, self._writes())
        self.library.close()

    def do(
        self,
        deed: Callable[Concatenate[Write, P], str],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Do one deed as one step; the answer is empty where nothing changed."""
        return self._told(self.library.write(lambda w: deed(w, *args, **kwargs), actor=self.actor))

    def type_into(self, field: str, deed: Deed) -> Changes:
        """Do a deed that changes one field; what is typed there within seconds is one step."""
        merge = f"{self._session}/{field}"
        return self._told(self.library.write(deed, actor=self.actor, merge=merge))

    def undo(self) -> Changes:
        """Take the last step back.

        Raises:
            UnknownRecord: there is nothing to undo.
            EditConflict: its rows no longer stand as it left them.
        """
        return self._told(self.library.undo(self.actor))

    def redo(self) -> Changes:
        """Do the step again that was undone last; raises as `undo` does."""
        return self._told(self.library.redo(self.actor))

    def revert(self, step_id: int) -> Changes:
        """Take one step back, also from the middle of the history; raises as `undo` does."""
        return self._told(self.library.revert(step_id, self.actor))

    def reapply(self, step_id: int) -> Changes:
        """Do a step again that was undone and passed over; raises as `undo` does."""
        return self._told(self.library.reapply(step_id, self.actor))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit; calling the answer ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def changed_elsewhere(self) -> bool:
        """Whether another process has written to the file since the last call."""
        return self.library.changed_elsewhere()

    def _told(self, changes: Changes) -> Changes:
        if not changes.is_empty:
            for listener in tuple(self._listeners):
                listener(changes)
        return changes

    def _writes(self) -> int:
        with self.library.reading() as connection:
            return queries.writes(connection)
