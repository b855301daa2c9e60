"""The page of one digest: head, signals, closest links, themes and keywords, in one scroll."""

from collections.abc import Sequence
from dataclasses import fields
from functools import partial

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.domain.changes import Change, Changes
from curator.domain.digest import Digest
from curator.domain.errors import UnknownRecord
from curator.domain.field_path import FieldPath, parse_field
from curator.domain.term import KEYWORD, THEME
from curator.domain.whole import WholeDigest
from curator.gui.models.ordered_rows import Row
from curator.gui.pages.digest_page.head import DigestHead
from curator.gui.pages.digest_page.link_section import LinkSection
from curator.gui.pages.digest_page.row_table import RowTable
from curator.gui.pages.digest_page.signal_section import SignalSection
from curator.gui.pages.digest_page.term_section import TermSection
from curator.gui.pages.digest_page.typing_watch import TypingWatch
from curator.gui.session import Session
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.text_field import INSET
from curator.workspace import reading

NARROWEST = 496
"""Pixels that a usual digest needs; one that needs more can be scrolled sideways."""
COLUMN = 1040
"""Pixels beyond which lines become too long to read."""
TITLES = {
    "name": ("Signal", "Name"),
    "description": ("Description",),
    "change": ("Change",),
    "horizon": ("10y horizon",),
    "driving_force": ("Driving force",),
    "relevancy": ("Relevancy",),
    "relation": ("Relation",),
    "tags": ("Tags",),
}
"""The columns in which a finding or a change of that field is seen."""


class DigestPage(QStackedWidget):
    """Signals:
    key_requested(str): a closest digest shall be opened.
    address_requested(str): the article shall be opened.
    review_chosen(str): another review state.
    restore_requested(), compare_requested(): the banners of trash and conflict were answered.
    """

    key_requested = QtSignal(str)
    address_requested = QtSignal(str)
    review_chosen = QtSignal(str)
    restore_requested = QtSignal()
    compare_requested = QtSignal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digestPage")
        self.setAccessibleName("Digest")
        self.setMinimumWidth(NARROWEST)
        self._session = session
        self._digest = Digest()
        self._locked = False
        self.head = DigestHead(session, self)
        self.signals = SignalSection(session, self)
        self.links = LinkSection(session, self)
        self.themes = TermSection(session, THEME, self)
        self.keywords = TermSection(session, KEYWORD, self)
        self.typing = TypingWatch(self.head, self.tables(), self)
        self._trashed = Banner("trashBanner", self, sign="trash")
        self._trashed.tell(
            "This digest is in the trash.", [("Restore", self.restore_requested.emit)]
        )
        self._conflict = Banner("conflictBanner", self)
        self._conflict.tell(
            "Its file changed outside after you edited it here.",
            [("Compare …", self.compare_requested.emit)],
        )
        self._empty = EmptyState(self)
        self._empty.tell("No digest chosen", "Choose one in the list.")
        self._unreadable = EmptyState(self)
        self._unreadable.setObjectName("digestUnreadable")
        self._unreadable.tell(
            "This part of the library can’t be read",
            "Other digests may be sound. The line at the top tells the ways out.",
        )
        self._content = QWidget(self)
        self.area = QScrollArea(self, widgetResizable=True)
        self._lay_out()
        self._connect()

    # --- which digest -----------------------------------------------------------------------

    def digest_id(self) -> int:
        """The digest that is shown, or 0."""
        return self._digest.id

    def is_trashed(self) -> bool:
        """Whether the digest that is shown lies in the trash."""
        return bool(self._digest.trashed)

    def show_digest(self, digest_id: int) -> None:
        """Show another digest; 0, or one that is gone, shows none."""
        if digest_id != self._digest.id:
            self.commit()
            self._load(digest_id)
            self.area.verticalScrollBar().setValue(0)

    def reload(self) -> None:
        """Ask the library again, because somebody else may have written to it."""
        if self._digest.id:
            self._load(self._digest.id)

    def apply(self, changes: Changes) -> None:
        """Follow a commit."""
        if any(item.wholesale and item.digest_id == self._digest.id for item in changes.items):
            self.reload()
            return
        for change in changes.of_kind("digest"):
            if change.id == self._digest.id and isinstance(change.after, Digest):
                self._show_record(change.after)
        if any(item.digest_id == self._digest.id for item in changes.of_kind("conflict")):
            self._show_conflict()
        for section in (self.signals, self.links, self.themes, self.keywords):
            section.apply(changes)

    # --- working in it ----------------------------------------------------------------------

    def commit(self) -> None:
        """Take what is being typed anywhere on the page."""
        self.typing.committing.emit()
        for table in self.tables():
            table.table.commit_editor()
        self.head.commit()

    def lock(self, locked: bool) -> None:
        """Keep the page from being edited, while a long deed writes."""
        self._locked = locked
        self._allow()

    def enter(self) -> None:
        """Go to work in it: the first signal."""
        self.go_to_part("signals")

    def go_to_part(self, name: str) -> None:
        """Go to work in the table of `signals`, `closest`, `themes` or `keywords`."""
        self._rows_of(name).enter()

    def tables(self) -> tuple[RowTable, ...]:
        """Its four tables."""
        sections = (self.signals, self.links, self.themes, self.keywords)
        return tuple(section.rows for section in sections)

    # --- going to a place -------------------------------------------------------------------

    def go_to_field(self, field: str) -> bool:
        """Put the cursor where a finding points, such as `signals.0.change`; False where that
        field is not here."""
        try:
            path = parse_field(field)
        except UnknownRecord:
            return False
        if path.index < 0:
            return self.head.go_to(path.part)
        whole = reading.whole(self._session.workspace, self._digest.id)
        parts: dict[str, Sequence[Row]] = {
            "signals": whole.signals,
            "themes": whole.themes,
            "keywords": whole.keywords,
            "closest": whole.closest,
        }
        rows = parts[path.part]
        return path.index < len(rows) and self._go_to_row(rows[path.index].id, path)

    def reveal(self, changes: Changes) -> None:
        """Select the first thing of this digest that a step changed and that is still there."""
        mine = [item for item in changes.items if item.digest_id == self._digest.id]
        for change in mine:
            if change.after is not None and self._reveal(change):
                return

    def _reveal(self, change: Change) -> bool:
        names = _changed_fields(change)
        if change.kind == "digest":
            return any(self.head.go_to(name) for name in names)
        part = {"signal": "signals", "link": "closest", "conflict": ""}.get(change.kind)
        part = f"{getattr(change.after, 'kind', '')}s" if part is None else part
        name = names[0] if names else ""
        return bool(part) and self._go_to_row(change.id, FieldPath(part, 0, name))

    def _go_to_row(self, record_id: int, path: FieldPath) -> bool:
        titles = TITLES.get(path.name, ("",))
        if path.part == "signals":
            shown = [column.title for column in self.signals.rows.model.columns]
            title = next((title for title in titles if title in shown), titles[0])
            return self.signals.select(record_id, title)
        return self._rows_of(path.part).select(record_id, titles[0])

    def _rows_of(self, part: str) -> RowTable:
        return {
            "signals": self.signals.rows,
            "closest": self.links.rows,
            "themes": self.themes.rows,
            "keywords": self.keywords.rows,
        }[part]

    # --- showing ----------------------------------------------------------------------------

    def _load(self, digest_id: int) -> None:
        found = self._whole(digest_id)
        whole = found or WholeDigest()
        self._show_record(whole.digest)
        for section in (self.signals, self.links, self.themes, self.keywords):
            section.show_digest(whole)
        self._show_conflict()
        shown = self.area if whole.digest.id else self._empty
        self.setCurrentWidget(self._unreadable if found is None else shown)

    def _whole(self, digest_id: int) -> WholeDigest | None:
        """The digest, empty where there is none; None where it can't be read."""
        question = partial(reading.whole, self._session.workspace, digest_id)
        try:
            return self._session.ask(question, None) if digest_id else WholeDigest()
        except UnknownRecord:
            return WholeDigest()

    def _show_record(self, digest: Digest) -> None:
        self._digest = digest
        self.head.show_digest(digest)
        self._trashed.setVisible(bool(digest.trashed))
        self._allow()

    def _show_conflict(self) -> None:
        question = partial(reading.has_conflict, self._session.workspace, self._digest.id)
        self._conflict.setVisible(bool(self._digest.id) and self._session.ask(question, False))

    def _allow(self) -> None:
        allowed = not self._locked and not self._digest.trashed
        for part in (self.head, self.signals, self.links, self.themes, self.keywords):
            part.setEnabled(allowed)

    def _lay_out(self) -> None:
        terms = QHBoxLayout()
        terms.setSpacing(24)
        terms.addWidget(self.themes, stretch=1)
        terms.addWidget(self.keywords, stretch=1)
        tables = QVBoxLayout()
        tables.setSpacing(16)
        tables.setContentsMargins(INSET, 0, INSET, 0)  # one left edge for fields and tables
        tables.addWidget(self.signals)
        tables.addWidget(self.links)
        tables.addLayout(terms)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.setContentsMargins(16, 16, 16, 32)
        for part in (self._trashed, self._conflict, self.head):
            column.addWidget(part)
        column.addLayout(tables)
        column.addStretch()
        self._content.setObjectName("digestContent")
        self.area.setObjectName("digestScroll")
        self.area.setAccessibleName("Page of the digest")
        inner = QWidget(self._content)
        inner.setMaximumWidth(COLUMN)
        inner.setLayout(column)
        around = QHBoxLayout(self._content)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inner)
        self.area.setWidget(self._content)
        self.addWidget(self._empty)
        self.addWidget(self._unreadable)
        self.addWidget(self.area)

    def _connect(self) -> None:
        self.head.address_requested.connect(self.address_requested)
        self.head.review_chosen.connect(self.review_chosen)
        self.links.key_requested.connect(self.key_requested)


def _changed_fields(change: Change) -> list[str]:
    before, after = change.before, change.after
    if before is None or after is None:
        return []
    names = (field.name for field in fields(after))
    return [name for name in names if getattr(before, name) != getattr(after, name)]
