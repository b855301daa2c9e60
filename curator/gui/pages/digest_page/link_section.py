"""The closest other digests: what they are to this one, judged by one key each."""

from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from curator.domain.changes import Changes
from curator.domain.link import RELATIONS, Link
from curator.domain.whole import WholeDigest
from curator.gui.delegates.choice_delegate import ChoiceDelegate
from curator.gui.models.link_columns import link_columns
from curator.gui.models.scope import Scope
from curator.gui.pages.digest_page.row_table import RowDeeds, RowTable
from curator.gui.session import Session
from curator.workspace import reading, reviewing, rows

TITLE_COLUMN, RELATION_COLUMN = 0, 1
NO_BREAK = "\N{NO-BREAK SPACE}"


class LinkSection(QWidget):
    """Signals:
    key_requested(str): the person wants to open the digest of a row.
    """

    key_requested = QtSignal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._digest_id = 0
        self._found: AbstractSet[str] = frozenset()
        self._heading = QLabel("Closest digests", self)
        self._heading.setProperty("tone", "heading")
        numbered = [f"{number} {name}" for number, name in enumerate(RELATIONS, start=1)]
        self._keys = QLabel(
            " · ".join(word.replace(" ", NO_BREAK) for word in [*numbered, "0 clear"]), self
        )
        self._keys.setProperty("tone", "quiet")
        self._keys.setWordWrap(True)
        deeds = RowDeeds(rows.delete_links, rows.move_links)
        columns = link_columns(self._is_found)
        self.rows = RowTable(session, "closestTable", "Closest digests", deeds, columns, self)
        choosing = ChoiceDelegate(RELATIONS, self.rows.table)
        self.rows.table.setItemDelegateForColumn(RELATION_COLUMN, choosing)
        self.rows.table.set_hint("No closest digests yet.", "Ctrl+Enter searches for one.")
        self.rows.table.opened.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self.rows)
        layout.addWidget(self._keys)

    def show_digest(self, whole: WholeDigest) -> None:
        """Show the closest links of a digest."""
        self._digest_id = whole.digest.id
        self._find({link.target_key for link in whole.closest})
        self.rows.show_rows(whole.closest, Scope(Link, self._digest_id))
        self._keys.setVisible(bool(whole.closest))

    def apply(self, changes: Changes) -> None:
        """Follow a commit; links come to dangle, or to lead somewhere, when digests go and come."""
        if changes.of_kind("digest") or changes.of_kind("link"):
            new = (item.after for item in changes.of_kind("link"))
            keys = {link.target_key for link in (*self.links(), *new) if isinstance(link, Link)}
            self._find(keys)
        self.rows.apply(changes)
        self.rows.model.refresh_column(TITLE_COLUMN)
        self._keys.setVisible(bool(self.links()))

    def links(self) -> list[Link]:
        """What it shows, in order."""
        return [record for record in self.rows.model.records if isinstance(record, Link)]

    def add(self, key: str, title: str) -> None:
        """List a digest below the current one."""
        changes = self._session.do(
            partial(
                rows.add_link,
                digest_id=self._digest_id,
                target_key=key,
                title=title,
                after_id=self.rows.current_id(),
            )
        )
        if added := [item.id for item in changes.items if item.before is None]:
            self.rows.select(added[-1])

    def relate(self, relation: str) -> None:
        """Say what the selected digests are to this one; empty takes it back."""
        if ids := self.rows.selected_ids():
            self._session.do(partial(reviewing.set_relation, link_ids=ids, relation=relation))

    def open_current(self) -> None:
        """Ask for the digest of the current row."""
        self._open(self.rows.current_id())

    def _open(self, link_id: int) -> None:
        for link in self.links():
            if link.id == link_id:
                self.key_requested.emit(link.target_key)

    def _find(self, keys: AbstractSet[str]) -> None:
        question = partial(reading.targets, self._session.workspace, keys)
        self._found = frozenset(self._session.ask(question, None) or ())

    def _is_found(self, key: str) -> bool:
        return key in self._found
