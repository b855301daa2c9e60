"""Reading only: what a window does whose library can't be edited, and the ways out of that."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtCore import Signal as QtSignal

from curator.domain.errors import LibraryError
from curator.gui.access import DAMAGED, DISPLACED, EDITABLE, READ_ONLY, displaced_words
from curator.gui.actions import MENDING
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.watching import Watching
from curator.gui.messages import READING, Notice
from curator.gui.widgets.former_focus import FormerFocus
from curator.workspace.whereabouts import is_displaced

_WORDS = {
    READ_ONLY: "You can read, search, copy and export; nothing can be changed here.",
    DAMAGED: "What can be read is shown; nothing is written to it any more.",
    DISPLACED: "All of it is still shown here; nothing is written any more.",
}
_COPY = "file.save_copy"
_TOPIC = "displaced"


class Viewing(QObject):
    """Keeps the banner, the page and the state of the library in agreement.

    Signals:
        returned(): the very file is back, so that everything has to be asked again.
    """

    returned = QtSignal()

    def __init__(self, desk: Desk, watching: Watching, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._former = FormerFocus(desk.banner)
        workspace, access = desk.session.workspace, desk.session.access
        # A query can fail in the middle of painting, where no widget may come or go.
        access.changed.connect(self.show, Qt.ConnectionType.QueuedConnection)
        failed = desk.session.messages.library_failed
        failed.connect(self._look_into, Qt.ConnectionType.QueuedConnection)
        watching.displaced.connect(self._stop)
        if workspace.only_reads:
            kind = DAMAGED if workspace.is_damaged else READ_ONLY
            access.open_as(kind, workspace.only_reads)
        if access.reason:
            self.show()

    def show(self) -> None:
        """Say in the window whether the library can be edited."""
        access, banner, saved = (
            self._desk.session.access,
            self._desk.banner,
            self._desk.status.saved,
        )
        self._desk.digest_page.head.be_read_only(access.reason)
        for rows in self._desk.digest_page.tables():
            rows.table.be_read_only(bool(access.reason))
        self._desk.ledger_page.table.be_read_only(bool(access.reason))
        self._desk.menus.show_tips(bool(access.reason))
        if access.kind == EDITABLE:
            saved.tell_editable()
            self._former.give_back()
            banner.hide()
        else:
            saved.tell_reading_only(access.reason)
            banner.tell(f"{access.reason} {_WORDS[access.kind]}", self._ways())
            banner.show()

    def look_again(self) -> None:
        """Go on where the very file is back in its place."""
        session = self._desk.session
        if is_displaced(session.workspace):
            hint = f"Put it back to {session.workspace.path}, or save a copy."
            session.messages.notify(Notice("It is not back yet.", hint=hint, topic=_TOPIC))
            return
        session.access.take_held()
        session.access.rise()
        for topic in (_TOPIC, READING):  # what was refused meanwhile is not refused any more
            session.messages.topic_settled.emit(topic)
        self.returned.emit()

    def _ways(self) -> list[tuple[str, Callable[[], object]]]:
        actions, kind = self._desk.actions, self._desk.session.access.kind
        ids = (*MENDING, _COPY) if kind == DAMAGED else (_COPY,)
        ways: list[tuple[str, Callable[[], object]]] = [
            (actions[id_].text(), actions[id_].trigger) for id_ in ids
        ]
        if kind == DISPLACED or (kind == READ_ONLY and not self._was_opened_so()):
            ways.append(("Look again", self.look_again))
        return ways

    def _was_opened_so(self) -> bool:
        return bool(self._desk.session.workspace.only_reads)

    def _stop(self) -> None:
        name = self._desk.session.workspace.path.name
        self._desk.session.access.fall(DISPLACED, displaced_words(name))

    def _look_into(self, error: LibraryError) -> None:
        """An error may be about another file, such as a backup that was to be brought back."""
        workspace = self._desk.session.workspace
        if is_displaced(workspace):
            self._stop()
        elif workspace.path.name in error.message:
            self._desk.session.access.fall_for(error)
