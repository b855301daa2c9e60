"""One open library, the person at work, and everybody who wants to hear of changes."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec

from curator.domain.changes import Changes
from curator.library.library import Library
from curator.library.write import Write
from curator.settings import account_name

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
        self.actor = actor or account_name()
        self._session = uuid.uuid4().hex
        self._listeners: list[Listener] = []

    @classmethod
    def open(cls, path: Path, *, create: bool = True, actor: str = "") -> "Workspace":
        """Open the library at `path`; with `create`, make it where there is none.

        Raises:
            LibraryError: the file is no library, too new, damaged or can't be read.
        """
        return cls(Library.open(path, create=create), actor)

    @property
    def path(self) -> Path:
        """Where the library lies."""
        return self.library.path

    def close(self) -> None:
        """Close the library; nothing has to be saved."""
        self._listeners.clear()
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
