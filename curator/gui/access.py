"""Whether the library of a window can be edited now, and why not where it can't."""

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.domain.errors import Damaged, Displaced, LibraryError, ReadOnly
from curator.workspace.workspace import Deed

EDITABLE, READ_ONLY, DAMAGED, DISPLACED = "editable", "read only", "damaged", "displaced"
_KINDS: tuple[tuple[type[LibraryError], str], ...] = (
    (Displaced, DISPLACED),
    (Damaged, DAMAGED),
    (ReadOnly, READ_ONLY),
)
_MOST_HELD = 100


class Access(QObject):
    """One per window. A library falls back to reading when it turns out that it can't be written,
    and never rises again by itself.

    Signals:
        changed(): it can be edited, or not, or for another reason.
    """

    changed = QtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = EDITABLE
        self._reason = ""
        self._opened_as = (EDITABLE, "")
        self._held: list[Deed] = []

    @property
    def kind(self) -> str:
        """EDITABLE, READ_ONLY, DAMAGED or DISPLACED."""
        return self._kind

    @property
    def reason(self) -> str:
        """Why it only reads, in a sentence; empty where it can be edited."""
        return self._reason

    def open_as(self, kind: str, reason: str) -> None:
        """Begin with a library that could only be opened for reading."""
        self._opened_as = (kind, reason)
        self.fall(kind, reason)

    def fall(self, kind: str, reason: str) -> None:
        """Only read from now on. A graver state stays: what is damaged or gone is so still."""
        if self._kind not in {EDITABLE, READ_ONLY} or kind == self._kind:
            return
        self._kind, self._reason = kind, reason
        self.changed.emit()

    def fall_for(self, error: LibraryError) -> None:
        """Only read from now on where the error says that writing has no hope."""
        for type_, kind in _KINDS:
            if isinstance(error, type_):
                self.fall(kind, error.message)
                return

    def rise(self) -> None:
        """The very file is back in its place; what could be done with it can be done again."""
        self._kind, self._reason = self._opened_as
        self.changed.emit()

    # --- what could not be written ------------------------------------------------------------

    def hold(self, deed: Deed) -> None:
        """Remember a deed that the library could not take; its text is still on the screen."""
        self._held = [*self._held, deed][-_MOST_HELD:]

    def take_held(self) -> tuple[Deed, ...]:
        """What it holds, in order; it holds nothing any more."""
        held, self._held = tuple(self._held), []
        return held


def displaced_words(name: str) -> str:
    """What happened to a library that does not lie where it was opened."""
    return f"{name} was moved, replaced or deleted while it was open."
